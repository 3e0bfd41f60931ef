#include <QTest>

#include "sync/session/receipt_proof.h"
#include "tests/support/body_json.h"
#include "tests/support/membership_builder.h"
#include "tests/support/paths.h"
#include "tests/support/vectors.h"

#include <fstream>

using namespace puente;
using namespace puente::test;
using nlohmann::json;

namespace {

using Change = void (*)(SignedReceipt&);

std::string nameOf(ProofFault fault) {
    switch (fault) {
    case ProofFault::NotAProof: return "notAProof";
    case ProofFault::ProvesNothing: return "provesNothing";
    case ProofFault::NotAuthentic: return "notAuthentic";
    }
    return {};
}

SignedReceipt saidBy(const Office& server, SignedReceipt receipt) {
    receipt.signature = server.signing.sign(Purpose::Receipt, receipt.signedMessage());
    return receipt;
}

SignedReceipt receipt(std::uint8_t past, std::uint64_t device, Change change = nullptr) {
    const Office server = Office::make(9);
    SignedReceipt made{.server = server.signing.publicId<ServerId>(),
                       .space = *SpaceId::from(Bytes(16, 5)),
                       .device = Office::make(device).device(),
                       .instance = *InstanceId::from(Bytes(16, 6)),
                       .at = {300, Hash{{past}}},
                       .ownHeight = 7,
                       .ownHead = Hash{{8}},
                       .signature = {}};
    if (change) change(made);
    return saidBy(server, made);
}

Bytes fileOf(const SignedReceipt& one, const SignedReceipt& other) {
    return encodeProofFile(ReceiptProof{.one = one, .other = other});
}

json madeVectors() {
    const SignedReceipt one = receipt(1, 2), other = receipt(2, 3);
    const Bytes good = fileOf(one, other);
    json file{{"good", {{{"hex", toHex(good)}, {"server", toHex(one.server.view())}}}}, {"bad", json::array()}};
    const auto bad = [&](const char* rule, const char* fault, const Bytes& bytes) {
        file["bad"].push_back({{"rule", rule}, {"fault", fault}, {"hex", toHex(bytes)}});
    };
    const auto otherWith = [](Change change) { return receipt(2, 3, change); };
    bad("cut short", "notAProof", Bytes(good.begin(), good.end() - 1));
    Bytes changed = good;
    changed.push_back(0);
    bad("a byte more", "notAProof", changed);
    changed = good;
    changed[9] = 1;
    bad("another kind", "notAProof", changed);
    bad("one receipt twice", "provesNothing", fileOf(one, one));
    bad("one past twice, to two devices", "provesNothing", fileOf(one, receipt(1, 3)));
    bad("in the other order", "provesNothing", fileOf(other, one));
    bad("another space", "provesNothing", fileOf(one, otherWith([](SignedReceipt& r) { r.space.bytes[0] ^= 1; })));
    bad("another instance", "provesNothing",
        fileOf(one, otherWith([](SignedReceipt& r) { r.instance.bytes[0] ^= 1; })));
    bad("another position", "provesNothing", fileOf(one, otherWith([](SignedReceipt& r) { ++r.at.position; })));
    const Change toStart = [](SignedReceipt& r) { r.at.position = 0; };
    bad("of an empty log", "provesNothing", fileOf(receipt(1, 2, toStart), otherWith(toStart)));
    const Office stranger = Office::make(4);
    bad("signed by somebody else", "notAuthentic", fileOf(one, saidBy(stranger, other)));
    SignedReceipt strangers = other;
    strangers.server = stranger.signing.publicId<ServerId>();
    bad("of two servers", "provesNothing", fileOf(one, saidBy(stranger, strangers)));
    return file;
}

} // namespace

/// It accuses whoever runs a server: nothing but two authentic receipts for two pasts at one position is a proof.
class ReceiptProofTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        if (qEnvironmentVariableIsSet("PUENTE_WRITE_VECTORS"))
            std::ofstream(vectorPath("receipt_proof_v1.json").toStdString()) << madeVectors().dump(1) << '\n';
    }
    void theVectorsHold() {
        const json& file = readVectors("receipt_proof_v1.json");
        for (const json& vector : file["good"]) {
            const Bytes bytes = bytesFromHex(vector["hex"]);
            const auto proof = decodeReceiptProofFile(bytes);
            QVERIFY(proof && encodeProofFile(*proof) == bytes);
            QVERIFY(toHex(proof->one.server.view()) == vector["server"]);
        }
        QVERIFY(file["bad"].size() > 10);
        for (const json& vector : file["bad"]) {
            const auto refused = decodeReceiptProofFile(bytesFromHex(vector["hex"]));
            QVERIFY2(!refused && nameOf(refused.fault()) == vector["fault"], vector.dump().c_str());
        }
    }
    void everyFlippedBitIsRefused() {
        const Bytes good = fileOf(receipt(1, 2), receipt(2, 3));
        QVERIFY(decodeReceiptProofFile(good).ok());
        for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
            Bytes flipped = good;
            flipped[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
            QVERIFY(!decodeReceiptProofFile(flipped).ok());
        }
    }
};

QTEST_APPLESS_MAIN(ReceiptProofTest)
#include "receipt_proof_test.moc"
