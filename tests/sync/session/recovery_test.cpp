#include <QTest>

#include "common/codec/reader.h"
#include "tests/support/sync_world.h"

using namespace puente;
using namespace puente::test;
using Incident = SyncSummary::Incident;

/// What a wire cuts is carried on from there, and what a server loses, forges or holds back is seen and mended.
class RecoveryTest : public QObject {
    Q_OBJECT

private slots:
    void aCutDownloadRepeatsAtMostOneSegment();
    void aCutUploadLosesNothing();
    void anUploadGoesOnWhereItWasCut();
    void aRestoredServerIsFilledAgain();
    void aServerRolledBackInSecretIsCaught();
    void aServerThatForgotItsMembersIsReminded();
    void anEmptyServerIsFilledByAnyMember();
    void aRewrittenHistoryIsSeen();
    void aForgedReceiptMovesNothing_data();
    void aForgedReceiptMovesNothing();
    void aReceiptThatFitsNotWhatWasSentIsSeen();
    void aWithheldSegmentIsSeen_data();
    void aWithheldSegmentIsSeen();
    void anAlteredSegmentIsSeen();
    void aForeignServersReceiptCountsForNothing();
    void aCopiedReplicaLearnsThatItsLogForked();
};

namespace {

/// Changes frames on their way down; frames never lie across two slices in these small worlds.
std::function<void(Bytes&)> changing(std::function<bool(Frame&)> change) {
    return [change = std::move(change)](Bytes& bytes) {
        FrameReader reader{SessionLimits{}};
        reader.feed(bytes);
        bytes.clear();
        for (auto frame = reader.next(); frame.ok() && *frame; frame = reader.next())
            if (change(**frame)) append(bytes, encodeFrame(**frame));
    };
}

std::uint64_t segmentCount(SyncServer& server, const SpaceId& space) {
    return server.store().read(space, 0, EntryKind::Segment, 100'000'000)->size();
}

/// Where to cut a stream: within each frame, at its end, and a byte to either side of that.
std::vector<std::uint64_t> cutsOf(ByteView stream) {
    std::vector<std::uint64_t> cuts{0, 1, 4, 5};
    for (std::size_t at = 0; at < stream.size();) {
        const std::size_t size = 4 + Reader(stream.subspan(at)).u32();
        for (const std::size_t cut : {at + size / 2, at + size - 1, at + size, at + size + 1})
            if (cut < stream.size()) cuts.push_back(cut);
        at += size;
    }
    return cuts;
}

} // namespace

void RecoveryTest::aCutDownloadRepeatsAtMostOneSegment() {
    const auto world = [] {
        auto made = std::make_unique<SyncWorld>();
        fill(made->founder, made->server, made->space, 4);
        return made;
    };
    Bytes stream;
    Pump whole;
    whole.onDown = [&](Bytes& bytes) { append(stream, bytes); };
    const auto reference = world();
    QVERIFY(sync(reference->reader, reference->server, reference->space, &whole).receipt);
    for (const std::uint64_t cut : cutsOf(stream)) {
        const auto torn = world();
        Pump pump;
        pump.cutDownAfter = cut;
        const SyncSummary first = sync(torn->reader, torn->server, torn->space, &pump);
        QVERIFY(!first.receipt && pump.wasCut);
        const SyncSummary second = sync(torn->reader, torn->server, torn->space);
        QVERIFY(second.receipt && second.incidents.empty() && second.roundTrips == 1);
        QCOMPARE(first.receivedSegments + second.receivedSegments, std::uint64_t{4});
        QCOMPARE(first.receivedChangeSets + second.receivedChangeSets, std::uint64_t{4});
        QVERIFY(first.bytesDown + second.bytesDown <= whole.down + 700); // one segment, and the answer's frame around
        QVERIFY(torn->reader.state(torn->space) == torn->founder.state(torn->space));
    }
}

