#include <QTest>

#include <QFile>
#include <QTemporaryDir>

#include "tests/support/replica_fixture.h"

#include <optional>

using namespace puente;
using namespace puente::test;

namespace {

/// A file from which somebody takes rows while nobody has it open.
struct Disk {
    QTemporaryDir folder;

    std::string path() const { return folder.filePath("replica.db").toStdString(); }
    Database open() const {
        auto database = Database::open({.path = path()});
        expects(database.ok());
        return std::move(*database);
    }
};

} // namespace

/// Records are made again from all that was written, or not at all: a log that lost a part of itself says so.
class RebuildTest : public QObject {
    Q_OBJECT

    Disk m_disk;
    std::optional<Peer> m_peer;
    Hash m_state;

    bool opens() {
        auto replica = Replica::open(m_disk.open(), m_peer->keys(), m_peer->entropy(), m_peer->clock());
        if (!replica) expects(replica.fault() == ReplicaFault::Corrupt);
        return replica.ok();
    }
    void damage(const char* sql) {
        m_peer->close();
        expects(m_disk.open().execute(sql).ok());
    }

private Q_SLOTS:
    void init() {
        QVERIFY(QFile::remove(m_disk.folder.filePath("replica.db")) || !m_peer);
        m_peer.emplace(7, m_disk.open());
        m_peer->found();
        for (int i = 0; i < 5; ++i) {
            m_peer->create({std::string("sellada")});
            if (i > 0) QVERIFY((*m_peer)->seal(m_peer->space()).ok());
        }
        for (int i = 0; i < 3; ++i)
            m_peer->create({std::string("por sellar")});
        m_state = m_peer->stateHash();
    }
    void cleanup() { m_peer.reset(); }

    void theyAreTheSame() {
        QVERIFY((*m_peer)->rebuild().ok());
        QVERIFY(m_peer->stateHash() == m_state);
        m_peer->close();
        m_peer->reopen(m_disk.open());
        QVERIFY((*m_peer)->rebuild().ok());
        QVERIFY(m_peer->stateHash() == m_state);
    }
    void notWithoutASegment_data() {
        QTest::addColumn<QString>("which");
        QTest::newRow("the first") << "first = 1";
        QTest::newRow("in between") << "first = 4";
        QTest::newRow("the last") << "last = 5";
    }
    void notWithoutASegment() {
        QFETCH(QString, which);
        damage(("DELETE FROM segment WHERE " + which).toUtf8());
        m_peer->reopen(m_disk.open());
        const auto refused = (*m_peer)->rebuild();
        QVERIFY(!refused.ok() && refused.fault() == ReplicaFault::Corrupt);
        QVERIFY(m_peer->stateHash() == m_state); // and what there was is still there
    }
    void notWithSegmentsInAnotherOrder() {
        damage("UPDATE segment SET id = 100 - id");
        m_peer->reopen(m_disk.open());
        QVERIFY(!(*m_peer)->rebuild().ok());
    }
    void whatWaitsToBeSealedIsMissed_data() {
        QTest::addColumn<QString>("which");
        QTest::newRow("the first") << "id = (SELECT min(id) FROM pending)";
        QTest::newRow("in between") << "id = (SELECT min(id) + 65536 FROM pending)";
        QTest::newRow("the last") << "id = (SELECT max(id) FROM pending)";
        QTest::newRow("all") << "1";
    }
    void whatWaitsToBeSealedIsMissed() {
        QFETCH(QString, which);
        QVERIFY((m_peer->close(), opens()));
        damage(("DELETE FROM pending WHERE " + which).toUtf8());
        QVERIFY(!opens());
    }
    /// The log's row of before the last of them tells nothing against them.
    void whatWaitsBeyondWhatIsKnownIsTaken() {
        damage("UPDATE log SET written = written - 2");
        m_peer->reopen(m_disk.open());
        QVERIFY((*m_peer)->rebuild().ok());
        QVERIFY(m_peer->stateHash() == m_state);
    }
    void whatWasSealedIsNotMissed() {
        QVERIFY((*m_peer)->seal(m_peer->space()).ok());
        m_peer->close();
        QVERIFY(opens());
    }
};

QTEST_APPLESS_MAIN(RebuildTest)
#include "rebuild_test.moc"
