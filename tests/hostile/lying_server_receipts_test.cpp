#include <QTest>

#include "client/core/session_notice.h"
#include "tests/support/evil_server.h"
#include "tests/support/hand_client.h"
#include "tests/support/thief.h"

#include <algorithm>

using namespace puente;
using namespace puente::test;
using Incident = SyncSummary::Incident;

/// "Delivered" means that this server signed for it, for this device, space and place. And whoever steals all that the
/// server has can read nothing with it, nor pass for a device.
class LyingServerReceiptsTest : public QObject {
    Q_OBJECT

private slots:
    void noOtherReceiptCounts_data();
    void noOtherReceiptCounts();
    void aReceiptServesOneDevice();
    void aReceiptForWhatWasThrownAwayIsALieThatShows();
    void aReceiptForMoreThanThereIsMovesNothing();
    void aRefusalWithoutReasonLosesNothing();
    void anotherInstanceOfTheSameServerIsSaid();
    void aStolenDatabaseHoldsNothingToRead();
    void aStolenDatabaseMakesNobodyADevice_data();
    void aStolenDatabaseMakesNobodyADevice();
    void aProofServesOneServer();
};

namespace {

/// Two spaces of the same two offices, both on the server; what the editor wrote in the first is not there yet.
struct TwoSpaces : SyncWorld {
    SpaceId second = *founder.replica().createSpace("Otro", "", "OSC");

