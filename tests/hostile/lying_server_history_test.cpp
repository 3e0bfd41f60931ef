#include <QTest>

#include "sync/session/receipt_proof.h"
#include "tests/support/effort.h"
#include "tests/support/evil_server.h"
#include "tests/support/hand_client.h"
#include "tests/support/prng.h"

using namespace puente;
using namespace puente::test;
using Incident = SyncSummary::Incident;

/// A server that goes back, repeats, reorders, holds back, shows each office another past, or says too much: each
/// office says so or is not moved by it, loses nothing, and agrees with the others as soon as somebody is honest.
class LyingServerHistoryTest : public QObject {
    Q_OBJECT

private slots:
    void everyOfficeNoticesARollBack();
    void nothingChangesByRepeating();
    void orderDoesNotMatter();
    void aHoleIsNamed_data();
    void aHoleIsNamed();
    void aTailIsMissedByWhatOthersHaveSeen();
    void aTailThatNobodySpeaksOfIsSentLater();
    void aSplitViewIsHealedByOneStick();
    void twoReceiptsForOnePositionAreAProof();
    void aSignedReceiptOfADisbelievedAnswerIsAProofToo();
    void whatASignatureDoesNotCoverProvesNothing();
    void oldReceiptsAreForgottenButForTheProof();
    void aDeniedSpaceIsSaid_data();
    void aDeniedSpaceIsSaid();
    void strangersRecordsFillNothing();
    void namingWithoutEndIsLeft_data();
    void namingWithoutEndIsLeft();
};

namespace {

bool isSegment(const Frame& frame) {
    const auto* entry = std::get_if<EntryFrame>(&frame);
    return entry && entry->kind == EntryKind::Segment;
}

} // namespace

// A03
void LyingServerHistoryTest::everyOfficeNoticesARollBack() {
    SyncWorld world;
    fill(world.founder, world.server, world.space, 1);
    const MemoryStore old = world.server.copy();
    for (SyncOffice* office : {&world.founder, &world.editor})
        fill(*office, world.server, world.space, 2);
    for (SyncOffice* office : {&world.founder, &world.editor, &world.reader})
        sync(*office, world.server, world.space);
    for (SyncOffice* office : {&world.founder, &world.editor, &world.reader}) {
        world.server.become(old); // again for each: none of them is told by what another one filled in
        const SyncSummary summary = sync(*office, world.server, world.space);
        QVERIFY(hasIncident(summary, Incident::ServerLostData) && summary.receipt);
    }
    QVERIFY(endsWell(world, 5));
}

// A04
void LyingServerHistoryTest::nothingChangesByRepeating() {
    SyncWorld world;
    fill(world.founder, world.server, world.space, 3);
    EvilServer evil(world.server);
    evil.onDown = [](std::vector<Frame>& frames) {
        std::vector<Frame> repeated;
        for (const Frame& frame : frames) {
            const bool isEntry = std::holds_alternative<EntryFrame>(frame);
            repeated.insert(repeated.end(), isEntry ? 50 : 1, frame);
        }
        frames = std::move(repeated);
    };
    evil.onUp = [](std::vector<Frame>& frames) {
        std::vector<Frame> repeated;
        for (const Frame& frame : frames)
            repeated.insert(repeated.end(), std::holds_alternative<PushFrame>(frame) ? 50 : 1, frame);
        frames = std::move(repeated);
    };
    world.editor.write(world.space);
    const SyncSummary summary = evil.meet(world.editor, world.space);
    QVERIFY(summary.receipt && summary.incidents.empty());
    QCOMPARE(world.editor.recordCount(world.space), std::uint64_t{4});
    const std::uint64_t stored = world.server.store().end(world.space)->position;
    // A whole flight of an earlier day, at the server again: it changes nothing there either.
    Responder responder(world.server.relay(), {}, instantOf(1'760'000'000'000));
    for (const Frame& frame : evil.sentUp)
        QVERIFY(responder.feed(encodeFrame(frame), instantOf(1'760'000'000'000)).ok());
    QCOMPARE(world.server.store().end(world.space)->position, stored);
    QVERIFY(endsWell(world, 4));
}

