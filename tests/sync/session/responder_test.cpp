#include <QTest>

#include "tests/support/relay_world.h"

using namespace puente;
using namespace puente::test;

namespace {

/// A server that has three segments of the editor's, and the reader, who compares heights with it.
struct ComparedLog {
    RelayWorld world;
    std::vector<Segment> log = opaqueLog(world.space, world.editor, 3);
    HandClient client{world.relay, world.reader};

    ComparedLog() {
        HandClient(world.relay, world.editor).handOver(world.space, {pushOf(log[0]), pushOf(log[1]), pushOf(log[2])});
        WireCursor stale = world.cursor();
        stale.instance = {};
        client.talk({client.request({client.from(world.space, stale)})});
    }
    /// What comes of saying that the reader's own end of this log is at `height`.
    std::vector<Frame> want(std::vector<Frame> frames, const Height& height) {
        frames.push_back(WantFrame{world.space, {{{world.editor.device(), 1}, height}}, {}});
        return client.talk(frames);
    }
};

} // namespace

/// The server takes what members may write, in order, and gives members what they lack; it reads nothing.
class ResponderTest : public QObject {
    Q_OBJECT

private slots:
    void aMemberGetsWhatItLacksInOneFlight();
    void membershipComesBeforeSegments();
    void whatIsHandedOverIsNotSentBack();
    void nothingNewCostsLittle();
    void theReceiptIsSigned();
    void handingOverTwiceChangesNothing();
    void anotherMembersSegmentMayBeHandedOver();
    void aCursorThatDoesNotFitIsAnsweredWithHeights_data();
    void aCursorThatDoesNotFitIsAnsweredWithHeights();
    void wantingSendsOnlyWhatIsMissing();
    void aForkedLogIsSentWhole();
    void aForkedLogIsSentWholeToOneWhoHasMore();
    void aNonMemberGetsNothing();
    void anUnknownSpaceIsUnknown();
    void refusals_data();
    void refusals();
    void whatAnAdminSignedIsTakenAfterItLostTheRight();
    void aJoinRequestWaitsForAnAdmin();
    void joinRequestsAreRefused_data();
    void joinRequestsAreRefused();
    void anAdmissionEndsTheWaiting();
    void whatWasCollectedIsStoredWhenTheConnectionBreaks();
    void answersAreReadOnlyAsTheyAreTaken();
    void twoConnectionsCannotForkALog();
    void aStatedBranchIsTakenUntilItIsWhole();
    void totalsCount();
};

void ResponderTest::aMemberGetsWhatItLacksInOneFlight() {
    RelayWorld world;
    const auto log = opaqueLog(world.space, world.editor, 3);
    HandClient writer(world.relay, world.editor);
    writer.handOver(world.space, {pushOf(log[0]), pushOf(log[1]), pushOf(log[2])});

    HandClient client(world.relay, world.reader);
    const auto answer = client.talk({client.request({client.from(world.space)})});
    QVERIFY(std::get<StatusFrame>(answer.front()).status == SpaceStatus::Continues);
    QVERIFY(std::holds_alternative<EndFrame>(answer.back()));
    const auto entries = only<EntryFrame>(answer);
    QCOMPARE(entries.size(), world.records.size() + log.size());
    for (std::size_t i = 0; i < entries.size(); ++i)
        QCOMPARE(entries[i].position, std::uint64_t{i + 1});
    QVERIFY(equal(entries.back().bytes, log.back().wire()));
    QVERIFY(only<ReceiptFrame>(answer).front().at == *world.store.end(world.space));
}

void ResponderTest::membershipComesBeforeSegments() {
    RelayWorld world;
    const auto log = opaqueLog(world.space, world.founder, 1);
    const auto offer =
        actIn(world.space, world.founder, {world.records.back().hash()}, offerOf(inviteKey(9), Role::Reader));
    HandClient(world.relay, world.founder).handOver(world.space, {pushOf(log[0])});
    HandClient(world.relay, world.founder).handOver(world.space, {pushOf(offer)});

    HandClient client(world.relay, world.reader);
    const auto entries = only<EntryFrame>(client.handOver(world.space, {}));
    QVERIFY(entries.back().kind == EntryKind::Segment);
    QCOMPARE(entries.back().position + 1, entries[entries.size() - 2].position);
}

