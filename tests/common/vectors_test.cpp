#include <QTest>

#include "common/codec/reader.h"
#include "common/codec/writer.h"
#include "common/crypto/padding.h"
#include "common/crypto/passphrase.h"
#include "tests/support/body_json.h"
#include "tests/support/vectors.h"

using namespace puente;
using nlohmann::json;

namespace {

template <typename Value, typename Write, typename Read>
bool bothWays(const json& vector, Write write, Read read) {
    const Bytes bytes = test::bytesFromHex(vector["hex"]);
    const auto value = vector["value"].get<Value>();
    Writer writer;
    (writer.*write)(value);
    Reader reader(bytes);
    return equal(writer.view(), bytes) && read(reader) == value && reader.finished();
}

std::string faultName(UnwrapFault fault) {
    switch (fault) {
    case UnwrapFault::Malformed: return "malformed";
    case UnwrapFault::CostOutOfBounds: return "costOutOfBounds";
    case UnwrapFault::OutOfMemory: return "outOfMemory";
    case UnwrapFault::WrongPassphrase: return "wrongPassphrase";
    }
    return {};
}

} // namespace

/// What docs/formats/encoding.md, crypto.md and keyring.md promise, on the vectors that they cite.
class CommonVectorsTest : public QObject {
    Q_OBJECT

private slots:
    void numbersAndTexts() {
        const json& file = test::readVectors("encoding_v1.json");
        for (const json& vector : file["varint"])
            QVERIFY2(bothWays<std::uint64_t>(vector, &Writer::varint, [](Reader& r) { return r.varint(); }),
                     vector.dump().c_str());
        for (const json& vector : file["zigzag"])
            QVERIFY2(bothWays<std::int64_t>(vector, &Writer::zigzag, [](Reader& r) { return r.zigzag(); }),
                     vector.dump().c_str());
        for (const json& vector : file["text"])
            QVERIFY2(bothWays<std::string>(vector, &Writer::text, [](Reader& r) { return std::string(r.text(1000)); }),
                     vector.dump().c_str());
    }
    void badNumbersAndTexts() {
        const json& file = test::readVectors("encoding_v1.json");
        for (const json& vector : file["bad"]) {
            const Bytes bytes = test::bytesFromHex(vector["hex"]);
            Reader reader(bytes);
            if (vector["as"] == "varint") reader.varint();
            if (vector["as"] == "text") (void)reader.text(1000);
            QVERIFY2(!reader.ok(), vector.dump().c_str());
        }
    }
    void padding() {
        const json& file = test::readVectors("padding_v1.json");
        for (const json& vector : file["sizes"])
            QVERIFY2(paddedSize(vector["size"]) == vector["padded"], vector.dump().c_str());
        for (const json& vector : file["good"]) {
            const Bytes plain = test::bytesFromHex(vector["plain"]);
            const Bytes padded = test::bytesFromHex(vector["padded"]);
            QVERIFY(pad(plain) == padded);
            QVERIFY(equal(*unpad(padded), plain));
        }
        for (const json& vector : file["bad"])
            QVERIFY2(!unpad(test::bytesFromHex(vector["padded"])), vector.dump().c_str());
    }
    void keyring() {
        const json& file = test::readVectors("keyring_v1.json");
        const std::string passphrase = file["passphrase"];
        const auto secret = unwrapWithPassphrase(passphrase, test::bytesFromHex(file["wrapped"]));
        QVERIFY(secret);
        QVERIFY(*secret == test::bytesFromHex(file["secret"]));
        for (const json& vector : file["bad"]) {
            const auto refused = unwrapWithPassphrase(passphrase, test::bytesFromHex(vector["wire"]));
            QVERIFY2(!refused && faultName(refused.fault()) == vector["fault"], vector.dump().c_str());
        }
    }
};

QTEST_APPLESS_MAIN(CommonVectorsTest)
#include "vectors_test.moc"
