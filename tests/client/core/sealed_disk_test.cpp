#include <QTest>

#include <QDir>
#include <QFile>
#include <QProcess>
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

/// A small file system of this process's own, where one can be mounted.
class SmallDisk {
public:
    /// ext4 with blocks of this size, or for 0 one in memory.
    explicit SmallDisk(int blockSize) {
        static const bool isApart = ::geteuid() == 0 && ::unshare(CLONE_NEWNS) == 0 &&
                                    ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
        const QByteArray place = path().toUtf8();
        m_isMounted =
            isApart && (blockSize > 0 ? mountExt4(blockSize) : ::mount("tmpfs", place, "tmpfs", 0, "size=2m") == 0);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk() {
        if (m_isMounted) ::umount(path().toUtf8());
    }

    bool isMounted() const { return m_isMounted; }
    QString path() const { return m_place.path(); }

private:
    bool mountExt4(int blockSize) {
        const QString image = m_image.filePath("disk");
        QFile file(image);
        if (!file.open(QIODevice::WriteOnly) || !file.resize(6 * 1024 * 1024)) return false;
        file.close();
        return run("mkfs.ext4", {"-q", "-F", "-m", "0", "-b", QString::number(blockSize), image}) &&
               run("mount", {"-o", "loop", image, path()});
    }
    static bool run(const QString& program, const QStringList& arguments) {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(program, arguments);
        return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    }

    QTemporaryDir m_image, m_place;
    bool m_isMounted = false;
};

} // namespace

/// Real disks that refuse: a full one, and a folder that may only be read. What was acknowledged stays, and the words
/// say what to do.
class SealedDiskTest : public QObject {
    Q_OBJECT

    SystemEntropy m_entropy;
    Keyring m_keyring = Keyring::generate({"Cancillería", "CR", OrganizationKind::Government, "Ana"}, m_entropy);

    Outcome<Database> open(const QString& folder) {
        SealedReplica onDisk(folder.toStdString(), m_entropy);
        return QFile::exists(folder + "/replica.db") ? onDisk.open(m_keyring) : onDisk.make(m_keyring);
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
    void aFullDiskKeepsWhatWasAcknowledged_data() {
        QTest::addColumn<int>("blockSize");
        QTest::newRow("in memory") << 0;
        QTest::newRow("ext4, blocks of 1 KiB") << 1024;
        QTest::newRow("ext4, blocks of 4 KiB") << 4096;
    }
    void aFullDiskKeepsWhatWasAcknowledged() {
        QFETCH(int, blockSize);
        const SmallDisk disk(blockSize);
        if (!disk.isMounted()) QSKIP("such a disk cannot be mounted here");
        const QString folder = disk.path();
        QFile ballast(folder + "/ballast");
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
    }
    void aReplicaThatDoesNotFitLeavesItsFolderFree() {
        const SmallDisk disk(0);
        if (!disk.isMounted()) QSKIP("such a disk cannot be mounted here");
        QFile words(disk.path() + "/passphrase");
        QVERIFY(words.open(QIODevice::WriteOnly) && words.write("correct horse\n") > 0);
        words.close();
        const PassphraseSource source(words.fileName().toStdString());
        QFile ballast(disk.path() + "/ballast");
        QVERIFY(ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        const QByteArray page(4096, 'x');
        while (ballast.write(page) == page.size()) {
        }
        const qint64 full = ballast.size();
        const QString home = disk.path() + "/home";
        int refused = 0;
        for (qint64 room = 0; room <= full; room += 10 * page.size()) {
            QVERIFY(ballast.resize(full - room));
            const auto made = Workspace::create(home.toStdString(), {m_keyring.office(), kPassphraseCostMin}, source);
            if (made) break;
            ++refused;
            QCOMPARE(made.fault().code, ExitCode::Internal);
            QVERIFY(!made.fault().whatToDo.empty());
            QCOMPARE(QDir(home).entryList(QDir::Files | QDir::Hidden), QStringList{});
        }
        QVERIFY(refused > 5);
        QVERIFY(Workspace::open(home.toStdString(), source).ok());
    }
    void aFolderThatMayOnlyBeReadIsSaid() {
        const QTemporaryDir place;
        const QString folder = place.path();
        const QByteArray path = folder.toUtf8();
        const bool isOurs = ::geteuid() != 0 || ::chown(path, kNobody, kNobody) == 0;
        QVERIFY(isOurs);
        const AsNobody user;
        {
            auto database = open(folder);
            QVERIFY(database && database->execute("CREATE TABLE word(id INTEGER PRIMARY KEY, text BLOB) STRICT").ok());
            QVERIFY(write(*database).ok());
        }
        const auto mayWrite = QFile::WriteOwner | QFile::ReadOwner | QFile::ExeOwner;
        QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner));
        const auto refused = open(folder);
        QVERIFY(QFile::setPermissions(folder, mayWrite));
        QVERIFY(!refused.ok());
        QVERIFY(refused.fault().code == ExitCode::Internal || refused.fault().code == ExitCode::Usage);
        QVERIFY(!refused.fault().whatToDo.empty());
        QVERIFY(QFile::setPermissions(folder + "/replica.db", QFile::ReadOwner));
        QVERIFY(!open(folder).ok());
        QVERIFY(QFile::setPermissions(folder + "/replica.db", QFile::ReadOwner | QFile::WriteOwner));
        auto database = open(folder);
        QVERIFY(database.ok());
        QCOMPARE(rows(*database), 1);
    }
};

QTEST_APPLESS_MAIN(SealedDiskTest)
#include "sealed_disk_test.moc"
