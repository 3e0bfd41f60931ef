#include <QTest>

#include "common/codec/compression.h"
#include "sync/segment/sealing.h"
#include "tests/support/body_json.h"
#include "tests/support/vectors.h"

using namespace puente;
using nlohmann::json;

namespace {

std::string faultName(BodyFault fault) {
    switch (fault) {
    case BodyFault::Malformed: return "malformed";
    case BodyFault::TooLarge: return "tooLarge";
    case BodyFault::WrongAuthor: return "wrongAuthor";
    }
    return {};
}

std::string faultName(SegmentFault fault) {
    switch (fault) {
    case SegmentFault::TooLarge: return "tooLarge";
    case SegmentFault::Truncated: return "truncated";
    case SegmentFault::UnknownVersion: return "unknownVersion";
    case SegmentFault::Malformed: return "malformed";
    case SegmentFault::NotAuthentic: return "notAuthentic";
    }
    return {};
}

std::string faultName(OpenFault fault) {
    switch (fault) {
    case OpenFault::WrongKey: return "wrongKey";
    case OpenFault::NotAuthentic: return "notAuthentic";
    case OpenFault::UnknownDictionary: return "unknownDictionary";
    case OpenFault::BadPadding: return "badPadding";
    case OpenFault::Decompression: return "decompression";
    case OpenFault::Body: return "body";
    }
    return {};
}

Segment segmentOf(const json& wire) {
    auto parsed = Segment::parse(test::bytesFromHex(wire));
    expects(parsed.ok());
    return std::move(*parsed);
}

} // namespace

/// What docs/formats/change_set.md and segment.md promise, on the vectors that they cite.
class SegmentVectorsTest : public QObject {
    Q_OBJECT

private slots:
    void goodBodies() {
        const json& file = test::readVectors("change_set_v1.json");
        for (const json& vector : file["good"]) {
            const Bytes bytes = test::bytesFromHex(vector["hex"]);
            const auto body = decodeBody(bytes, LogId{}, vector["first"]);
            QVERIFY2(body, vector.dump().c_str());
            QVERIFY(test::toJson(*body) == vector["body"]);
            QVERIFY(encodeBody(*body) == bytes);
        }
    }
    void badBodies() {
        const json& file = test::readVectors("change_set_v1.json");
        QVERIFY(file["bad"].size() > 40);
        for (const json& vector : file["bad"]) {
            const auto refused = decodeBody(test::bytesFromHex(vector["hex"]), LogId{}, vector["first"]);
            QVERIFY2(!refused && faultName(refused.fault()) == vector["fault"], vector.dump().c_str());
        }
    }
    void goodSegments() {
        const json& file = test::readVectors("segment_v1.json");
        const SpaceKey key = SpaceKey::fromBytes(test::bytesFromHex(file["spaceKey"]));
        for (const json& vector : file["good"]) {
            const Segment segment = segmentOf(vector["wire"]);
            const SegmentHeader& header = segment.header();
            QVERIFY(toHex(segment.hash().view()) == vector["hash"]);
            QVERIFY(toHex(header.space.view()) == vector["space"]);
            QVERIFY(toHex(header.log.device.view()) == vector["device"]);
            QVERIFY(toHex(header.previous.view()) == vector["previous"]);
            QVERIFY(toHex(header.key.view()) == vector["key"]);
            QVERIFY(header.log.incarnation == vector["incarnation"] && header.first == vector["first"] &&
                    header.last == vector["last"] && header.dictionary == vector["dictionary"] &&
                    header.paddedSize == vector["paddedSize"]);
            const auto body = openSegment(segment, key);
            QVERIFY(body);
            QVERIFY(toHex(encodeBody(*body)) == vector["body"]);
        }
    }
    void badSegments() {
        const json& file = test::readVectors("segment_v1.json");
        for (const json& vector : file["bad"]) {
            const auto refused = Segment::parse(test::bytesFromHex(vector["wire"]));
            QVERIFY2(!refused && faultName(refused.fault()) == vector["fault"], vector.dump().c_str());
        }
    }
    void segmentsThatStayShut() {
        const json& file = test::readVectors("segment_v1.json");
        const SpaceKey key = SpaceKey::fromBytes(test::bytesFromHex(file["spaceKey"]));
        for (const json& vector : file["badOpened"]) {
            const auto refused = openSegment(segmentOf(vector["wire"]), key);
            QVERIFY2(!refused && faultName(refused.fault()) == vector["fault"], vector.dump().c_str());
        }
    }
};

QTEST_APPLESS_MAIN(SegmentVectorsTest)
#include "vectors_test.moc"
