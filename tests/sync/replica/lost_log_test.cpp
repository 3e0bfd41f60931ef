#include <QTest>

#include "sync/sql/sealed_file.h"
#include "tests/support/crash_vfs.h"
#include "tests/support/sync_world.h"

using namespace puente;
using namespace puente::test;
using Incident = SyncSummary::Incident;

/// Somebody cuts a sealed file's write-ahead log: what had been sent is missed at the next contact and comes back, and
/// what was written since stays.
class LostLogTest : public QObject {
    Q_OBJECT

    CrashVfs m_disk;
    SeededEntropy m_entropy{21};
    Bytes m_key = Bytes(32, 3);

    Database open() {
        auto database = Database::open({.path = "/replica.db",
                                        .vfs = m_disk.name(),
                                        .seal = SealWith{.key = m_key, .entropy = m_entropy, .mayMake = true}});
        expects(database.ok());
        return std::move(*database);
    }
    /// What is left when the last so many frames of the log are gone.
    DiskImage cut(std::size_t frames) const {
        DiskImage image = m_disk.image();
        Bytes& log = image.at("/replica.db-swal");
        log.resize(log.size() - std::min(frames * kFrameSize, log.size()));
        return image;
    }

private Q_SLOTS:
    void whatHadBeenSentComesBack() {
        SyncServer server;
        SyncOffice founder(1), editor(2, open());
        const SpaceId space = *founder.replica().createSpace("Plan", "somewhere", "Secretaría");
        founder.invite(space, Role::Editor, editor);
        for (SyncOffice* office : {&founder, &editor, &founder, &editor})
            sync(*office, server, space);
        editor.write(space, 3);
        sync(editor, server, space);
        expects(editor.replica().database().checkpoint().ok());
        editor.write(space, 2);
        sync(editor, server, space);
        QVERIFY(m_disk.image().at("/replica.db-swal").size() > 3 * kFrameSize);

        const DiskImage left = cut(1'000);
        Prng none(0);
        (void)m_disk.cutPower(CutStyle::Kept, none);
        editor.close();
        m_disk.load(left);
        editor.reopen(open());
        QCOMPARE(editor.recordCount(space), std::uint64_t{3}); // opened without a word: a torn log looks like this
        editor.write(space, 1);
        const SyncSummary summary = sync(editor, server, space);
        QVERIFY(hasIncident(summary, Incident::OwnLogForked));
        for (SyncOffice* office : {&founder, &editor, &founder, &editor})
            sync(*office, server, space);
        QCOMPARE(editor.recordCount(space), std::uint64_t{6});
        QCOMPARE(editor.state(space), founder.state(space));
    }
};

QTEST_APPLESS_MAIN(LostLogTest)
#include "lost_log_test.moc"
