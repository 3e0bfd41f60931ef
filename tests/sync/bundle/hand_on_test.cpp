#include <QTest>

#include "sync/bundle/bundle.h"
#include "tests/support/sync_world.h"

using namespace puente;
using namespace puente::test;

namespace {

Bundle carried(SyncOffice& from, const SpaceId& space) {
    auto writer = BundleWriter::begin(from.replica(), from.keys(), {{space, {}}});
    BundleReader reader;
    for (Bytes piece = *writer->next(); !piece.empty(); piece = *writer->next())
        expects(reader.feed(piece).ok());
    return *reader.finish();
}

} // namespace

/// What came on a stick reaches the server through whoever has a network, although its author never does.
class HandOnTest : public QObject {
    Q_OBJECT

private slots:
    void whatCameOnAStickIsHandedOnToTheServer() {
        SyncWorld world;
        world.editor.write(world.space, 3);
        QVERIFY(importBundle(world.reader.replica(), carried(world.editor, world.space)).ok());

        const SyncSummary handed = sync(world.reader, world.server, world.space); // a reader may hand on, too
        QVERIFY(handed.receipt && handed.incidents.empty() && handed.refused.empty());
        QCOMPARE(handed.sentChangeSets, std::uint64_t{3});
        QVERIFY(sync(world.founder, world.server, world.space).receipt);
        QVERIFY(world.founder.state(world.space) == world.editor.state(world.space));
    }
    void theAuthorFindsItDelivered() {
        SyncWorld world;
        world.editor.write(world.space, 3);
        QVERIFY(importBundle(world.reader.replica(), carried(world.editor, world.space)).ok());
        sync(world.reader, world.server, world.space);
        const SyncSummary summary = sync(world.editor, world.server, world.space);
        QVERIFY(summary.receipt && summary.incidents.empty() && summary.refused.empty());
        QCOMPARE(world.editor.replica().cursor(world.space).delivered, 3U);
    }
    void aStickWithoutNewsCostsNothing() {
        SyncWorld world;
        world.editor.write(world.space);
        sync(world.editor, world.server, world.space);
        sync(world.reader, world.server, world.space);
        QVERIFY(importBundle(world.reader.replica(), carried(world.editor, world.space)).ok());
        QCOMPARE(sync(world.reader, world.server, world.space).roundTrips, 1U);
    }
    void aLossIsStillSeenWhenHeightsAreComparedAnyway() {
        SyncWorld world;
        const MemoryStore backup = world.server.copy();
        world.founder.write(world.space, 2);
        sync(world.founder, world.server, world.space);
        world.editor.write(world.space);
        QVERIFY(importBundle(world.founder.replica(), carried(world.editor, world.space)).ok());
        world.server.become(backup);
        const SyncSummary summary = sync(world.founder, world.server, world.space);
        QVERIFY(summary.receipt && hasIncident(summary, SyncSummary::Incident::ServerLostData));
    }
};

QTEST_APPLESS_MAIN(HandOnTest)
#include "hand_on_test.moc"
