#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include "sync/sql/database.h"

using namespace puente;

namespace {

constexpr const char* kMigrations[] = {
    "CREATE TABLE word(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT",
    "CREATE TABLE other(id INTEGER PRIMARY KEY) STRICT",
};

Database openedAt(const QTemporaryDir& folder, std::int64_t sizeMax = 0) {
    auto database = Database::open({.path = folder.filePath("a.db").toStdString(), .sizeMax = sizeMax});
    expects(database.ok());
    expects(database->migrate(std::span(kMigrations).first(1)).ok());
    return std::move(*database);
}

Result<Done, SqlFault> insert(Database& database, std::string_view word) {
    return database.prepare("INSERT INTO word(text) VALUES(?)").bind(1, word).run();
}

std::int64_t count(Database& database) {
    Statement& statement = database.prepare("SELECT count(*) FROM word");
    expects(*statement.step());
    return statement.integer(0);
}

} // namespace

/// One connection, durable or not at all, and every refusal has a name.
class DatabaseTest : public QObject {
    Q_OBJECT

private slots:
    void keepsItsSettings() {
        const QTemporaryDir folder;
        Database database = openedAt(folder);
        Statement& synchronous = database.prepare("PRAGMA synchronous");
        QVERIFY(*synchronous.step());
        QCOMPARE(synchronous.integer(0), 2);
        Statement& journal = database.prepare("PRAGMA journal_mode");
        QVERIFY(*journal.step());
        QCOMPARE(std::string(journal.text(0)), std::string("wal"));
        QVERIFY2(!QFile::exists(folder.filePath("a.db-shm")), "EXCLUSIVE keeps the wal-index in memory");
    }

    void refusesASecondConnection() {
        const QTemporaryDir folder;
        const Database first = openedAt(folder);
        const auto second = Database::open({.path = folder.filePath("a.db").toStdString()});
        QVERIFY(!second.ok());
        QVERIFY(second.fault() == SqlFault::Busy);
    }

    void undoesWhatWasNotCommitted() {
        const QTemporaryDir folder;
        Database database = openedAt(folder);
        {
            Transaction transaction(database);
            QVERIFY(insert(database, "perdido").ok());
        }
        QCOMPARE(count(database), 0);
        Transaction transaction(database);
        QVERIFY(insert(database, "guardado").ok());
        {
            Transaction inner(database);
            QVERIFY(insert(database, "adentro").ok());
        }
        QVERIFY(transaction.commit().ok());
        QCOMPARE(count(database), 1);
    }

    void sizeBoundIsADiskThatIsFull() {
        const QTemporaryDir folder;
        Database database = openedAt(folder, 128 * 1024);
        const std::string large(40'000, 'x');
        QVERIFY(insert(database, large).ok());
        const auto second = insert(database, large + "y");
        QVERIFY(!second.ok());
        QVERIFY(second.fault() == SqlFault::Full);
        QCOMPARE(count(database), 1);
        QVERIFY(!database.isReadOnly());
    }

    void migratesOnceAndRefusesTheFuture() {
        const QTemporaryDir folder;
        {
            Database database = openedAt(folder);
            QVERIFY(insert(database, "antes").ok());
            QVERIFY(database.migrate(kMigrations).ok());
            QVERIFY(database.migrate(kMigrations).ok());
            QCOMPARE(count(database), 1);
        }
        auto older = Database::open({.path = folder.filePath("a.db").toStdString()});
        QVERIFY(older.ok());
        const auto migrated = older->migrate(std::span(kMigrations).first(1));
        QVERIFY(!migrated.ok() && migrated.fault() == SqlFault::Newer);
    }

    void tellsAForeignFile() {
        const QTemporaryDir folder;
        QFile file(folder.filePath("a.db"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'z'));
        file.close();
        const auto database = Database::open({.path = folder.filePath("a.db").toStdString()});
        QVERIFY(!database.ok() && database.fault() == SqlFault::Corrupt);
    }

    void copiesWhileInUse() {
        const QTemporaryDir folder;
        Database database = openedAt(folder);
        QVERIFY(insert(database, "copiado").ok());
        QVERIFY(database.backupTo(folder.filePath("b.db").toStdString()).ok());
        auto copy = Database::open({.path = folder.filePath("b.db").toStdString()});
        QVERIFY(copy.ok());
        QCOMPARE(count(*copy), 1);
        QCOMPARE(*copy->integrityCheck(), std::string("ok"));
    }
};

QTEST_APPLESS_MAIN(DatabaseTest)
#include "database_test.moc"
