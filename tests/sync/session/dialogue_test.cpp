#include <QTest>

#include "tests/support/sync_world.h"

using namespace puente;
using namespace puente::test;
using Incident = SyncSummary::Incident;

/// Offices and a server agree in one round trip; what a wire cuts is carried on, and what a server gets wrong is seen.
class DialogueTest : public QObject {
    Q_OBJECT

private slots:
    void aNewSpaceReachesTheServer();
    void pushAndPullAreOneRoundTrip();
    void nothingNewCostsAtMost400BytesEachWay();
    void oneChangeCostsAtMost700BytesEachWay();
    void aJoinerIsAdmittedInTheAdminsNextSync();
    void aJoinerWhoWaitsLearnsSo();
    void whoWasRevokedLearnsSo();
    void anEditorAdmitsNobody();
    void muchIsHandedOverOnlyAfterAsking();
    void refusalsReachTheSummary();
};

void DialogueTest::aNewSpaceReachesTheServer() {
    SyncServer server;
    SyncOffice founder(1);
    const SpaceId space = *founder.replica().createSpace("Acuerdos", "", "OSC");
    founder.write(space, 3);
    const SyncSummary summary = sync(founder, server, space);
    QVERIFY(summary.receipt);
    QCOMPARE(summary.roundTrips, 1U);
    QCOMPARE(summary.sentSegments, std::uint64_t{1});
    QCOMPARE(summary.sentChangeSets, std::uint64_t{3});
    QVERIFY(summary.incidents.empty() && summary.refused.empty());
    QCOMPARE(founder.replica().cursor(space).delivered, 3U);
    QVERIFY(founder.replica().cursor(space).at == *server.store().end(space));
    const auto records = founder.replica().membershipRecords(space);
    for (const MembershipRecord& record : *records)
        QVERIFY(founder.replica().isDelivered(space, record.hash()));
}

void DialogueTest::pushAndPullAreOneRoundTrip() {
    SyncWorld world;
    world.founder.write(world.space, 5);
    QVERIFY(sync(world.founder, world.server, world.space).receipt);
    world.editor.write(world.space, 2);
    const SyncSummary summary = sync(world.editor, world.server, world.space);
    QVERIFY(summary.receipt);
    QCOMPARE(summary.roundTrips, 1U);
    QCOMPARE(summary.sentChangeSets, std::uint64_t{2});
    QCOMPARE(summary.receivedChangeSets, std::uint64_t{5});
    QVERIFY(sync(world.founder, world.server, world.space).receipt);
    QVERIFY(world.founder.state(world.space) == world.editor.state(world.space));
    QCOMPARE(world.founder.recordCount(world.space), std::uint64_t{7});
}

void DialogueTest::nothingNewCostsAtMost400BytesEachWay() {
    SyncWorld world;
    const SyncSummary summary = sync(world.editor, world.server, world.space);
    QVERIFY(summary.receipt);
    QCOMPARE(summary.roundTrips, 1U);
    QVERIFY(summary.bytesUp <= 400 && summary.bytesUp > 0);
    QVERIFY(summary.bytesDown <= 400 && summary.bytesDown > 0);
}

void DialogueTest::oneChangeCostsAtMost700BytesEachWay() {
    SyncWorld world;
    world.founder.write(world.space);
    const SyncSummary up = sync(world.founder, world.server, world.space);
    const SyncSummary down = sync(world.reader, world.server, world.space);
    QVERIFY(up.receipt && down.receipt);
    QVERIFY(up.bytesUp <= 700);
    QVERIFY(down.bytesDown <= 700);
    QCOMPARE(down.receivedChangeSets, std::uint64_t{1});
}