// A05
void LyingServerHistoryTest::orderDoesNotMatter() {
    SyncWorld world;
    fill(world.founder, world.server, world.space, 3);
    fill(world.editor, world.server, world.space, 3);
    Prng prng(5);
    for (std::size_t i = 0; i < effort(20); ++i) {
        EvilServer evil(world.server);
        evil.onDown = [&](std::vector<Frame>& frames) {
            const auto begin = std::find_if(frames.begin(), frames.end(), isSegment);
            const auto end = std::find_if_not(begin, frames.end(), isSegment);
            for (auto left = end - begin; left > 1; --left)
                std::swap(begin[left - 1], begin[static_cast<std::ptrdiff_t>(prng.below(std::uint64_t(left)))]);
        };
        SyncOffice late(100 + i);
        world.founder.invite(world.space, Role::Editor, late);
        sync(world.founder, world.server, world.space);
        sync(late, world.server, world.space);
        sync(world.founder, world.server, world.space);
        const SyncSummary summary = evil.meet(late, world.space);
        QVERIFY(summary.receipt && summary.incidents.empty());
        QVERIFY(late.state(world.space) == world.founder.state(world.space));
    }
    QVERIFY(endsWell(world, 6));
}

// A06
void LyingServerHistoryTest::aHoleIsNamed_data() {
    QTest::addColumn<int>("which");
    QTest::addColumn<bool>("renumbers");
    for (int which = 0; which < 4; ++which) {
        QTest::addRow("segment %d, its place left free", which) << which << false;
        QTest::addRow("segment %d, places closed up and signed for", which) << which << true;
    }
    QTest::newRow("the last, its place left free") << 4 << false; // no chain shows it
}

void LyingServerHistoryTest::aHoleIsNamed() {
    QFETCH(int, which);
    QFETCH(bool, renumbers);
    SyncWorld world;
    fill(world.founder, world.server, world.space, 5);
    const Replica::Cursor before = world.reader.replica().cursor(world.space);
    EvilServer evil(world.server);
    evil.onDown = [&](std::vector<Frame>& frames) {
        const auto gone = std::find_if(frames.begin(), frames.end(), isSegment) + which;
        if (gone >= frames.end()) return;
        frames.erase(gone);
        if (!renumbers) return;
        LogPosition at = before.at;
        for (Frame& frame : frames) {
            if (auto* entry = std::get_if<EntryFrame>(&frame)) {
                entry->position = at.position + 1;
                at = {at.position + 1, runningHash(at.running, entry->kind, entryHash(entry->kind, entry->bytes))};
            }
            if (auto* receipt = std::get_if<ReceiptFrame>(&frame)) {
                receipt->at = at;
                signReceipt(*receipt, world.server.signer(), world.reader, world.server.store().instance(), {});
            }
        }
    };
    const SyncSummary summary = evil.meet(world.reader, world.space);
    QVERIFY(!summary.receipt && hasIncident(summary, Incident::Withheld));
    QVERIFY(world.reader.replica().cursor(world.space) == before);
    QVERIFY(endsWell(world, 5));
}

// A06, where no chain shows a hole: the founder's last segment is left out, and all is numbered and signed as if it had
// never been. What the editor writes then tells that she had seen it.
void LyingServerHistoryTest::aTailIsMissedByWhatOthersHaveSeen() {
    SyncWorld world;
    fill(world.founder, world.server, world.space, 2);
    sync(world.editor, world.server, world.space);
    const std::uint64_t tail = world.server.store().end(world.space)->position;
    fill(world.editor, world.server, world.space, 1);
    MemoryStore tailless(world.server.store().instance());
    const auto entries = *world.server.store().read(world.space, 0, std::nullopt, 100'000'000);
    for (const Entry& entry : entries) {
        const NewEntry copy{entry.kind, entry.hash, entry.bytes, entry.log, entry.first, entry.last};
        if (entry.position != tail) QVERIFY(tailless.append(world.space, std::vector{copy}).ok());
    }
    world.server.become(tailless);
    const SyncSummary summary = sync(world.reader, world.server, world.space);
    QVERIFY(hasIncident(summary, Incident::Missing));
    const auto missing = world.reader.replica().missing(world.space);
    QVERIFY(missing.ok() && missing->size() == 1);
    QVERIFY(missing->front().log.device == world.founder.device() && missing->front().height.sequence == 2);
    // The stick brings it all the same, and the server gets it back.
    carry(world.editor, world.reader, world.space);
    QVERIFY(world.reader.replica().missing(world.space)->empty());
    QVERIFY(endsWell(world, 3));
}

// A06, while nobody has written since: nothing tells, and nothing is lost.
void LyingServerHistoryTest::aTailThatNobodySpeaksOfIsSentLater() {
    SyncWorld world;
    const MemoryStore tailless = world.server.copy();
    fill(world.founder, world.server, world.space, 2);
    const MemoryStore whole = world.server.copy();
    world.server.become(tailless);
    QVERIFY(sync(world.reader, world.server, world.space).incidents.empty());
    QCOMPARE(world.reader.recordCount(world.space), std::uint64_t{0});
    world.server.become(whole);
    QVERIFY(endsWell(world, 2));
}