void ResponderTest::whatIsHandedOverIsNotSentBack() {
    RelayWorld world;
    const auto log = opaqueLog(world.space, world.founder, 2);
    const auto offer =
        actIn(world.space, world.founder, {world.records.back().hash()}, offerOf(inviteKey(9), Role::Reader));
    const WireCursor before = world.cursor();
    HandClient client(world.relay, world.founder);
    const auto answer = client.talk(
        {client.request({client.from(world.space, before, 2)}), pushOf(offer), pushOf(log[0]), pushOf(log[1])});
    QVERIFY(only<EntryFrame>(answer).empty());
    LogPosition reached = before.at;
    for (const OwnFrame& marks : only<OwnFrame>(answer))
        for (const OwnFrame::Item& item : marks.items)
            reached = {item.position, runningHash(reached.running, item.kind, item.hash)};
    QVERIFY(reached == only<ReceiptFrame>(answer).front().at);
}

void ResponderTest::nothingNewCostsLittle() {
    RelayWorld world;
    HandClient client(world.relay, world.reader);
    const RequestFrame request = client.request({client.from(world.space, world.cursor(), 0)});
    QVERIFY(client.send(request) && client.send(EndFrame{}));
    QVERIFY(encodeFrame(request).size() + encodeFrame(EndFrame{}).size() <= 200);
    QVERIFY(client.responder().takeOutput().size() <= 200);
}

void ResponderTest::theReceiptIsSigned() {
    RelayWorld world;
    const auto log = opaqueLog(world.space, world.editor, 1);
    HandClient client(world.relay, world.editor);
    const auto answer = client.talk({client.request({client.from(world.space, {}, 1)}), pushOf(log[0])});
    const ReceiptFrame receipt = only<ReceiptFrame>(answer).front();
    QCOMPARE(receipt.ownHeight, 1U);
    QVERIFY(!receipt.ownHead); // the client knows
    const auto signs = [&](const DeviceId& device, const InstanceId& instance, const Hash& head) {
        return verify(world.relay.id(), Purpose::Receipt, receipt.signedMessage(device, instance, head),
                      receipt.signature);
    };
    QVERIFY(signs(world.editor.device(), world.store.instance(), log[0].hash()));
    QVERIFY(!signs(world.founder.device(), world.store.instance(), log[0].hash()));
    QVERIFY(!signs(world.editor.device(), {}, log[0].hash()));
    QVERIFY(!signs(world.editor.device(), world.store.instance(), {}));
}

void ResponderTest::handingOverTwiceChangesNothing() {
    RelayWorld world;
    const auto log = opaqueLog(world.space, world.editor, 2);
    const std::vector<Frame> pushes{pushOf(world.records[0]), pushOf(log[0]), pushOf(log[1])};
    HandClient(world.relay, world.editor).handOver(world.space, pushes);
    const LogPosition end = *world.store.end(world.space);
    const auto answer = HandClient(world.relay, world.editor).handOver(world.space, pushes);
    QVERIFY(only<RefusedFrame>(answer).empty());
    QVERIFY(*world.store.end(world.space) == end);
}

void ResponderTest::anotherMembersSegmentMayBeHandedOver() {
    RelayWorld world;
    const auto log = opaqueLog(world.space, world.editor, 1);
    const auto answer = HandClient(world.relay, world.reader).handOver(world.space, {pushOf(log[0])});
    QVERIFY(only<RefusedFrame>(answer).empty());
    QVERIFY(*world.store.contains(world.space, log[0].hash()));
}

void ResponderTest::aCursorThatDoesNotFitIsAnsweredWithHeights_data() {
    QTest::addColumn<int>("damage");
    QTest::newRow("another instance") << 0;
    QTest::newRow("beyond the end") << 1;
    QTest::newRow("another running hash") << 2;
}

void ResponderTest::aCursorThatDoesNotFitIsAnsweredWithHeights() {
    QFETCH(int, damage);
    RelayWorld world;
    const auto log = opaqueLog(world.space, world.editor, 1);
    HandClient(world.relay, world.editor).handOver(world.space, {pushOf(log[0])});
    WireCursor cursor = world.cursor();
    if (damage == 0) cursor.instance = *InstanceId::from(Bytes(16, 9));
    if (damage == 1) ++cursor.at.position;
    if (damage == 2) cursor.at.running.bytes[0] ^= 1;

    HandClient client(world.relay, world.reader);
    const auto answer = client.talk({client.request({client.from(world.space, cursor)})});
    QVERIFY(only<StatusFrame>(answer).front().status == SpaceStatus::Compare);
    QVERIFY(only<EntryFrame>(answer).empty() && only<ReceiptFrame>(answer).empty());
    const HeightsFrame heights = only<HeightsFrame>(answer).front();
    QCOMPARE(heights.end, world.cursor().at.position);
    QVERIFY(heights.heights == *world.store.heights(world.space));
    QCOMPARE(heights.others.size(), world.records.size());
}

