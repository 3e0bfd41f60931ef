#include <QTest>

#include <QTemporaryDir>

#include "sync/store/sqlite_store.h"
#include "tests/contract/store_contract.h"
#include "tests/support/file_scan.h"
#include "tests/support/seeded_entropy.h"

using namespace puente;

/// The durable store keeps every promise of a Store, across closing and opening, on a full disk, and in copies.
class SqliteStoreTest : public test::StoreContract {
    Q_OBJECT

protected:
    std::unique_ptr<Store> makeStore() override {
        m_path = fresh();
        return open(m_path);
    }
    std::unique_ptr<Store> reopen(std::unique_ptr<Store> store) override {
        store.reset();
        return open(m_path);
    }

private:
    std::string fresh() { return m_folder.filePath(QString::number(++m_made) + ".db").toStdString(); }
    std::unique_ptr<SqliteStore> open(const std::string& path, std::int64_t sizeMax = 0) {
        auto database = Database::open({.path = path, .sizeMax = sizeMax});
        if (!database) return nullptr;
        auto store = SqliteStore::open(std::move(*database), m_entropy);
        return store ? std::move(*store) : nullptr;
    }

    QTemporaryDir m_folder;
    test::SeededEntropy m_entropy{7};
    std::string m_path;
    int m_made = 0;

private Q_SLOTS:
    void aFullDiskAppendsNothing() {
        const auto store = open(fresh(), 512 * 1024);
        const std::vector before{segment(log(1), 1, 1, 100'000)};
        const auto end = store->append(space(1), before);
        QVERIFY(end.ok());
        const std::vector tooMuch{segment(log(1), 2, 2, 50'000), segment(log(1), 3, 3, 2'000'000)};
        const auto refused = store->append(space(1), tooMuch);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.fault(), StoreFault::Full);
        QVERIFY(*store->end(space(1)) == *end);
        QVERIFY(!*store->contains(space(1), tooMuch[0].hash));
        QCOMPARE(store->height(space(1), log(1))->sequence, 1U);
        QCOMPARE(store->usageOfDevice(log(1).device)->entries, 1U);

        const std::vector fits{segment(log(1), 2, 2, 50'000)};
        QCOMPARE(store->append(space(1), fits)->position, 2U); // and what fits is still taken
    }

    void theFilesHoldWhatIsErasedBeforeAndNotAfter() {
        QTemporaryDir folder;
        const std::string path = folder.filePath("store.db").toStdString();
        const auto store = open(path);
        std::vector<NewEntry> objects;
        for (std::uint32_t i = 1; i <= 16; ++i) {
            NewEntry object = segment(log(7), i, i, 249);
            object.kind = EntryKind::Erasable;
            object.bytes[0] = 1;
            objects.push_back(object);
            QVERIFY(store->append(space(1), std::array{object, segment(log(1), i, i, 400 + i * 130)}).ok());
        }
        const auto isThere = [&](const NewEntry& entry) {
            return test::anyFileHolds(folder.path().toStdString(), ByteView(entry.bytes).subspan(100, 32));
        };
        for (std::uint8_t i = 0; i < 16; ++i) {
            QVERIFY(isThere(objects[i]));
            NewEntry erasure = other(EntryKind::Erasure, i);
            erasure.erases = objects[i].hash;
            QVERIFY(store->append(space(1), std::array{erasure}).ok());
            QVERIFY(!isThere(objects[i]));
        }
        QCOMPARE(store->read(space(1), 0, EntryKind::Segment, kNoBound)->size(), 16U);
    }

    void aCopyIsAnotherInstanceWithTheSameContent() {
        const auto store = open(fresh());
        const std::vector sent{segment(log(1), 1, 1), segment(log(2), 1, 1)};
        const auto end = store->append(space(1), sent);
        const std::string path = fresh();
        QVERIFY(store->backupTo(path).ok());
        const std::vector later{segment(log(1), 2, 2)};
        QVERIFY(store->append(space(1), later).ok());

        auto copy = open(path);
        QVERIFY(*copy->end(space(1)) == *end);
        const InstanceId instance = copy->instance();
        QVERIFY(instance != store->instance());
        copy.reset();
        copy = open(path);
        QVERIFY(copy->instance() == instance); // drawn once, then kept
    }

    void twoLivesFromOneCopyDiffer() {
        const auto store = open(fresh());
        const std::string path = fresh(), again = fresh();
        QVERIFY(store->backupTo(path).ok());
        QVERIFY(QFile::copy(QString::fromStdString(path), QString::fromStdString(again)));
        QVERIFY(open(path)->instance() != open(again)->instance());
    }

    void aBackupThatCannotBeWrittenLeavesNothingBehind() {
        const auto store = open(fresh());
        QVERIFY(!store->backupTo(m_folder.filePath("no/such/folder.db").toStdString()).ok());
        QVERIFY(store->append(space(1), std::vector{segment(log(1), 1, 1)}).ok());
    }

    void aStoreOfANewerProgramIsRefused() {
        const std::string path = fresh();
        QVERIFY(open(path));
        {
            auto database = Database::open({.path = path});
            QVERIFY(database->execute("PRAGMA user_version = 99").ok());
        }
        auto database = Database::open({.path = path});
        const auto refused = SqliteStore::open(std::move(*database), m_entropy);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.fault(), SqlFault::Newer);
    }

    void aSecondProcessIsRefused() {
        const std::string path = fresh();
        const auto store = open(path);
        const auto second = Database::open({.path = path});
        QVERIFY(!second.ok());
        QCOMPARE(second.fault(), SqlFault::Busy);
    }
};

QTEST_APPLESS_MAIN(SqliteStoreTest)
#include "sqlite_store_test.moc"