    TwoSpaces() {
        founder.invite(second, Role::Editor, editor);
        for (SyncOffice* office : {&founder, &editor, &founder, &editor})
            sync(*office, server, second);
        editor.write(space);
    }
};

const ReceiptFrame& receiptIn(const std::vector<Frame>& frames) {
    for (const Frame& frame : frames)
        if (const auto* receipt = std::get_if<ReceiptFrame>(&frame)) return *receipt;
    contractBroken();
}

/// The receipt that this office gets for a space.
ReceiptFrame receiptFor(SyncOffice& office, SyncServer& server, const SpaceId& space) {
    EvilServer ear(server);
    ear.meet(office, space);
    return receiptIn(ear.sentDown);
}

Hash headOf(SyncOffice& office, const SpaceId& space) {
    for (const LogHeight& log : office.replica().heights(space))
        if (log.log.device == office.device()) return log.height.head;
    return {};
}

/// Everything that lies in a store: what a thief of the disk has.
Bytes everythingIn(MemoryStore& store, const std::vector<SpaceId>& spaces) {
    Bytes all;
    for (const SpaceId& space : spaces) {
        for (const Entry& entry : *store.read(space, 0, std::nullopt, 1'000'000'000))
            append(all, entry.bytes);
        for (const WaitingJoin& join : *store.joins(space))
            append(all, join.request);
    }
    return all;
}

bool holds(ByteView all, ByteView needle) {
    return std::search(all.begin(), all.end(), needle.begin(), needle.end()) != all.end();
}

} // namespace

void LyingServerReceiptsTest::noOtherReceiptCounts_data() {
    QTest::addColumn<QString>("lie");
    for (const char* lie : {"another key's", "another space's", "another space's, under this name", "another device's",
                            "an earlier one", "of another instance", "another purpose's signature", "an earlier place",
                            "a later place", "another log", "no height", "a head that is not ours", "none"})
        QTest::newRow(lie) << lie;
}

void LyingServerReceiptsTest::noOtherReceiptCounts() {
    QFETCH(QString, lie);
    TwoSpaces world;
    const InstanceId instance = world.server.store().instance();
    const ReceiptFrame elsewhere = receiptFor(world.editor, world.server, world.second);
    const ReceiptFrame founders = receiptFor(world.founder, world.server, world.space);
    const Replica::Cursor before = world.editor.replica().cursor(world.space);
    (void)world.editor.replica().seal(world.space);
    const Hash head = headOf(world.editor, world.space);
    std::optional<ReceiptFrame> kept;

    EvilServer evil(world.server);
    const auto sign = [&](ReceiptFrame& receipt, const SigningKey& key, const InstanceId& of) {
        signReceipt(receipt, key, world.editor, of, receipt.ownHead.value_or(head));
    };
    evil.onDown = each<ReceiptFrame>([&](ReceiptFrame& receipt) {
        const SigningKey& own = world.server.signer();
        if (lie == "another key's") sign(receipt, thief().signing, instance);
        if (lie == "another space's") receipt = elsewhere;
        if (lie == "another space's, under this name") {
            receipt.signature = elsewhere.signature;
            receipt.at = elsewhere.at;
        }
        if (lie == "another device's") receipt.signature = founders.signature;
        if (lie == "an earlier one") receipt.at = before.at;
        if (lie == "of another instance") sign(receipt, own, *InstanceId::from(Bytes(16, 9)));
        if (lie == "another purpose's signature")
            receipt.signature =
                own.sign(Purpose::SessionProof, receipt.signedMessage(world.editor.device(), instance, head));
        if (lie == "an earlier place") {
            --receipt.at.position;
            sign(receipt, own, instance);
        }
        if (lie == "a later place") {
            ++receipt.at.position;
            sign(receipt, own, instance);
        }
        if (lie == "another log") {
            receipt.at.running.bytes[3] ^= 1;
            sign(receipt, own, instance);
        }
        if (lie == "no height") receipt.ownHeight = 0;
        if (lie == "a head that is not ours") {
            receipt.ownHead = *Hash::from(Bytes(32, 4));
            sign(receipt, own, instance);
        }
    });
    if (lie == "none") evil.onDown = without<ReceiptFrame>([](const ReceiptFrame&) { return true; });

    const SyncSummary summary = evil.meet(world.editor, world.space);
    QVERIFY(world.editor.replica().cursor(world.space).delivered == before.delivered);
    QVERIFY(evil.fault == Initiator::Fault::Protocol || !summary.incidents.empty());
    QCOMPARE(world.editor.replica().counts(world.space)->undelivered, std::uint64_t{1}); // "sent, not confirmed"
    QVERIFY(endsWell(world, 1));
}

// Two offices that have written nothing stand at the same place: the receipts differ by the device alone.
void LyingServerReceiptsTest::aReceiptServesOneDevice() {
    SyncWorld world;
    const ReceiptFrame founders = receiptFor(world.founder, world.server, world.space);
    EvilServer evil(world.server);
    evil.onDown = each<ReceiptFrame>([&](ReceiptFrame& receipt) {
        QVERIFY(receipt.at == founders.at && receipt.ownHeight == founders.ownHeight);
        receipt = founders;
    });
    const SyncSummary summary = evil.meet(world.editor, world.space);
    QVERIFY(!summary.receipt && hasIncident(summary, Incident::BadReceipt));
    QVERIFY(endsWell(world, 0));
}

// The server signs for what it then throws away: its own word accuses it at the next contact, and it is sent again.
void LyingServerReceiptsTest::aReceiptForWhatWasThrownAwayIsALieThatShows() {
    SyncWorld world;
    const MemoryStore before = world.server.copy();
    world.editor.write(world.space, 3);
    QVERIFY(sync(world.editor, world.server, world.space).receipt);
    QCOMPARE(world.editor.replica().counts(world.space)->undelivered, std::uint64_t{0});
    world.server.become(before);
    const SyncSummary next = sync(world.editor, world.server, world.space);
    QVERIFY(next.receipt && hasIncident(next, Incident::ServerLostData));
    QVERIFY(incidentText(Incident::ServerLostData).find("filled it again") != std::string::npos);
    QVERIFY(endsWell(world, 3));
}

void LyingServerReceiptsTest::aReceiptForMoreThanThereIsMovesNothing() {
    SyncWorld world;
    world.editor.write(world.space);
    EvilServer evil(world.server);
    evil.onDown = each<ReceiptFrame>([&](ReceiptFrame& receipt) {
        receipt.ownHeight = 1000;
        receipt.ownHead = *Hash::from(Bytes(32, 4));
        signReceipt(receipt, world.server.signer(), world.editor, world.server.store().instance(), *receipt.ownHead);
    });
    const SyncSummary summary = evil.meet(world.editor, world.space);
    QVERIFY(hasIncident(summary, Incident::OwnLogForked)); // what an honest server with such a log would mean
    QCOMPARE(world.editor.replica().cursor(world.space).delivered, 0U);
    QVERIFY(endsWell(world, 1));
}

void LyingServerReceiptsTest::aRefusalWithoutReasonLosesNothing() {
    SyncWorld world;
    world.editor.write(world.space, 2);
    EvilServer evil(world.server);
    std::vector<Hash> pushed;
    evil.onUp = [&](std::vector<Frame>& frames) {
        for (const PushFrame& push : only<PushFrame>(frames))
            pushed.push_back(entryHash(push.kind, push.bytes));
        std::erase_if(frames, [](const Frame& frame) { return std::holds_alternative<PushFrame>(frame); });
    };
    evil.onDown = [&](std::vector<Frame>& frames) {
        for (const Hash& entry : std::exchange(pushed, {}))
            frames.insert(frames.begin(), RefusedFrame{world.space, entry, Refusal::OverDeviceQuota});
    };
    const SyncSummary summary = evil.meet(world.editor, world.space);
    QVERIFY(!summary.refused.empty() && summary.refused[0].reason == Refusal::OverDeviceQuota);
    QCOMPARE(refusalText(Refusal::OverDeviceQuota), std::string("this office has used up its room on the server"));
    QCOMPARE(world.editor.replica().counts(world.space)->undelivered, std::uint64_t{2});

    // More refusals than there was to refuse are nonsense.
    evil.onUp = {};
    evil.onDown = [&](std::vector<Frame>& frames) {
        frames.insert(frames.begin(), 100, RefusedFrame{world.space, {}, Refusal::Fork});
    };
    evil.meet(world.editor, world.space);
    QVERIFY(evil.fault == Initiator::Fault::Protocol);
    QVERIFY(endsWell(world, 2));
}

void LyingServerReceiptsTest::anotherInstanceOfTheSameServerIsSaid() {
    SyncWorld world;
    world.founder.write(world.space);
    EvilServer evil(world.server);
    const InstanceId other = *InstanceId::from(Bytes(16, 9));
    evil.onDown = [&](std::vector<Frame>& frames) {
        for (Frame& frame : frames) {
            if (auto* status = std::get_if<StatusFrame>(&frame)) status->instance = other;
            if (auto* receipt = std::get_if<ReceiptFrame>(&frame))
                signReceipt(*receipt, world.server.signer(), world.founder, other, headOf(world.founder, world.space));
        }
    };
    QVERIFY(hasIncident(evil.meet(world.founder, world.space), Incident::ServerReplaced));
    QVERIFY(hasIncident(sync(world.founder, world.server, world.space), Incident::ServerReplaced));
    QVERIFY(endsWell(world, 1));
}

// A45
void LyingServerReceiptsTest::aStolenDatabaseHoldsNothingToRead() {
    TwoSpaces world;
    SyncOffice waiting(9);
    world.founder.invite(world.space, Role::Editor, waiting);
    sync(world.founder, world.server, world.space);
    sync(waiting, world.server, world.space);
    world.editor.write(world.space, 1, 50);
    sync(world.editor, world.server, world.space);
    const Bytes stolen = everythingIn(world.server.store(), {world.space, world.second});
    for (const char* canary : {"Acuerdos", "Otro", "OSC", "Otra OSC", "Ana"})
        QVERIFY2(!holds(stolen, bytesOf(canary)), canary);
    QVERIFY(holds(stolen, world.editor.device().view())); // the search does find what is there
    for (const SyncOffice* office : {&world.founder, &world.editor, &waiting}) {
        QVERIFY(!holds(stolen, office->keys().signing.revealSeed()));
        QVERIFY(!holds(stolen, world.server.signer().revealSeed()));
    }
}

void LyingServerReceiptsTest::aStolenDatabaseMakesNobodyADevice_data() {
    QTest::addColumn<QString>("with");
    QTest::newRow("the server's key") << "server";
    QTest::newRow("a key of the thief's") << "thief";
    QTest::newRow("a proof that the device gave, and another nonce") << "nonce";
    QTest::newRow("a proof that the device gave, for other spaces") << "spaces";
    QTest::newRow("a proof that the device gave, from another place on") << "cursor";
}

void LyingServerReceiptsTest::aStolenDatabaseMakesNobodyADevice() {
    QFETCH(QString, with);
    TwoSpaces world;
    EvilServer ear(world.server);
    ear.meet(world.editor, world.space);
    RequestFrame request = only<RequestFrame>(ear.sentUp).front();
    const Bytes message = request.proofMessage(world.server.id());
    if (with == "server") request.proof = world.server.signer().sign(Purpose::SessionProof, message);
    if (with == "thief") request.proof = thief().signing.sign(Purpose::SessionProof, message);
    if (with == "nonce") request.nonce[0] ^= 1;
    if (with == "spaces") request.spaces[0].space = world.second;
    if (with == "cursor") request.spaces[0].cursor = {};
    const Instant now = instantOf(1'760'000'000'000);
    Responder responder(world.server.relay(), {}, now);
    const auto done = responder.feed(encodeFrame(request), now);
    QVERIFY(!done && done.fault() == Responder::Fault::Proof);
    QVERIFY(responder.takeOutput() == encodeFrame(ErrorFrame{SessionError::Proof})); // A33: it says no more than that
    QVERIFY(endsWell(world, 1));
}

void LyingServerReceiptsTest::aProofServesOneServer() {
    TwoSpaces world;
    EvilServer ear(world.server);
    ear.meet(world.editor, world.space);
    Relay other(world.server.store(), thief().signing, {});
    const Instant now = instantOf(1'760'000'000'000);
    Responder responder(other, {}, now);
    const auto done = responder.feed(encodeFrame(only<RequestFrame>(ear.sentUp).front()), now);
    QVERIFY(!done && done.fault() == Responder::Fault::Proof);
}

QTEST_APPLESS_MAIN(LyingServerReceiptsTest)
#include "lying_server_receipts_test.moc"