void ResponderTest::wantingSendsOnlyWhatIsMissing() {
    RelayWorld world;
    const auto editorLog = opaqueLog(world.space, world.editor, 3);
    const auto founderLog = opaqueLog(world.space, world.founder, 2);
    HandClient(world.relay, world.editor)
        .handOver(world.space, {pushOf(editorLog[0]), pushOf(editorLog[1]), pushOf(editorLog[2])});
    WireCursor stale = world.cursor();
    stale.instance = {};

    HandClient client(world.relay, world.reader);
    client.talk({client.request({client.from(world.space, stale)})});
    const WantFrame want{world.space, {{{world.editor.device(), 1}, {2, editorLog[1].hash()}}}, {}};
    const auto answer = client.talk({pushOf(founderLog[0]), want});
    const auto entries = only<EntryFrame>(answer);
    QCOMPARE(entries.size(), std::size_t{2}); // the last of the editor's, and what this one handed over itself
    QVERIFY(std::ranges::any_of(entries, [&](const auto& entry) { return equal(entry.bytes, editorLog[2].wire()); }));
    QVERIFY(only<ReceiptFrame>(answer).front().at == *world.store.end(world.space));
}

void ResponderTest::aForkedLogIsSentWhole() {
    ComparedLog at;
    const Segment branch = opaqueSegment(at.world.space, at.world.editor, 2, 2, at.log[0].hash(), 77);
    QCOMPARE(only<EntryFrame>(at.want({}, {2, branch.hash()})).size(), at.log.size());
}

void ResponderTest::aForkedLogIsSentWholeToOneWhoHasMore() {
    ComparedLog at;
    const Segment branch = opaqueSegment(at.world.space, at.world.editor, 2, 5, at.log[0].hash(), 77);
    const auto answer = at.want({pushOf(branch)}, {5, branch.hash()});
    QCOMPARE(only<RefusedFrame>(answer).size(), std::size_t{1});
    QCOMPARE(only<EntryFrame>(answer).size(), at.log.size());
}

void ResponderTest::aNonMemberGetsNothing() {
    RelayWorld world;
    const auto log = opaqueLog(world.space, world.editor, 1);
    HandClient(world.relay, world.editor).handOver(world.space, {pushOf(log[0])});
    for (const WireCursor& cursor : {WireCursor{}, world.cursor(), WireCursor{{}, {7, {}}}}) {
        HandClient client(world.relay, world.outsider);
        const auto answer = client.talk({client.request({client.from(world.space, cursor)})});
        const std::vector<Frame> expected{StatusFrame{world.space, SpaceStatus::NotMember, {}}, EndFrame{}};
        QVERIFY(answer == expected);
    }
}

void ResponderTest::anUnknownSpaceIsUnknown() {
    RelayWorld world;
    const SpaceId other = foundSpace(world.outsider).space();
    HandClient client(world.relay, world.outsider);
    const auto answer = client.talk({client.request({client.from(other)})});
    const std::vector<Frame> expected{StatusFrame{other, SpaceStatus::Unknown, {}}, EndFrame{}};
    QVERIFY(answer == expected);
}

void ResponderTest::refusals_data() {
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("reason");
    const auto row = [](const char* what, Refusal reason) { QTest::newRow(what) << QString(what) << int(reason); };
    row("a segment that nobody signed", Refusal::Malformed);
    row("a record that nobody signed", Refusal::Malformed);
    row("a record of another space", Refusal::Malformed);
    row("an outsider's segment", Refusal::NotMember);
    row("a reader's segment", Refusal::ReadOnly);
    row("a segment after a gap", Refusal::Gap);
    row("a second first segment", Refusal::Fork);
    row("a branch", Refusal::Fork);
    row("an editor's invite", Refusal::ReadOnly);
    row("an outsider's record", Refusal::NotMember);
    row("a record whose parent is missing", Refusal::Gap);
    row("an outsider's key object", Refusal::NotMember);
    row("entries of a space without creation", Refusal::NotMember);
}