void DialogueTest::aJoinerIsAdmittedInTheAdminsNextSync() {
    SyncServer server;
    SyncOffice founder(1), joiner(2);
    const SpaceId space = *founder.replica().createSpace("Acuerdos", "", "OSC");
    founder.write(space, 4);
    founder.invite(space, Role::Editor, joiner);
    QVERIFY(sync(founder, server, space).receipt);
    QVERIFY(!sync(joiner, server, space).receipt);
    const SyncSummary admitting = sync(founder, server, space);
    QVERIFY(admitting.receipt);
    QCOMPARE(admitting.admitted, 1U);
    QCOMPARE(admitting.roundTrips, 2U); // the admission went up in the same conversation
    const SyncSummary joined = sync(joiner, server, space);
    QVERIFY(joined.receipt);
    QCOMPARE(joined.receivedChangeSets, std::uint64_t{4});
    QVERIFY(joiner.replica().findSpace(space)->role == Role::Editor);
    QVERIFY(joiner.state(space) == founder.state(space));
}

void DialogueTest::aJoinerWhoWaitsLearnsSo() {
    SyncWorld world;
    SyncOffice joiner(9);
    world.founder.invite(world.space, Role::Reader, joiner);
    QVERIFY(sync(world.founder, world.server, world.space).receipt);
    for (int round = 0; round < 2; ++round) {
        const SyncSummary summary = sync(joiner, world.server, world.space);
        QVERIFY(!summary.receipt && summary.refused.empty() && summary.incidents.empty());
        QVERIFY(summary.spaces.at(0).status == SpaceStatus::NotMember);
        QCOMPARE(summary.roundTrips, 1U);
    }
}

void DialogueTest::whoWasRevokedLearnsSo() {
    SyncWorld world;
    QVERIFY(world.founder.replica().revokeDevice(world.space, world.editor.device()).ok());
    QVERIFY(sync(world.founder, world.server, world.space).receipt);
    world.editor.write(world.space);
    const SyncSummary summary = sync(world.editor, world.server, world.space);
    QVERIFY(!summary.receipt && summary.spaces.at(0).status == SpaceStatus::Former);
    QVERIFY(hasIncident(summary, SyncSummary::Incident::PlaceEnded));
    QVERIFY(!hasIncident(summary, SyncSummary::Incident::ServerLostData));
    QCOMPARE(world.editor.recordCount(world.space), std::uint64_t{1}); // what is its own stays
    QCOMPARE(summary.roundTrips, 1U);
}

void DialogueTest::anEditorAdmitsNobody() {
    SyncWorld world;
    SyncOffice joiner(9);
    world.founder.invite(world.space, Role::Reader, joiner);
    sync(world.founder, world.server, world.space);
    sync(joiner, world.server, world.space);
    QCOMPARE(sync(world.editor, world.server, world.space).admitted, 0U);
    QCOMPARE(sync(world.founder, world.server, world.space).admitted, 1U);
}

void DialogueTest::muchIsHandedOverOnlyAfterAsking() {
    SyncWorld world;
    world.founder.write(world.space, 30, 30'000);
    const SyncSummary summary = sync(world.founder, world.server, world.space);
    QVERIFY(summary.receipt);
    QCOMPARE(summary.roundTrips, 2U);
    QCOMPARE(summary.sentChangeSets, std::uint64_t{30});
    QVERIFY(sync(world.editor, world.server, world.space).receipt);
    QVERIFY(world.founder.state(world.space) == world.editor.state(world.space));
}

void DialogueTest::refusalsReachTheSummary() {
    SyncWorld world;
    QuotaLimits quotas;
    quotas.deviceEntriesMax = 0;
    world.server.useQuotas(quotas);
    world.editor.write(world.space);
    const SyncSummary summary = sync(world.editor, world.server, world.space);
    QVERIFY(summary.receipt); // of what it has
    QCOMPARE(summary.refused.size(), std::size_t{1});
    QVERIFY(summary.refused[0].reason == Refusal::OverDeviceQuota);
    QCOMPARE(summary.roundTrips, 1U); // it is not offered again at once
    QCOMPARE(world.editor.replica().cursor(world.space).delivered, 0U);
    world.server.useQuotas({});
    QVERIFY(sync(world.editor, world.server, world.space).receipt);
    QCOMPARE(world.editor.replica().cursor(world.space).delivered, 1U);
}

QTEST_APPLESS_MAIN(DialogueTest)
#include "dialogue_test.moc"
