#include <QTest>

#include "sync/membership/key_object.h"
#include "tests/support/evil_member.h"
#include "tests/support/evil_server.h"
#include "tests/support/hand_client.h"

using namespace puente;
using namespace puente::test;
using Incident = SyncSummary::Incident;

/// An office that was let in and lies: with its clock, its keys, its numbers, others' words, or after it was removed.
/// The server is honest. Everyone else goes on, agrees, and accuses nobody else of it.
class LyingMemberTest : public QObject {
    Q_OBJECT

private slots:
    void whatDoesNotOpenHoldsNobodyUp_data();
    void whatDoesNotOpenHoldsNobodyUp();
    void anUnknownKeyHoldsNobodyUp();
    void aFarFutureClockDragsNobodyAlong();
    void backDatingAfterARemovalCountsForNothing();
    void aClosedLogIsNotCalledWithheld();
    void noRoomIsTakenBeyondTheQuota();
    void whoIsNoAdminCannotUseUpTheRecords();
    void nobodyElsesWordsCanBeForwarded();
    void nothingIsSentWhereOneWasRemoved();
    void aKeyOfItsOwnReachesNobody();
    void aStrayRequestSpoilsNoStick();
};

namespace {

/// The world of three; the editor is the liar.
struct Trouble : SyncWorld {
    EvilMember liar{editor, space};

    std::vector<Frame> handOver(const std::vector<Segment>& segments) {
        std::vector<Frame> pushes;
        for (const Segment& segment : segments)
            pushes.push_back(pushOf(segment));
        return liar.handOver(server, pushes);
    }
    OrganizationId liarsOrganization() const { return editor.keys().certificate.organization; }
    /// Everyone but the liar.
    bool isWell(std::uint64_t records) { return endsWell({&founder, &reader}, server, space, records); }
};

std::vector<RefusedFrame> refusals(const std::vector<Frame>& frames) {
    return only<RefusedFrame>(frames);
}

SpaceKey anotherKey() {
    SeededEntropy entropy(31);
    return SpaceKey::generate(entropy);
}

} // namespace

void LyingMemberTest::whatDoesNotOpenHoldsNobodyUp_data() {
    QTest::addColumn<QString>("how");
    for (const char* how : {"another key than the header names", "no body", "too many logs"})
        QTest::newRow(how) << how;
}

// A13, A20: the server cannot see that it does not open. All see it alike, it is the author's doing, and receipts come.
void LyingMemberTest::whatDoesNotOpenHoldsNobodyUp() {
    QFETCH(QString, how);
    Trouble world;
    std::vector<Segment> sent{world.liar.append("bueno")};
    if (how == "another key than the header names") sent.push_back(world.liar.appendUnder(anotherKey()));
    if (how == "no body") sent.push_back(world.liar.appendBytes(Bytes(300, 5)));
    if (how == "too many logs") {
        SegmentBody body = world.liar.body("muchas");
        for (std::uint32_t i = 2; i < 5000; ++i) {
            body.logs.push_back({world.founder.device(), i});
            body.changeSets[0].operations.push_back(
                {Operation::Kind::Write, body.changeSets[0].operations[0].record, 9, Reference{{i - 1, 1, 0}}, {}});
        }
        sent.push_back(world.liar.append(body));
    }
    sent.push_back(world.liar.append("después"));
    QVERIFY(refusals(world.handOver(sent)).empty());

    world.founder.write(world.space);
    for (SyncOffice* office : {&world.founder, &world.reader}) {
        const SyncSummary summary = sync(*office, world.server, world.space);
        QVERIFY(summary.receipt && summary.incidents.size() == 1);
        QVERIFY(hasIncident(summary, Incident::AuthorBroken));
    }
    world.handOver({world.liar.append("aún después")}); // in another conversation nobody is accused of a hole either
    for (SyncOffice* office : {&world.founder, &world.reader}) {
        const SyncSummary summary = sync(*office, world.server, world.space);
        QVERIFY(summary.receipt && !hasIncident(summary, Incident::Withheld));
    }
    QVERIFY(world.isWell(2)); // what came before it counts, as does everybody else's

    // Whoever compares heights (after a stick) is not told of a hole.
    QVERIFY(world.reader.replica().compareNext(world.space).ok());
    const SyncSummary compared = sync(world.reader, world.server, world.space);
    QVERIFY(compared.receipt && !hasIncident(compared, Incident::Withheld));
}