void ResponderTest::refusals() {
    QFETCH(QString, what);
    QFETCH(int, reason);
    RelayWorld world;
    const auto log = opaqueLog(world.space, world.editor, 3);
    HandClient(world.relay, world.editor).handOver(world.space, {pushOf(log[0])});
    const auto recordBy = [&](const Office& author, const Hash& parent) {
        return pushOf(actIn(world.space, author, {parent}, offerOf(inviteKey(9), Role::Reader)));
    };
    const auto damaged = [](Frame frame) {
        std::get<PushFrame>(frame).bytes.back() ^= 1;
        return frame;
    };
    const MembershipRecord elsewhere = foundSpace(world.founder, 9);
    const KeyObject keys = KeyObject::sign({world.space,
                                            world.outsider.device(),
                                            world.creation.hash(),
                                            {{KeyObject::tagOf(world.reader.sealing.publicId()), Bytes(80, 1)}},
                                            {}},
                                           world.outsider.signing);
    Frame pushed;
    if (what == "a segment that nobody signed") pushed = damaged(pushOf(log[1]));
    if (what == "a record that nobody signed") pushed = damaged(pushOf(world.records[1]));
    if (what == "a record of another space") {
        pushed = pushOf(elsewhere);
        std::get<PushFrame>(pushed).space = world.space;
    }
    if (what == "an outsider's segment") pushed = pushOf(opaqueSegment(world.space, world.outsider, 1, 1, {}));
    if (what == "a reader's segment") pushed = pushOf(opaqueSegment(world.space, world.reader, 1, 1, {}));
    if (what == "a segment after a gap") pushed = pushOf(log[2]);
    if (what == "a second first segment") pushed = pushOf(opaqueSegment(world.space, world.editor, 1, 1, {}, 77));
    if (what == "a branch") pushed = pushOf(opaqueSegment(world.space, world.editor, 2, 2, log[1].hash(), 77));
    if (what == "an editor's invite") pushed = recordBy(world.editor, world.records.back().hash());
    if (what == "an outsider's record") pushed = recordBy(world.outsider, world.records.back().hash());
    if (what == "a record whose parent is missing") pushed = recordBy(world.founder, *Hash::from(Bytes(32, 5)));
    if (what == "an outsider's key object")
        pushed = PushFrame{EntryKind::KeyObject, world.space, {keys.wire().begin(), keys.wire().end()}};
    if (what == "entries of a space without creation")
        pushed = pushOf(opaqueSegment(elsewhere.space(), world.founder, 1, 1, {}));

    const LogPosition end = *world.store.end(world.space);
    const auto answer = HandClient(world.relay, world.founder).handOver(world.space, {pushed});
    const auto refused = only<RefusedFrame>(answer);
    QCOMPARE(refused.size(), std::size_t{1});
    QCOMPARE(int(refused[0].reason), reason);
    const PushFrame& push = std::get<PushFrame>(pushed);
    QVERIFY(refused[0].entry == entryHash(push.kind, push.bytes));
    QVERIFY(*world.store.end(world.space) == end);
    QVERIFY(std::holds_alternative<EndFrame>(answer.back())); // and the conversation goes on
}

// Replicas hold it, and their next records may rest on it: a server that was filled in another order must have it too.
void ResponderTest::whatAnAdminSignedIsTakenAfterItLostTheRight() {
    RelayWorld world;
    const OrganizationId organization = world.editor.certificate.organization;
    const auto byFounder = [&](const MembershipRecord& parent, Role role) {
        return actIn(world.space, world.founder, {parent.hash()},
                     ChangeRole{.organization = organization, .role = role, .incarnation = 2, .cuts = {}});
    };
    const auto raised = byFounder(world.records.back(), Role::Admin);
    const auto lowered = byFounder(raised, Role::Editor);
    const auto offer = actIn(world.space, world.editor, {raised.hash()}, offerOf(inviteKey(9), Role::Reader));
    const auto removed = actIn(world.space, world.founder, {lowered.hash()},
                               RemoveOrganization{.organization = organization, .cuts = {}});
    const KeyObject keys = KeyObject::sign({world.space,
                                            world.editor.device(),
                                            world.creation.hash(),
                                            {{KeyObject::tagOf(world.reader.sealing.publicId()), Bytes(80, 1)}},
                                            {}},
                                           world.editor.signing);
    const auto answer =
        HandClient(world.relay, world.founder)
            .handOver(world.space,
                      {pushOf(raised), pushOf(lowered), pushOf(offer), pushOf(removed),
                       PushFrame{EntryKind::KeyObject, world.space, {keys.wire().begin(), keys.wire().end()}}});
    QVERIFY(only<RefusedFrame>(answer).empty());
    QVERIFY(*world.store.contains(world.space, offer.hash()));
}

