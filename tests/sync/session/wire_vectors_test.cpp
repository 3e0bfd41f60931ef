#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "common/crypto/identity.h"
#include "common/crypto/organization_root.h"
#include "tests/support/paths.h"
#include "tests/support/random_frame.h"

using namespace puente;
using namespace puente::test;

/// tests/vectors/wire_v3.json, which docs/formats/wire.md cites, is what this program says and refuses.
/// PUENTE_WRITE_VECTORS=1 writes it anew.
class WireVectorsTest : public QObject {
    Q_OBJECT

private slots:
    void theVectorsHold();
    void everyVectorIsReadAsItSays();
};

namespace {

const char* const kNames[] = {"request", "push_segment", "push",  "join",         "want",    "end",
                              "status",  "segment",      "entry", "own",          "refused", "heights",
                              "receipt", "error",        "claim", "claimed",      "offer",   "fetch",
                              "piece",   "have",         "index", "served_piece", "lacking"};
static_assert(std::size(kNames) == kFrameTypeCount);

QString hex(ByteView bytes) {
    return QString::fromStdString(toHex(bytes));
}

template <typename IdType>
IdType filled(std::uint8_t byte) {
    return *IdType::from(Bytes(IdType::kSize, byte));
}

SigningKey keyOf(std::uint8_t byte) {
    return SigningKey::fromSeed(Bytes(32, byte));
}

QJsonArray frames() {
    QJsonArray array;
    Prng prng(20);
    const auto add = [&](std::size_t number) {
        array.append(QJsonObject{{"type", kNames[number]}, {"frame", hex(encodeFrame(anyFrame(prng, number)))}});
    };
    for (std::size_t number = 0; number < 3 * kFirstFrameTypeCount; ++number) // these stay as they were
        add(number % kFirstFrameTypeCount);
    for (int round = 0; round < 3; ++round)
        for (std::size_t number = kFirstFrameTypeCount; number < kFrameTypeCount; ++number)
            add(number);
    return array;
}

/// A request and a receipt between keys of known seeds, with what is signed.
QJsonObject signedRequest() {
    const SigningKey device = keyOf(1), server = keyOf(2);
    RequestFrame request;
    request.device = device.publicId<DeviceId>();
    request.nonce.fill(3);
    request.spaces = {{filled<SpaceId>(4), 1, 300, {filled<InstanceId>(5), {1000, filled<Hash>(6)}}}};
    const Bytes message = request.proofMessage(server.publicId<ServerId>());
    request.proof = device.sign(Purpose::SessionProof, message);
    return {{"device_seed", hex(device.revealSeed())},
            {"server_seed", hex(server.revealSeed())},
            {"signed", hex(message)},
            {"frame", hex(encodeFrame(request))}};
}

QJsonObject signedClaim() {
    const OrganizationRoot root = OrganizationRoot::fromSecret(Bytes(32, 9));
    const SigningKey server = keyOf(2);
    RequestFrame request;
    request.device = keyOf(1).publicId<DeviceId>();
    request.nonce.fill(3);
    ClaimFrame claim{root.id(), {}};
    const Bytes message = claim.proofMessage(server.publicId<ServerId>(), request);
    claim.proof = root.signing().sign(Purpose::Claim, message);
    return {{"root", hex(root.reveal())},
            {"device_seed", hex(keyOf(1).revealSeed())},
            {"server_seed", hex(server.revealSeed())},
            {"nonce", hex(request.nonce)},
            {"signed", hex(message)},
            {"frame", hex(encodeFrame(claim))}};
}

QJsonObject signedReceipt() {
    const SigningKey device = keyOf(1), server = keyOf(2);
    ReceiptFrame receipt;
    receipt.space = filled<SpaceId>(4);
    receipt.at = {1001, filled<Hash>(7)};
    receipt.ownHeight = 301;
    const Bytes message = receipt.signedMessage(device.publicId<DeviceId>(), filled<InstanceId>(5), filled<Hash>(8));
    receipt.signature = server.sign(Purpose::Receipt, message);
    return {{"device", hex(device.publicId<DeviceId>().view())},
            {"instance", hex(filled<InstanceId>(5).view())},
            {"own_head", hex(filled<Hash>(8).view())},
            {"signed", hex(message)},
            {"frame", hex(encodeFrame(receipt))}};
}

QJsonArray runningHashes() {
    QJsonArray array;
    Hash running;
    for (const EntryKind kind : {EntryKind::Membership, EntryKind::KeyObject, EntryKind::Segment}) {
        const Hash entry = entryHash(kind, Bytes(10, static_cast<std::uint8_t>(kind)));
        running = runningHash(running, kind, entry);
        array.append(QJsonObject{{"kind", static_cast<int>(kind)},
                                 {"entry", hex(Bytes(10, static_cast<std::uint8_t>(kind)))},
                                 {"hash", hex(entry.view())},
                                 {"running", hex(running.view())}});
    }
    return array;
}

Bytes bodyOf(const Frame& frame) {
    const Bytes whole = encodeFrame(frame);
    return {whole.begin() + 4, whole.end()};
}

/// One for each rule that a reader must hold to: bodies, without the length.
std::vector<std::pair<const char*, Bytes>> broken() {
    const LogHeight low{{filled<DeviceId>(1), 1}, {1, {}}}, high{{filled<DeviceId>(2), 1}, {1, {}}};
    RequestFrame unordered;
    unordered.spaces = {{filled<SpaceId>(2), 1, 0, {}}, {filled<SpaceId>(1), 1, 0, {}}};
    Bytes version = bodyOf(RequestFrame{}), status = bodyOf(StatusFrame{}), refusal = bodyOf(RefusedFrame{});
    version[1] = 2;
    status[17] = 9;
    refusal.back() = 0;
    Bytes longVarint = bodyOf(HeightsFrame{});
    longVarint[17] = 0x80;
    longVarint.insert(longVarint.begin() + 18, 0);
    Bytes trailing = bodyOf(EndFrame{});
    trailing.push_back(0);
    Bytes head = bodyOf(ReceiptFrame{});
    head[1 + 16 + 1 + 32 + 1] = 2;
    return {{"unknown type", {200}},
            {"unknown version", version},
            {"unknown status", status},
            {"refusal without a reason", refusal},
            {"varint not in its shortest form", longVarint},
            {"bytes left over", trailing},
            {"spaces not ascending", bodyOf(unordered)},
            {"heights not ascending", bodyOf(WantFrame{{}, {high, low}, {}})},
            {"hashes not ascending", bodyOf(WantFrame{{}, {}, {filled<Hash>(2), filled<Hash>(1)}})},
            {"an empty log named", bodyOf(WantFrame{{}, {{{filled<DeviceId>(1), 1}, {0, {}}}}, {}})},
            {"entry at position 0", bodyOf(EntryFrame{0, EntryKind::Membership, {}, {}})},
            {"segment shorter than its header", {static_cast<std::uint8_t>(FrameType::PushSegment), 1, 2, 3}},
            {"a segment pushed as another kind",
             [] {
                 Bytes body = bodyOf(PushFrame{EntryKind::Membership, {}, {}});
                 body[1] = 3;
                 return body;
             }()},
            {"an unknown kind pushed",
             [] {
                 Bytes body = bodyOf(PushFrame{EntryKind::Membership, {}, {}});
                 body[1] = 7;
                 return body;
             }()},
            {"head neither there nor left out", head},
            {"spans that touch", bodyOf(HaveFrame{{}, {}, {{1, 5}, {5, 6}}})},
            {"an empty span", bodyOf(HaveFrame{{}, {}, {{5, 5}}})},
            {"a piece of nothing", bodyOf(PieceFrame{0, 0, {}})},
            {"a piece that is too large", bodyOf(PieceFrame{0, 0, Bytes(kPieceSizeMax + 1, 0)})},
            {"a flag that is neither",
             [] {
                 Bytes body = bodyOf(FetchFrame{});
                 body[1 + 16 + 32] = 2;
                 return body;
             }()},
            {"unknown, and yet in parts", bodyOf(LackingFrame{{}, {}, true, {{1, 5}}})},
            {"claimed spaces not ascending", bodyOf(ClaimedFrame{{filled<SpaceId>(2), filled<SpaceId>(1)}})}};
}

QJsonArray refused() {
    QJsonArray array;
    for (const auto& [rule, body] : broken())
        array.append(QJsonObject{{"rule", rule}, {"body", hex(body)}});
    return array;
}

QJsonObject vectors() {
    return {{"frames", frames()},         {"request", signedRequest()},      {"claim", signedClaim()},
            {"receipt", signedReceipt()}, {"running_hash", runningHashes()}, {"refused", refused()}};
}

} // namespace

void WireVectorsTest::theVectorsHold() {
    QFile file(test::vectorPath("wire_v3.json"));
    if (qEnvironmentVariableIsSet("PUENTE_WRITE_VECTORS")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QJsonDocument(vectors()).toJson());
        return;
    }
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(QJsonDocument::fromJson(file.readAll()).object() == vectors());
}

void WireVectorsTest::everyVectorIsReadAsItSays() {
    for (const QJsonValue& value : frames()) {
        const Bytes whole = *fromHex(value.toObject()["frame"].toString().toStdString());
        const auto frame = decodeFrame(ByteView(whole).subspan(4));
        QVERIFY(frame.ok());
        QVERIFY(encodeFrame(*frame) == whole);
    }
    for (const auto& [rule, body] : broken())
        QVERIFY2(!decodeFrame(body), rule);
}

QTEST_APPLESS_MAIN(WireVectorsTest)
#include "wire_vectors_test.moc"
