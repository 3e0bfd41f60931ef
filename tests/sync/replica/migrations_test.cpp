#include <QTest>

#include <QTemporaryDir>

#include "common/crypto/sha256.h"
#include "sync/replica/migrations.h"
#include "tests/support/replica_fixture.h"

namespace puente {

/// Tables come in numbered steps: what an earlier build left is brought up to date, and no step changes afterwards.
class MigrationsTest : public QObject {
    Q_OBJECT

private slots:
    void theFirstStepStaysWhatItWas() {
        // Replicas exist that were made by it.
        QCOMPARE(toHex(sha256(bytesOf(replicaMigrations().front())).view()),
                 std::string("559e0559c78d1940d10b52bbdf05f1e2bc5ca9ab82ca82c481ea366e2675d7ac"));
    }

    void aReplicaOfAnEarlierBuildIsBroughtUpToDate() {
        for (std::size_t steps = 1; steps <= replicaMigrations().size(); ++steps) {
            const QTemporaryDir folder;
            const std::string path = folder.filePath("replica.db").toStdString();
            {
                auto older = Database::open({.path = path});
                QVERIFY(older.ok() && older->migrate(replicaMigrations().first(steps)).ok());
            }
            auto database = Database::open({.path = path});
            QVERIFY(database.ok());
            test::Peer peer(1, std::move(*database));
            peer.found();
            QVERIFY(peer->createErasableKey(peer.space()).ok());
            Statement& receipts = peer->database().prepare("SELECT count(*) FROM receipt");
            const auto row = receipts.step();
            QVERIFY(row.ok() && *row);
            receipts.reset();
        }
    }
};

} // namespace puente

QTEST_APPLESS_MAIN(puente::MigrationsTest)
#include "migrations_test.moc"