void ResponderTest::aJoinRequestWaitsForAnAdmin() {
    RelayWorld world;
    const JoinRequest request = joinRequestOf(world.space, world.openInvite, world.outsider);
    const JoinFrame join{{request.wire().begin(), request.wire().end()}};
    const auto asked = HandClient(world.relay, world.outsider).handOver(world.space, {join});
    QVERIFY(only<RefusedFrame>(asked).empty());
    QVERIFY(only<StatusFrame>(asked).front().status == SpaceStatus::NotMember);

    const auto seen = only<JoinFrame>(HandClient(world.relay, world.founder).handOver(world.space, {}));
    QVERIFY(seen == std::vector{join});
    QVERIFY(only<JoinFrame>(HandClient(world.relay, world.editor).handOver(world.space, {})).empty());
}

void ResponderTest::joinRequestsAreRefused_data() {
    QTest::addColumn<int>("reason");
    QTest::newRow("of an invite that was never offered") << int(Refusal::InviteUnknown);
    QTest::newRow("of an invite that another has used") << int(Refusal::InviteUsed);
    QTest::newRow("that nobody signed") << int(Refusal::Malformed);
    QTest::newRow("when too many wait") << int(Refusal::TooManyJoins);
}

void ResponderTest::joinRequestsAreRefused() {
    QFETCH(int, reason);
    QuotaLimits quotas;
    if (Refusal(reason) == Refusal::TooManyJoins) quotas.joinsPerSpaceMax = 0;
    RelayWorld world(quotas);
    const SigningKey unknown = inviteKey(99);
    const SigningKey* invite = &world.openInvite;
    if (Refusal(reason) == Refusal::InviteUnknown) invite = &unknown;
    if (Refusal(reason) == Refusal::InviteUsed) invite = &world.editorInvite;
    const JoinRequest request = joinRequestOf(world.space, *invite, world.outsider);
    JoinFrame join{{request.wire().begin(), request.wire().end()}};
    if (Refusal(reason) == Refusal::Malformed) join.request.back() ^= 1;
    const auto refused = only<RefusedFrame>(HandClient(world.relay, world.outsider).handOver(world.space, {join}));
    QCOMPARE(refused.size(), std::size_t{1});
    QCOMPARE(int(refused[0].reason), reason);
    QVERIFY(refused[0].entry == hashOf(Purpose::JoinRequest, join.request));
    QVERIFY(world.store.joins(world.space)->empty());
}

void ResponderTest::anAdmissionEndsTheWaiting() {
    RelayWorld world;
    const JoinRequest request = joinRequestOf(world.space, world.openInvite, world.outsider);
    const JoinFrame join{{request.wire().begin(), request.wire().end()}};
    HandClient(world.relay, world.outsider).handOver(world.space, {join});
    const auto admission = actIn(world.space, world.founder, {world.records.back().hash()},
                                 admissionOf(world.space, world.openInvite, Role::Editor, world.outsider));
    HandClient(world.relay, world.founder).handOver(world.space, {pushOf(admission)});
    QVERIFY(world.store.joins(world.space)->empty());
    const auto answer = HandClient(world.relay, world.outsider).handOver(world.space, {join});
    QVERIFY(only<RefusedFrame>(answer).empty());
    QVERIFY(only<StatusFrame>(answer).front().status == SpaceStatus::Continues);
    QVERIFY(world.store.joins(world.space)->empty());
}

void ResponderTest::whatWasCollectedIsStoredWhenTheConnectionBreaks() {
    RelayWorld world;
    const auto log = opaqueLog(world.space, world.editor, 2);
    HandClient client(world.relay, world.editor);
    QVERIFY(client.send(client.request({client.from(world.space)})) && client.send(pushOf(log[0])));
    const Bytes second = encodeFrame(pushOf(log[1]));
    QVERIFY(client.sendBytes(ByteView(second).first(second.size() - 1)));
    QVERIFY(!*world.store.contains(world.space, log[0].hash()));
    QVERIFY(client.responder().connectionLost());
    QVERIFY(*world.store.contains(world.space, log[0].hash()));
    QVERIFY(!*world.store.contains(world.space, log[1].hash()));
}

