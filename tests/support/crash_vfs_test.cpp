#include <QTest>

#include "sync/sql/database.h"
#include "tests/support/crash_vfs.h"

using namespace puente;
using namespace puente::test;

namespace {

DiskEvent written(std::uint64_t offset, std::size_t size, std::uint8_t byte) {
    return {.path = "a", .offset = offset, .bytes = Bytes(size, byte)};
}
const DiskEvent kCreated{.kind = DiskEvent::Kind::Create, .path = "a"};
const DiskEvent kSynced{.kind = DiskEvent::Kind::Sync, .path = "a"};

} // namespace

/// The disk that the crash tests trust: nothing is durable but what was synced, and a failure comes when it was asked
/// for.
class CrashVfsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPowerCutKeepsWhatWasSyncedAndDropsTheRest() {
        DiskModel disk;
        for (const DiskEvent& event : {kCreated, written(0, 1024, 1), kSynced, written(0, 1024, 2)})
            disk.apply(event);
        Prng prng(1);
        QVERIFY(*disk.find("a") == Bytes(1024, 2));
        QVERIFY(disk.afterPowerCut(CutStyle::Dropped, prng).at("a") == Bytes(1024, 1));
        QVERIFY(disk.afterPowerCut(CutStyle::Kept, prng).at("a") == Bytes(1024, 2));
    }

    void aTornWriteLeavesSomeOfItsSectors() {
        DiskModel disk({{"a", Bytes(64 * 512, 1)}});
        disk.apply(written(0, 64 * 512, 2));
        Prng prng(1);
        const Bytes torn = disk.afterPowerCut(CutStyle::Torn, prng).at("a");
        std::size_t kept = 0;
        for (std::size_t sector = 0; sector < 64; ++sector) {
            const ByteView bytes = ByteView(torn).subspan(sector * 512, 512);
            QVERIFY(equal(bytes, Bytes(512, 1)) || equal(bytes, Bytes(512, 2)));
            kept += bytes[0] == 2 ? 1 : 0;
        }
        QVERIFY(kept > 0 && kept < 64);
    }

    void aFileThatWasNeverSyncedMayBeGone() {
        DiskModel disk;
        disk.apply(kCreated);
        disk.apply(written(0, 10, 1));
        Prng prng(1);
        QVERIFY(disk.afterPowerCut(CutStyle::Dropped, prng).empty());
        QVERIFY(disk.afterPowerCut(CutStyle::Kept, prng).contains("a"));
    }

    void aDeletedFileMayComeBackUntilItsFolderIsSynced() {
        DiskModel disk({{"a", Bytes(10, 1)}});
        disk.apply({.kind = DiskEvent::Kind::Delete, .path = "a"});
        Prng prng(1);
        bool cameBack = false;
        for (int i = 0; i < 20; ++i)
            cameBack = cameBack || disk.afterPowerCut(CutStyle::Dropped, prng).contains("a");
        QVERIFY(cameBack);
        disk.apply({.kind = DiskEvent::Kind::Create, .path = "b"});
        disk.apply({.kind = DiskEvent::Kind::Sync, .path = "b"});
        for (int i = 0; i < 20; ++i)
            QVERIFY(!disk.afterPowerCut(CutStyle::Dropped, prng).contains("a"));
    }

    void refusesWalWithoutExclusive() {
        CrashVfs vfs;
        const auto database = Database::open({.path = "/a.db", .vfs = vfs.name(), .exclusive = false});
        QVERIFY2(!database.ok(), "without EXCLUSIVE the wal-index would need shared memory");
        QVERIFY(Database::open({.path = "/a.db", .vfs = vfs.name()}).ok());
    }

    void nothingHappensAfterThePowerIsCut() {
        CrashVfs vfs;
        auto database = Database::open({.path = "/a.db", .vfs = vfs.name()});
        QVERIFY(database.ok());
        Prng prng(1);
        const DiskImage left = vfs.cutPower(CutStyle::Kept, prng);
        QVERIFY(!database->execute("CREATE TABLE word(text TEXT) STRICT").ok());
        QVERIFY(vfs.image() == left);
    }

    void failsTheCallItWasAskedTo() {
        CrashVfs vfs;
        auto database = Database::open({.path = "/a.db", .vfs = vfs.name()});
        QVERIFY(database.ok() && database->execute("CREATE TABLE word(text TEXT) STRICT").ok());
        vfs.failNext({.kind = DiskFailure::Kind::Full, .call = 1});
        const auto inserted = database->execute("INSERT INTO word VALUES('perdido')");
        QVERIFY(!inserted.ok() && inserted.fault() == SqlFault::Full);
        QVERIFY(vfs.hasFailed());
        QVERIFY(database->execute("INSERT INTO word VALUES('guardado')").ok());
    }
};

QTEST_APPLESS_MAIN(CrashVfsTest)
#include "crash_vfs_test.moc"
