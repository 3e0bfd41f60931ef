#include <QTest>

#include "sync/membership/fork_proof.h"
#include "tests/support/body_json.h"
#include "tests/support/membership_builder.h"
#include "tests/support/paths.h"
#include "tests/support/vectors.h"

#include <fstream>

using namespace puente;
using namespace puente::test;
using nlohmann::json;

namespace {

const SpaceId kSpace = *SpaceId::from(Bytes(16, 5));

std::string nameOf(ProofFault fault) {
    switch (fault) {
    case ProofFault::NotAProof: return "notAProof";
    case ProofFault::ProvesNothing: return "provesNothing";
    case ProofFault::NotAuthentic: return "notAuthentic";
    }
    return {};
}

SignedHeader signedAnew(const SignedHeader& segment, const Office& office, void (*change)(SegmentHeader&)) {
    SignedHeader changed = segment;
    change(changed.header);
    changed.signature =
        office.signing.sign(Purpose::Segment, segmentMessage(encodeHeader(changed.header), changed.content));
    return changed;
}

/// Both in the order of their hashes, so that only the rule in question is broken.
Bytes fileOf(SignedHeader one, SignedHeader other) {
    if (other.hash() < one.hash()) std::swap(one, other);
    return encodeProofFile({.one = one, .other = other});
}

json madeVectors() {
    const Office office = Office::make(2), stranger = Office::make(3);
    const ProveFork proof = forkProofOf(kSpace, office);
    const Bytes good = encodeProofFile(proof);
    json file{{"good", {{{"hex", toHex(good)}, {"device", toHex(office.device().view())}}}}, {"bad", json::array()}};
    const auto bad = [&](const char* rule, const char* fault, const Bytes& bytes) {
        file["bad"].push_back({{"rule", rule}, {"fault", fault}, {"hex", toHex(bytes)}});
    };
    const auto changedAt = [&](std::size_t place) {
        Bytes bytes = good;
        bytes[place] ^= 2;
        return bytes;
    };
    bad("empty", "notAProof", {});
    bad("cut short", "notAProof", Bytes(good.begin(), good.end() - 1));
    Bytes longer = good;
    longer.push_back(0);
    bad("a byte more", "notAProof", longer);
    bad("another magic", "notAProof", changedAt(0));
    bad("another version", "notAProof", changedAt(8));
    bad("another kind", "notAProof", changedAt(9));
    bad("one segment twice", "provesNothing", encodeProofFile({.one = proof.one, .other = proof.one}));
    bad("in the other order", "provesNothing", encodeProofFile({.one = proof.other, .other = proof.one}));
    bad("another space", "provesNothing",
        fileOf(proof.one, signedAnew(proof.other, office, [](SegmentHeader& h) { h.space.bytes[0] ^= 1; })));
    bad("another incarnation", "provesNothing",
        fileOf(proof.one, signedAnew(proof.other, office, [](SegmentHeader& h) { h.log.incarnation = 2; })));
    bad("another place", "provesNothing", fileOf(proof.one, signedAnew(proof.other, office, [](SegmentHeader& h) {
                                                     h.first = h.last = 2;
                                                     h.previous = Hash{{1}};
                                                 })));
    bad("another device", "provesNothing", fileOf(proof.one, forkProofOf(kSpace, stranger).one));
    bad("signed by somebody else", "notAuthentic",
        fileOf(proof.one, signedAnew(proof.other, stranger, [](SegmentHeader&) {})));
    return file;
}

} // namespace

/// A proof accuses somebody: nothing but two authentic segments at one place is one.
class ForkProofTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        if (qEnvironmentVariableIsSet("PUENTE_WRITE_VECTORS"))
            std::ofstream(vectorPath("proof_v1.json").toStdString()) << madeVectors().dump(1) << '\n';
    }
    void theVectorsHold() {
        const json& file = readVectors("proof_v1.json");
        for (const json& vector : file["good"]) {
            const Bytes bytes = bytesFromHex(vector["hex"]);
            const auto proof = decodeProofFile(bytes);
            QVERIFY(proof && encodeProofFile(*proof) == bytes);
            QVERIFY(toHex(proof->one.header.log.device.view()) == vector["device"]);
        }
        QVERIFY(file["bad"].size() > 10);
        for (const json& vector : file["bad"]) {
            const auto refused = decodeProofFile(bytesFromHex(vector["hex"]));
            QVERIFY2(!refused && nameOf(refused.fault()) == vector["fault"], vector.dump().c_str());
        }
    }
    void everyFlippedBitIsRefused() {
        const Bytes good = encodeProofFile(forkProofOf(kSpace, Office::make(2)));
        QVERIFY(decodeProofFile(good).ok());
        for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
            Bytes flipped = good;
            flipped[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
            QVERIFY(!decodeProofFile(flipped).ok());
        }
    }
};

QTEST_APPLESS_MAIN(ForkProofTest)
#include "fork_proof_test.moc"