void LyingMemberTest::anUnknownKeyHoldsNobodyUp() {
    Trouble world;
    const Segment unknown = world.liar.seal(world.liar.body("clave propia"), anotherKey());
    QVERIFY(refusals(world.handOver({unknown})).empty());
    QVERIFY(sync(world.reader, world.server, world.space).receipt);
    QCOMPARE(world.reader.replica().counts(world.space)->parked, std::uint64_t{1});
    world.founder.write(world.space);
    QVERIFY(world.isWell(1));
    QVERIFY(world.reader.replica().compareNext(world.space).ok());
    QVERIFY(sync(world.reader, world.server, world.space).receipt);
}

// A29
void LyingMemberTest::aFarFutureClockDragsNobodyAlong() {
    Trouble world;
    const std::uint64_t in2099 = 4'070'908'800'000;
    world.handOver({world.liar.append(world.liar.body("2099", {.time = in2099, .counter = 0})),
                    world.liar.append(world.liar.body("el fin", {.time = kStampTimeMax, .counter = 0}))});
    QVERIFY(sync(world.founder, world.server, world.space).receipt);
    QVERIFY(!world.founder.replica().clockIsSuspect()); // hers is right
    world.founder.write(world.space);
    const Dot own{world.founder.replica().findSpace(world.space)->ownLogNumber, 1, 0};
    const auto history = world.founder.replica().history(own);
    QVERIFY(history.ok() && !history->empty());
    const std::uint64_t now = 1'760'000'000'000, fiveMinutes = 300'000;
    QVERIFY(history->front().stamp.time <= now + fiveMinutes);
    QVERIFY(world.isWell(3));
}