// A07
void LyingServerHistoryTest::aSplitViewIsHealedByOneStick() {
    SyncWorld world;
    SyncServer other; // the same keys and instance: the office cannot tell that it is led elsewhere
    other.become(world.server.copy());
    fill(world.founder, world.server, world.space, 25);
    sync(world.reader, world.server, world.space);
    fill(world.editor, other, world.space, 25);
    carry(world.editor, world.founder, world.space);
    QCOMPARE(world.founder.recordCount(world.space), std::uint64_t{50});

    // Who still sees one half only is told by what the founder writes: it declares that it had seen the editor's.
    world.founder.write(world.space);
    EvilServer evil(world.server);
    evil.onUp = without<PushFrame>([&](const PushFrame& push) {
        return push.kind == EntryKind::Segment &&
               Segment::parse(push.bytes)->header().log.device == world.editor.device();
    });
    evil.meet(world.founder, world.space);
    QVERIFY(hasIncident(sync(world.reader, world.server, world.space), Incident::Missing));
    QVERIFY(carry(world.founder, world.reader, world.space).spaces[0].changeSets > 0);
    QVERIFY(endsWell(world, 51));
}

// A07
void LyingServerHistoryTest::twoReceiptsForOnePositionAreAProof() {
    SyncWorld world;
    SyncServer other;
    other.become(world.server.copy());
    fill(world.founder, world.server, world.space, 2);
    fill(world.editor, other, world.space, 2);
    QVERIFY(world.reader.replica().receiptProofs(world.space)->empty());
    QVERIFY(!hasIncident(sync(world.reader, world.server, world.space), Incident::ServerContradicted));
    // It fills each half up with the other one: both then hold the same, in another order, and are signed for.
    QVERIFY(!hasIncident(sync(world.reader, other, world.space), Incident::ServerContradicted));
    QVERIFY(hasIncident(sync(world.reader, world.server, world.space), Incident::ServerContradicted));
    const auto proofs = world.reader.replica().receiptProofs(world.space);
    QVERIFY(proofs.ok() && proofs->size() == 1);
    QVERIFY(proofs->front().one.server == world.server.id());
    const auto read = decodeReceiptProofFile(encodeProofFile(proofs->front()));
    QVERIFY(read.ok() && *read == proofs->front());
    QVERIFY(endsWell(world, 4));
}

void LyingServerHistoryTest::aSignedReceiptOfADisbelievedAnswerIsAProofToo() {
    SyncWorld world;
    fill(world.founder, world.server, world.space, 1);
    sync(world.reader, world.server, world.space);
    EvilServer evil(world.server);
    evil.onDown = each<ReceiptFrame>([&](ReceiptFrame& receipt) {
        receipt.at.running.bytes[0] ^= 1;
        signReceipt(receipt, world.server.signer(), world.reader, world.server.store().instance(), {});
    });
    const SyncSummary summary = evil.meet(world.reader, world.space);
    QVERIFY(hasIncident(summary, Incident::HistoryRewritten) && hasIncident(summary, Incident::ServerContradicted));
    QCOMPARE(world.reader.replica().receiptProofs(world.space)->size(), std::size_t{1});
    QVERIFY(endsWell(world, 1));
}

void LyingServerHistoryTest::whatASignatureDoesNotCoverProvesNothing() {
    SyncWorld world;
    fill(world.founder, world.server, world.space, 1);
    sync(world.reader, world.server, world.space);
    EvilServer evil(world.server);
    evil.onDown = each<ReceiptFrame>([](ReceiptFrame& receipt) { receipt.at.running.bytes[0] ^= 1; });
    QVERIFY(!hasIncident(evil.meet(world.reader, world.space), Incident::ServerContradicted));
    QVERIFY(world.reader.replica().receiptProofs(world.space)->empty());
    QVERIFY(endsWell(world, 1));
}