void RecoveryTest::aCutUploadLosesNothing() {
    const auto makeWorld = [] {
        auto made = std::make_unique<SyncWorld>();
        for (int i = 0; i < 3; ++i) {
            made->founder.write(made->space);
            (void)made->founder.replica().seal(made->space);
        }
        return made;
    };
    Bytes stream;
    Pump whole;
    whole.onUp = [&](Bytes& bytes) { append(stream, bytes); };
    const auto reference = makeWorld();
    QVERIFY(sync(reference->founder, reference->server, reference->space, &whole).receipt);
    for (const std::uint64_t cut : cutsOf(stream)) {
        const auto made = makeWorld();
        SyncWorld& world = *made;
        Pump pump;
        pump.cutUpAfter = cut;
        QVERIFY(!sync(world.founder, world.server, world.space, &pump).receipt);
        QCOMPARE(world.founder.replica().cursor(world.space).delivered, 0U);
        QVERIFY(sync(world.founder, world.server, world.space).receipt);
        QCOMPARE(world.founder.replica().cursor(world.space).delivered, 3U);
        QCOMPARE(segmentCount(world.server, world.space), std::uint64_t{3});
        QVERIFY(sync(world.reader, world.server, world.space).receipt);
        QVERIFY(world.reader.state(world.space) == world.founder.state(world.space));
    }
}

