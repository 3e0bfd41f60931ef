#include <QTest>

#include <QFile>
#include <QTemporaryDir>

#include "client/core/sealed_replica.h"
#include "client/core/workspace.h"
#include "common/base/system_entropy.h"

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

using namespace puente;

namespace {

constexpr uid_t kNobody = 65534;

/// Another user for a while, where this one may do everything.
class AsNobody {
public:
    AsNobody() : m_isChanged(::geteuid() == 0 && ::seteuid(kNobody) == 0) {}
    AsNobody(const AsNobody&) = delete;
    AsNobody& operator=(const AsNobody&) = delete;
    ~AsNobody() {
        if (m_isChanged && ::seteuid(0) != 0) std::abort();
    }

private:
    bool m_isChanged;
};

} // namespace

/// Real disks that refuse: a full one, and a folder that may only be read. What was acknowledged stays, and the words
/// say what to do.
class SealedDiskTest : public QObject {
    Q_OBJECT

    SystemEntropy m_entropy;
    Keyring m_keyring = Keyring::generate({"Cancillería", "CR", OrganizationKind::Government, "Ana"}, m_entropy);

    Outcome<Database> open(const QTemporaryDir& folder) {
        return SealedReplica(folder.path().toStdString(), m_entropy).open(m_keyring);
    }
    static Result<Done, SqlFault> write(Database& database) {
        Transaction transaction(database);
        if (auto done = transaction.begun(); !done) return done;
        if (auto done = database.execute("INSERT INTO word(text) VALUES(randomblob(20000))"); !done) return done;
        return transaction.commit();
    }
    static std::int64_t rows(Database& database) {
        Statement& row = database.prepare("SELECT count(*) FROM word");
        const auto found = row.step();
        const std::int64_t count = found && *found ? row.integer(0) : -1;
        row.reset();
        return count;
    }

private Q_SLOTS:
    void aFullDiskKeepsWhatWasAcknowledged() {
        const QTemporaryDir folder;
        const QByteArray path = folder.path().toUtf8();
        const bool isMounted =
            ::geteuid() == 0 && ::unshare(CLONE_NEWNS) == 0 &&
            ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 && // seen by this process alone
            ::mount("tmpfs", path, "tmpfs", 0, "size=2m") == 0;
        if (!isMounted) QSKIP("a small disk cannot be mounted here");
        QFile ballast(folder.filePath("ballast"));
        QVERIFY(ballast.open(QIODevice::WriteOnly) && ballast.write(QByteArray(400'000, 'x')) == 400'000);
        ballast.close();
        std::int64_t acknowledged = 0;
        {
            auto database = open(folder);
            QVERIFY(database.ok());
            QVERIFY(database->execute("CREATE TABLE word(id INTEGER PRIMARY KEY, text BLOB) STRICT").ok());
            auto done = write(*database);
            for (; done; done = write(*database))
                ++acknowledged;
            QVERIFY(done.fault() == SqlFault::Full || done.fault() == SqlFault::Storage);
            QVERIFY(acknowledged > 5);
        }
        {
            auto database = open(folder); // still full
            if (database) QCOMPARE(rows(*database), acknowledged);
            if (!database) QVERIFY(database.fault().code == ExitCode::Internal && !database.fault().whatToDo.empty());
        }
        QVERIFY(ballast.remove());
        {
            auto database = open(folder);
            QVERIFY(database.ok());
            QCOMPARE(*database->integrityCheck(), std::string("ok"));
            QCOMPARE(rows(*database), acknowledged);
            QVERIFY(write(*database).ok());
        }
        ::umount(path);
    }
    void aFolderThatMayOnlyBeReadIsSaid() {
        const QTemporaryDir folder;
        const QByteArray path = folder.path().toUtf8();
        const bool isOurs = ::geteuid() != 0 || ::chown(path, kNobody, kNobody) == 0;
        QVERIFY(isOurs);
        const AsNobody user;
        {
            auto database = open(folder);
            QVERIFY(database && database->execute("CREATE TABLE word(id INTEGER PRIMARY KEY, text BLOB) STRICT").ok());
            QVERIFY(write(*database).ok());
        }
        const auto mayWrite = QFile::WriteOwner | QFile::ReadOwner | QFile::ExeOwner;
        QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::ExeOwner));
        const auto refused = open(folder);
        QVERIFY(QFile::setPermissions(folder.path(), mayWrite));
        QVERIFY(!refused.ok());
        QVERIFY(refused.fault().code == ExitCode::Internal || refused.fault().code == ExitCode::Usage);
        QVERIFY(!refused.fault().whatToDo.empty());
        QVERIFY(QFile::setPermissions(folder.filePath("replica.db"), QFile::ReadOwner));
        QVERIFY(!open(folder).ok());
        QVERIFY(QFile::setPermissions(folder.filePath("replica.db"), QFile::ReadOwner | QFile::WriteOwner));
        auto database = open(folder);
        QVERIFY(database.ok());
        QCOMPARE(rows(*database), 1);
    }
};

QTEST_APPLESS_MAIN(SealedDiskTest)
#include "sealed_disk_test.moc"