void LyingServerHistoryTest::oldReceiptsAreForgottenButForTheProof() {
    SyncWorld world;
    const auto say = [&](std::uint64_t position, std::uint8_t past) {
        SignedReceipt receipt{.server = world.server.id(),
                              .space = world.space,
                              .device = world.reader.device(),
                              .instance = world.server.store().instance(),
                              .at = {position, Hash{{past}}},
                              .ownHeight = 0,
                              .ownHead = {},
                              .signature = {}};
        receipt.signature = world.server.signer().sign(Purpose::Receipt, receipt.signedMessage());
        return *world.reader.replica().keepReceipt(world.space, receipt);
    };
    QVERIFY(!say(1'000, 1) && !say(1'001, 1));
    QVERIFY(say(1'000, 2) && !say(1'000, 2)); // told once
    for (std::uint64_t position = 2'000; position < 2'257; ++position)
        QVERIFY(!say(position, 1));
    QVERIFY(!say(1'001, 2)); // its counterpart is gone
    QVERIFY(say(1'000, 3));  // of the proof neither is
    QCOMPARE(world.reader.replica().receiptProofs(world.space)->size(), std::size_t{1});
}

void LyingServerHistoryTest::aDeniedSpaceIsSaid_data() {
    QTest::addColumn<int>("status");
    QTest::newRow("no such space") << int(SpaceStatus::Unknown);
    QTest::newRow("no such member") << int(SpaceStatus::NotMember);
}

void LyingServerHistoryTest::aDeniedSpaceIsSaid() {
    QFETCH(int, status);
    SyncWorld world;
    world.editor.write(world.space);
    EvilServer evil(world.server);
    evil.onDown = [&](std::vector<Frame>& frames) {
        frames = {StatusFrame{world.space, SpaceStatus(status), {}}, EndFrame{}};
    };
    const SyncSummary summary = evil.meet(world.editor, world.space);
    QVERIFY(!summary.receipt && !evil.fault);
    const bool isUnknown = SpaceStatus(status) == SpaceStatus::Unknown;
    QVERIFY(hasIncident(summary, isUnknown ? Incident::SpaceDenied : Incident::ServerLostData));
    QCOMPARE(world.editor.replica().cursor(world.space).delivered, 0U);
    QVERIFY(endsWell(world, 1));
}

// A space may have 20,000 records. Were strangers' kept, a server could use them up, and nobody were removed any more.
void LyingServerHistoryTest::strangersRecordsFillNothing() {
    SyncWorld world;
    const auto known = world.reader.replica().membershipRecords(world.space);
    const Office stranger = Office::make(66);
    Hash parent = known->back().hash();
    EvilServer evil(world.server);
    evil.onDown = [&](std::vector<Frame>& frames) {
        for (std::uint64_t i = 0; i < 50; ++i) {
            const auto record = actIn(world.space, stranger, {parent}, offerOf(inviteKey(i), Role::Admin));
            parent = record.hash();
            const Bytes wire(record.wire().begin(), record.wire().end());
            frames.insert(frames.begin() + 1, EntryFrame{100 + i, EntryKind::Membership, world.space, wire});
        }
    };
    const SyncSummary summary = evil.meet(world.reader, world.space);
    QVERIFY(!summary.receipt && hasIncident(summary, Incident::NotAuthentic));
    QCOMPARE(world.reader.replica().membershipRecords(world.space)->size(), known->size());
    QVERIFY(endsWell(world, 0));
}

void LyingServerHistoryTest::namingWithoutEndIsLeft_data() {
    QTest::addColumn<int>("what");
    QTest::newRow("places far ahead") << 0;
    QTest::newRow("records that it has") << 1;
    QTest::newRow("logs that it has") << 2;
}

void LyingServerHistoryTest::namingWithoutEndIsLeft() {
    QFETCH(int, what);
    SyncWorld world;
    world.editor.write(world.space);
    EvilServer evil(world.server);
    SeededEntropy entropy(1);
    evil.onDown = [&](std::vector<Frame>& frames) {
        frames = {StatusFrame{world.space, what == 0 ? SpaceStatus::Continues : SpaceStatus::Compare,
                              world.server.store().instance()}};
        for (std::uint64_t i = 0; i < 200; ++i) {
            const Hash hash = entropy.draw<Hash>();
            HeightsFrame heights{world.space, 1000, {}, {}};
            if (what == 1) heights.others = {hash};
            if (what == 2) heights.heights = {{{world.editor.device(), std::uint32_t(i + 1)}, {1, hash}}};
            if (what == 0)
                frames.push_back(OwnFrame{world.space, {{1000 + i, EntryKind::Segment, hash}}});
            else
                frames.push_back(heights);
        }
    };
    SessionLimits limits;
    limits.namedMax = 100;
    const SyncSummary summary = evil.meet(world.editor, world.space, limits);
    QVERIFY(evil.fault == Initiator::Fault::Protocol && !summary.receipt);
    QVERIFY(endsWell(world, 1));
}

QTEST_APPLESS_MAIN(LyingServerHistoryTest)
#include "lying_server_history_test.moc"