void ResponderTest::answersAreReadOnlyAsTheyAreTaken() {
    RelayWorld world;
    const auto log = opaqueLog(world.space, world.editor, 100, 64 * 1024);
    std::vector<Frame> pushes;
    for (const Segment& segment : log)
        pushes.push_back(pushOf(segment));
    HandClient(world.relay, world.editor).handOver(world.space, pushes);
    const std::uint64_t before = world.relay.totals().bytesServed;
    HandClient client(world.relay, world.reader);
    QVERIFY(client.send(client.request({client.from(world.space)})) && client.send(EndFrame{}));
    std::uint64_t taken = 0;
    std::size_t entries = 0;
    while (client.responder().hasOutput()) {
        const std::uint64_t served = world.relay.totals().bytesServed - before;
        QVERIFY(served <= taken + 512 * 1024);
        entries += only<EntryFrame>(client.listenOnce(&taken)).size();
    }
    QCOMPARE(entries, world.records.size() + log.size());
}

void ResponderTest::twoConnectionsCannotForkALog() {
    RelayWorld world;
    const Segment one = opaqueSegment(world.space, world.editor, 1, 1, {}, 1);
    const Segment other = opaqueSegment(world.space, world.editor, 1, 1, {}, 2);
    HandClient first(world.relay, world.editor), second(world.relay, world.editor);
    QVERIFY(first.send(first.request({first.from(world.space)})) && first.send(pushOf(one)));
    QVERIFY(second.send(second.request({second.from(world.space)})) && second.send(pushOf(other)));
    QVERIFY(only<RefusedFrame>(first.talk({})).empty());
    const auto answer = second.talk({});
    QVERIFY(only<RefusedFrame>(answer).front().reason == Refusal::Fork);
    QVERIFY(only<ReceiptFrame>(answer).front().ownHead == one.hash()); // so that the device can see it
    QVERIFY(world.store.height(world.space, {world.editor.device(), 1})->head == one.hash());
}

void ResponderTest::aStatedBranchIsTakenUntilItIsWhole() {
    RelayWorld world;
    const auto segment = [&](std::uint32_t place, const Hash& previous, std::uint64_t seed) {
        return opaqueSegment(world.space, world.editor, place, place, previous, seed);
    };
    const Segment known = segment(1, {}, 1), stated = segment(1, {}, 2), end = segment(2, stated.hash(), 2);
    const Segment third = segment(1, {}, 3);
    const MembershipRecord statement = actIn(world.space, world.editor, {world.records.back().hash()},
                                             StateFork{.incarnation = 1,
                                                       .from = {},
                                                       .closedAt = {.sequence = 2, .head = end.hash()},
                                                       .otherHead = known.hash(),
                                                       .nextIncarnation = 2});
    const auto refusals = [&](const std::vector<Frame>& pushes) {
        std::vector<Refusal> reasons;
        const auto answer = HandClient(world.relay, world.founder).handOver(world.space, pushes);
        for (const RefusedFrame& refused : only<RefusedFrame>(answer))
            reasons.push_back(refused.reason);
        return reasons;
    };
    const std::vector<Refusal> none, fork{Refusal::Fork};
    QVERIFY(refusals({pushOf(known)}) == none);
    QVERIFY(refusals({pushOf(stated)}) == fork);
    QVERIFY(refusals({pushOf(statement), pushOf(stated), pushOf(end)}) == none);
    QVERIFY(refusals({pushOf(third)}) == fork);
    QVERIFY(refusals({pushOf(segment(2, known.hash(), 4))}) == fork);
}

void ResponderTest::totalsCount() {
    RelayWorld world;
    const auto before = world.relay.totals();
    const Segment segment = opaqueSegment(world.space, world.editor, 1, 1, {});
    const Segment refused = opaqueSegment(world.space, world.reader, 1, 1, {});
    HandClient(world.relay, world.editor).handOver(world.space, {pushOf(segment), pushOf(refused)});
    const auto after = world.relay.totals();
    QCOMPARE(after.conversations, before.conversations + 1);
    QCOMPARE(after.entriesTaken, before.entriesTaken + 1);
    QCOMPARE(after.bytesTaken, before.bytesTaken + segment.wire().size());
    QCOMPARE(after.refused, before.refused + 1);
    QCOMPARE(after.entriesServed, before.entriesServed + world.records.size() + 1);
}

QTEST_APPLESS_MAIN(ResponderTest)
#include "responder_test.moc"