// A30
void LyingMemberTest::backDatingAfterARemovalCountsForNothing() {
    Trouble world;
    world.handOver({world.liar.append("a tiempo")});
    sync(world.founder, world.server, world.space);
    sync(world.reader, world.server, world.space);
    const auto lateBody = [&](const char* text) { return world.liar.body(text, {.time = 1'000, .counter = 0}); };
    const Segment late = world.liar.append(lateBody("ayer")), later = world.liar.append(lateBody("anteayer"));
    QVERIFY(world.founder.replica().removeOrganization(world.space, world.liarsOrganization()).ok());
    sync(world.founder, world.server, world.space);

    // The server takes nothing from it any more; a stick does not ask it.
    for (const RefusedFrame& refused : refusals(world.handOver({late})))
        QVERIFY(refused.reason == Refusal::NotMember);
    std::vector<Replica::Arrival> stick;
    for (const Segment* segment : {&later, &late})
        stick.push_back({EntryKind::Segment, Bytes(segment->wire().begin(), segment->wire().end())});
    QCOMPARE(world.founder.replica().receive(world.space, stick)->changeSets, 0U);
    QCOMPARE(world.reader.replica().receive(world.space, stick)->changeSets, 2U); // who has not heard of it yet
    sync(world.reader, world.server, world.space);                                // and now has
    QVERIFY(world.isWell(1));
    world.founder.write(world.space);
    QVERIFY(world.isWell(2));
    const SegmentHeader now = [&] {
        const auto log = world.founder.replica().findSpace(world.space)->ownLog;
        return world.founder.replica().segmentsAfter(world.space, log, 0, 1)->front().header();
    }();
    QVERIFY(now.key != world.liar.key().idFor(world.space, world.founder.device().view())); // a key it never saw
}

// What a server stored before the removal, and lies beyond the cut, is there and does not count: nobody withheld it.
void LyingMemberTest::aClosedLogIsNotCalledWithheld() {
    Trouble world;
    QVERIFY(world.founder.replica().removeOrganization(world.space, world.liarsOrganization()).ok());
    world.handOver({world.liar.append("sin que la fundadora lo viera"), world.liar.append("ni esto")});
    sync(world.founder, world.server, world.space);
    QVERIFY(world.isWell(0));
    QVERIFY(world.reader.replica().counts(world.space)->quarantined > 0);
    for (int i = 0; i < 2; ++i) {
        QVERIFY(world.reader.replica().compareNext(world.space).ok());
        const SyncSummary compared = sync(world.reader, world.server, world.space);
        QVERIFY(compared.receipt && compared.incidents.empty());
    }
}

// A19
void LyingMemberTest::noRoomIsTakenBeyondTheQuota() {
    Trouble world;
    world.server.useQuotas({.deviceEntriesMax = 20});
    std::vector<Segment> flood;
    for (int i = 0; i < 100; ++i)
        flood.push_back(world.liar.append("más"));
    const auto refused = refusals(world.handOver(flood));
    QCOMPARE(refused.size(), std::size_t{80});
    QVERIFY(refused[0].reason == Refusal::OverDeviceQuota);
    world.founder.write(world.space);
    QVERIFY(world.isWell(21));
}

// A19: an office that may admit nobody could else fill the 20,000 places for records with statements about its own log.
void LyingMemberTest::whoIsNoAdminCannotUseUpTheRecords() {
    Trouble world;
    world.server.useQuotas({.otherRecordsMax = 5});
    const auto known = world.reader.replica().membershipRecords(world.space);
    std::vector<Frame> pushes;
    for (std::uint32_t i = 1; i <= 50; ++i) {
        const StateFork word{1, {}, {i, *Hash::from(Bytes(32, 1))}, {}, i + 1};
        const MembershipRecord::Content content{world.space, world.editor.device(), {known->back().hash()}, word};
        pushes.push_back(pushOf(MembershipRecord::sign(content, {}, world.editor.keys().signing)));
    }
    const auto refused = refusals(world.liar.handOver(world.server, pushes));
    QCOMPARE(refused.size(), std::size_t{45});
    QVERIFY(refused[0].reason == Refusal::OverDeviceQuota);
    QVERIFY(world.founder.replica().removeOrganization(world.space, world.liarsOrganization()).ok());
    const SyncSummary removed = sync(world.founder, world.server, world.space);
    QVERIFY(removed.receipt && removed.refused.empty());
    QVERIFY(world.isWell(0));
}

// A35: the founder's own bytes in another space, and her words under the liar's seal, name, or both.
void LyingMemberTest::nobodyElsesWordsCanBeForwarded() {
    Trouble world;
    world.founder.write(world.space);
    sync(world.founder, world.server, world.space);
    sync(world.editor, world.server, world.space);
    const SpaceId second = *world.founder.replica().createSpace("Otro", "", "OSC");
    world.founder.invite(second, Role::Editor, world.editor);
    for (SyncOffice* office : {&world.founder, &world.editor, &world.founder, &world.editor})
        sync(*office, world.server, second);

    EvilMember there(world.editor, second);
    const auto log = world.founder.replica().findSpace(world.space)->ownLog;
    const Segment words = world.founder.replica().segmentsAfter(world.space, log, 0, 1)->front();
    QVERIFY(openSegment(words, world.liar.key()).ok()); // it may read them
    const PushFrame same = std::get<PushFrame>(pushOf(words));
    PushFrame renamed = std::get<PushFrame>(pushOf(there.seal(there.body("sus palabras"), there.key())));
    const DeviceId liar = world.editor.device(), founder = world.founder.device();
    const auto name = std::search(renamed.bytes.begin(), renamed.bytes.end(), liar.bytes.begin(), liar.bytes.end());
    QVERIFY(name != renamed.bytes.end());
    std::copy(founder.bytes.begin(), founder.bytes.end(), name); // by the liar's hand, in the founder's name
    for (const PushFrame& push : {same, renamed}) {
        const auto before = *world.server.store().end(second);
        there.handOver(world.server, {push});
        QVERIFY(*world.server.store().end(second) == before);
        const auto received = world.founder.replica().receive(second, {{push.kind, push.bytes}});
        QVERIFY(received.ok() && received->outcomes[0] == Reception::Malformed);
    }
    QCOMPARE(world.founder.recordCount(second), std::uint64_t{0});
    QVERIFY(endsWell({&world.founder, &world.editor}, world.server, second, 0));
}

void LyingMemberTest::nothingIsSentWhereOneWasRemoved() {
    Trouble world;
    QVERIFY(world.founder.replica().removeOrganization(world.space, world.liarsOrganization()).ok());
    sync(world.founder, world.server, world.space);
    const auto end = *world.server.store().end(world.space);
    const auto record =
        actIn(world.space, Office::make(666), {end.running}, offerOf(inviteKey(1), Role::Admin)); // another's key
    const auto answer = world.liar.handOver(world.server, {pushOf(world.liar.append("aún aquí")), pushOf(record)});
    QCOMPARE(refusals(answer).size(), std::size_t{2});
    for (const RefusedFrame& refused : refusals(answer))
        QVERIFY(refused.reason == Refusal::NotMember);
    QVERIFY(*world.server.store().end(world.space) == end);
    QVERIFY(only<StatusFrame>(answer).front().status == SpaceStatus::Former && only<EntryFrame>(answer).empty());
    QVERIFY(world.isWell(0));
}

// A13: what a key object yields must be what the epoch's record commits to.
void LyingMemberTest::aKeyOfItsOwnReachesNobody() {
    Trouble world;
    const SealingId reader = world.reader.keys().certificate.sealing;
    KeyObject::Content content{world.space,
                               world.editor.device(),
                               world.founder.replica().membership(world.space).currentEpoch()->record,
                               {},
                               {}};
    content.entries = {{KeyObject::tagOf(reader), sealTo(reader, anotherKey().reveal(), world.editor.entropy())}};
    const KeyObject object = KeyObject::sign(content, world.editor.keys().signing);
    const PushFrame push{EntryKind::KeyObject, world.space, {object.wire().begin(), object.wire().end()}};
    QVERIFY(refusals(world.liar.handOver(world.server, {push})).empty());
    world.handOver({world.liar.seal(world.liar.body("solo para ella"), anotherKey())});
    QVERIFY(sync(world.reader, world.server, world.space).receipt);
    QCOMPARE(world.reader.recordCount(world.space), std::uint64_t{0});
    world.founder.write(world.space);
    QVERIFY(world.isWell(1));
}

// A stick with a request for an invite that nobody offered is taken all the same.
void LyingMemberTest::aStrayRequestSpoilsNoStick() {
    Trouble world;
    world.editor.write(world.space);
    Bundle bundle = bundleFrom(bundleOf(world.editor, world.space));
    const JoinRequest stray = joinRequestOf(world.space, inviteKey(99), Office::make(7));
    bundle.spaces[0].joinRequests = {{stray.wire().begin(), stray.wire().end()}};
    const auto report = importBundle(world.founder.replica(), std::move(bundle));
    QVERIFY(report.ok());
    QVERIFY(report->spaces[0].changeSets == 1 && report->spaces[0].refused == 1);
    QVERIFY(world.founder.replica().waitingJoiners(world.space).empty());
    QVERIFY(endsWell(world, 1));
}

QTEST_APPLESS_MAIN(LyingMemberTest)
#include "lying_member_test.moc"