void RecoveryTest::anUploadGoesOnWhereItWasCut() {
    SyncWorld world;
    world.founder.write(world.space, 60, 30'000);
    Pump whole;
    whole.cutUpAfter = 500'000;
    QVERIFY(!sync(world.founder, world.server, world.space, &whole).receipt);
    const std::uint64_t stored = segmentCount(world.server, world.space);
    QVERIFY(stored > 0);
    Pump rest;
    const SyncSummary summary = sync(world.founder, world.server, world.space, &rest);
    QVERIFY(summary.receipt);
    QCOMPARE(stored + summary.sentSegments, segmentCount(world.server, world.space));
}

void RecoveryTest::aRestoredServerIsFilledAgain() {
    SyncWorld world;
    fill(world.founder, world.server, world.space, 2);
    MemoryStore backup = world.server.copy();
    fill(world.founder, world.server, world.space, 2);
    fill(world.editor, world.server, world.space, 2);
    sync(world.founder, world.server, world.space);
    backup.beginNewLife(*InstanceId::from(Bytes(16, 2)));
    world.server.become(backup);

    world.founder.write(world.space);
    const SyncSummary summary = sync(world.founder, world.server, world.space);
    QVERIFY(summary.receipt);
    QCOMPARE(summary.roundTrips, 2U);
    QVERIFY(hasIncident(summary, Incident::ServerReplaced) && hasIncident(summary, Incident::ServerLostData));
    QVERIFY(summary.refused.empty());
    QCOMPARE(segmentCount(world.server, world.space), std::uint64_t{7}); // the editor's too
    QVERIFY(sync(world.founder, world.server, world.space).incidents.empty());
    for (SyncOffice* office : {&world.editor, &world.reader}) {
        const SyncSummary others = sync(*office, world.server, world.space);
        QVERIFY(others.receipt && hasIncident(others, Incident::ServerReplaced));
        QVERIFY(office->state(world.space) == world.founder.state(world.space));
    }
}

void RecoveryTest::aServerRolledBackInSecretIsCaught() {
    SyncWorld world;
    fill(world.founder, world.server, world.space, 1);
    const MemoryStore backup = world.server.copy();
    fill(world.founder, world.server, world.space, 2);
    world.server.become(backup);
    const SyncSummary summary = sync(world.founder, world.server, world.space);
    QVERIFY(summary.receipt && hasIncident(summary, Incident::ServerLostData));
    QVERIFY(!hasIncident(summary, Incident::ServerReplaced));
    QCOMPARE(segmentCount(world.server, world.space), std::uint64_t{3});
}

void RecoveryTest::aServerThatForgotItsMembersIsReminded() {
    SyncWorld world;
    SyncServer empty;
    // Only the creation is there: the editor is no member as far as this server knows.
    const auto records = world.editor.replica().membershipRecords(world.space);
    const Bytes wire(records->front().wire().begin(), records->front().wire().end());
    const NewEntry creation{EntryKind::Membership, records->front().hash(), wire, {}, 0, 0};
    QVERIFY(empty.store().append(world.space, std::vector{creation}).ok());
    world.editor.write(world.space);
    const SyncSummary summary = sync(world.editor, empty, world.space);
    QVERIFY(summary.receipt && hasIncident(summary, Incident::ServerLostData));
    QCOMPARE(segmentCount(empty, world.space), std::uint64_t{1});
    QVERIFY(sync(world.reader, empty, world.space).receipt);
    QVERIFY(world.reader.state(world.space) == world.editor.state(world.space));
}

void RecoveryTest::anEmptyServerIsFilledByAnyMember() {
    SyncWorld world;
    fill(world.founder, world.server, world.space, 3);
    sync(world.reader, world.server, world.space);
    SyncServer empty;
    const SyncSummary summary = sync(world.reader, empty, world.space); // a reader, who may write nothing of its own
    QVERIFY(summary.receipt && hasIncident(summary, Incident::ServerLostData));
    QCOMPARE(segmentCount(empty, world.space), std::uint64_t{3});
    QVERIFY(sync(world.editor, empty, world.space).receipt);
    QVERIFY(world.editor.state(world.space) == world.founder.state(world.space));
}

void RecoveryTest::aRewrittenHistoryIsSeen() {
    SyncWorld world;
    fill(world.founder, world.server, world.space, 2);
    // The same entries in another order, under the same instance.
    auto entries = *world.server.store().read(world.space, 0, std::nullopt, 100'000'000);
    std::swap(entries[2], entries[3]);
    MemoryStore rewritten(world.server.store().instance());
    for (Entry& entry : entries) {
        const NewEntry copy{entry.kind, entry.hash, entry.bytes, entry.log, entry.first, entry.last};
        QVERIFY(rewritten.append(world.space, std::vector{copy}).ok());
    }
    world.server.become(rewritten);
    const SyncSummary summary = sync(world.founder, world.server, world.space);
    QVERIFY(summary.receipt && hasIncident(summary, Incident::HistoryRewritten));
    QVERIFY(sync(world.founder, world.server, world.space).incidents.empty());
}

void RecoveryTest::aForgedReceiptMovesNothing_data() {
    QTest::addColumn<int>("field");
    QTest::newRow("signature") << 0;
    QTest::newRow("height of the own log") << 1;
    QTest::newRow("head of the own log") << 2;
    QTest::newRow("running hash") << 3;
    QTest::newRow("position") << 4;
}

void RecoveryTest::aForgedReceiptMovesNothing() {
    QFETCH(int, field);
    SyncWorld world;
    fill(world.founder, world.server, world.space, 1);
    world.editor.write(world.space);
    const Replica::Cursor before = world.editor.replica().cursor(world.space);
    Pump pump;
    pump.onDown = changing([&](Frame& frame) {
        if (auto* receipt = std::get_if<ReceiptFrame>(&frame)) {
            if (field == 0) receipt->signature.bytes[5] ^= 1;
            if (field == 1) receipt->ownHeight += 1;
            if (field == 2) receipt->ownHead = *Hash::from(Bytes(32, 1));
            if (field == 3) receipt->at.running.bytes[0] ^= 1;
            if (field == 4) receipt->at.position += 1;
        }
        return true;
    });
    const SyncSummary summary = sync(world.editor, world.server, world.space, &pump);
    QVERIFY(!summary.receipt && !summary.incidents.empty());
    QVERIFY(world.editor.replica().cursor(world.space) == before);
    QVERIFY(sync(world.editor, world.server, world.space).receipt);
    QVERIFY(sync(world.founder, world.server, world.space).receipt);
    QVERIFY(world.editor.state(world.space) == world.founder.state(world.space));
}

void RecoveryTest::aReceiptThatFitsNotWhatWasSentIsSeen() {
    SyncWorld world;
    fill(world.founder, world.server, world.space, 2);
    const Replica::Cursor before = world.reader.replica().cursor(world.space);
    Pump pump;
    pump.onDown = changing([&](Frame& frame) {
        if (auto* receipt = std::get_if<ReceiptFrame>(&frame)) { // the server lies, and signs for it
            receipt->at.running.bytes[0] ^= 1;
            const Bytes message = receipt->signedMessage(world.reader.device(), world.server.relay().instance(), {});
            receipt->signature = world.server.signer().sign(Purpose::Receipt, message);
        }
        return true;
    });
    const SyncSummary summary = sync(world.reader, world.server, world.space, &pump);
    QVERIFY(!summary.receipt && hasIncident(summary, Incident::HistoryRewritten));
    QVERIFY(world.reader.replica().cursor(world.space) == before);
}

void RecoveryTest::aWithheldSegmentIsSeen_data() {
    QTest::addColumn<int>("which");
    QTest::newRow("the first") << 1;
    QTest::newRow("one in between") << 2;
    QTest::newRow("the last, after which no chain shows a gap") << 3;
}

void RecoveryTest::aWithheldSegmentIsSeen() {
    QFETCH(int, which);
    SyncWorld world;
    fill(world.founder, world.server, world.space, 3);
    const Replica::Cursor before = world.reader.replica().cursor(world.space);
    Pump pump;
    int count = 0;
    pump.onDown = changing([&](Frame& frame) {
        const auto* entry = std::get_if<EntryFrame>(&frame);
        return !entry || entry->kind != EntryKind::Segment || ++count != which;
    });
    const SyncSummary summary = sync(world.reader, world.server, world.space, &pump);
    QVERIFY(!summary.receipt && hasIncident(summary, Incident::Withheld));
    QVERIFY(world.reader.replica().cursor(world.space) == before);
    QVERIFY(sync(world.reader, world.server, world.space).receipt);
    QVERIFY(world.reader.state(world.space) == world.founder.state(world.space));
}

void RecoveryTest::anAlteredSegmentIsSeen() {
    SyncWorld world;
    fill(world.founder, world.server, world.space, 1);
    Pump pump;
    pump.onDown = changing([&](Frame& frame) {
        if (auto* entry = std::get_if<EntryFrame>(&frame)) entry->bytes.back() ^= 1;
        return true;
    });
    const SyncSummary summary = sync(world.reader, world.server, world.space, &pump);
    QVERIFY(!summary.receipt && hasIncident(summary, Incident::NotAuthentic));
    QVERIFY(sync(world.reader, world.server, world.space).receipt);
    QVERIFY(world.reader.state(world.space) == world.founder.state(world.space));
}

void RecoveryTest::aForeignServersReceiptCountsForNothing() {
    SyncWorld world;
    Pump pump;
    Initiator client(world.editor.replica(), world.editor.keys(), world.editor.entropy(),
                     {.server = *ServerId::from(Bytes(32, 9)), .spaces = {world.space}});
    Responder responder(world.server.relay(), {}, pump.now);
    QVERIFY(!pump.run(client, responder));
    QVERIFY(pump.serverFault == Responder::Fault::Proof && pump.clientFault == Initiator::Fault::Server);
    QVERIFY(client.serverError() == SessionError::Proof);
}

void RecoveryTest::aCopiedReplicaLearnsThatItsLogForked() {
    SyncWorld world;
    // The other life of the same device has handed over a first segment of its own.
    const SigningKey& signer = world.editor.keys().signing;
    SegmentHeader header;
    header.space = world.space;
    header.log = {world.editor.device(), 1};
    header.first = header.last = 1;
    header.paddedSize = 256;
    const Segment other = Segment::sign(header, Bytes(296, 7), signer);
    const Bytes wire(other.wire().begin(), other.wire().end());
    const NewEntry entry{EntryKind::Segment, other.hash(), wire, header.log, 1, 1};
    QVERIFY(world.server.store().append(world.space, std::vector{entry}).ok());
    world.server.useQuotas({}); // a relay that knows of it

    world.editor.write(world.space);
    const SyncSummary summary = sync(world.editor, world.server, world.space);
    QVERIFY(hasIncident(summary, Incident::OwnLogForked));
    QVERIFY(!hasIncident(summary, Incident::BadReceipt) && !hasIncident(summary, Incident::Withheld));
    QVERIFY(summary.refused.empty()); // what was, was written again
    QCOMPARE(world.editor.replica().counts(world.space)->forks, std::uint64_t{1});
    QCOMPARE(summary.writtenAgain, 1U);
    QVERIFY(summary.receipt && world.editor.replica().counts(world.space)->undelivered == 0);
}

QTEST_APPLESS_MAIN(RecoveryTest)
#include "recovery_test.moc"
