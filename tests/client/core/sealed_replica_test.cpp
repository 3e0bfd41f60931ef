#include <QTest>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include "client/core/records.h"
#include "client/core/sealed_replica.h"
#include "client/core/workspace.h"
#include "tests/support/file_scan.h"
#include "tests/support/seeded_entropy.h"

using namespace puente;
using namespace puente::test;

namespace {

constexpr std::string_view kCanary = "Canario-que-canta-a-las-cinco";
constexpr std::string_view kPassphrase = "correct horse";

std::int64_t rowsIn(Database& database) {
    Statement& statement = database.prepare("SELECT count(*) FROM word");
    const auto row = statement.step();
    const std::int64_t count = row && *row ? statement.integer(0) : -1;
    statement.reset();
    return count;
}

} // namespace

/// A folder shows nothing to whoever takes it; its passphrase and its organisation's root open it; and what an earlier
/// version left readable is sealed, whatever happens meanwhile.
class SealedReplicaTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_keyring.emplace(Keyring::generate({"Cancillería", "CR", OrganizationKind::Government, "Ana"}, m_entropy));
    }

    void noFileShowsWhatIsInIt() {
        auto database = openNow();
        QVERIFY(database.ok());
        fill(*database, 50);
        QVERIFY(!anyFileHolds(folder(), bytesOf(kCanary))); // while it is open: the log is there too
        QVERIFY(QFile::exists(at("replica.db-swal")));
        database = Failure{Notice{}};
        QVERIFY(!anyFileHolds(folder(), bytesOf(kCanary)));
        QVERIFY(!anyFileHolds(folder(), m_keyring->storageKey()->reveal()));
        QCOMPARE(rowsNow(), 50);
    }
    void theSameScanFindsItWhereNothingIsSealed() {
        makePlain();
        QVERIFY(anyFileHolds(folder(), bytesOf(kCanary)));
    }
    void theRootOpensItWithoutTheKeyring() {
        {
            auto database = openNow();
            fill(*database, 5);
        }
        auto opened = SealedReplica(folder(), m_entropy).openWith(*m_keyring->root());
        QVERIFY(opened.ok());
        QCOMPARE(rowsIn(*opened), 5);
        const auto refused = SealedReplica(folder(), m_entropy).openWith(OrganizationRoot::generate(m_entropy));
        QVERIFY(!refused.ok() && refused.fault().code == ExitCode::Refused);
    }
    void whatTheRootNeedsIsRenewed() {
        QVERIFY(openNow().ok());
        QVERIFY(QFile::remove(at("replica.recovery")));
        QVERIFY(openNow().ok());
        QVERIFY(SealedReplica(folder(), m_entropy).openWith(*m_keyring->root()).ok());
        QByteArray another = content("replica.recovery");
        another[1] = char(another[1] ^ 1); // of another key: of a replica that was here before
        write("replica.recovery", another);
        QVERIFY(openNow().ok());
        QVERIFY(SealedReplica(folder(), m_entropy).openWith(*m_keyring->root()).ok());
    }
    void anEmptyFileIsNoReplica() {
        fillSealed();
        const QByteArray whole = content("replica.db"), mark = content("replica.db-mark");
        write("replica.db", {});
        QCOMPARE(openNow().fault().code, ExitCode::DataInvalid);
        QCOMPARE(SealedReplica(folder(), m_entropy).openWith(*m_keyring->root()).fault().code, ExitCode::DataInvalid);
        QVERIFY(content("replica.db").isEmpty());
        QCOMPARE(content("replica.db-mark"), mark);
        write("replica.db", whole); // and nobody says that its end is missing
        QCOMPARE(rowsNow(), 5);
    }
    void anotherReplicasFileIsNotTaken() {
        QVERIFY(openNow().ok());
        const Keyring other = Keyring::generate(m_keyring->office(), m_entropy);
        QVERIFY(!openNow(other).ok());
    }
    void anotherPassphraseLeavesTheFileAsItIs() {
        store(*m_keyring);
        fillSealed();
        const QByteArray before = content("replica.db");
        QVERIFY(!Keyring::changePassphrase(folder(), "wrong horse", "staple", m_entropy).ok());
        QVERIFY(Keyring::changePassphrase(folder(), kPassphrase, "battery staple", m_entropy).ok());
        QCOMPARE(content("replica.db"), before);
        QVERIFY(!Keyring::unlock(folder(), kPassphrase).ok());
        m_keyring.emplace(std::move(*Keyring::unlock(folder(), "battery staple")));
        QCOMPARE(rowsNow(), 5);
    }

    void aPlainFileIsSealed() {
        makeOld();
        QVERIFY(*seal());
        QVERIFY(!anyFileHolds(folder(), bytesOf(kCanary)));
        QCOMPARE(rowsNow(), 300);
        QVERIFY(SealedReplica(folder(), m_entropy).openWith(*m_keyring->root()).ok());
        QVERIFY(!*seal());
    }
    /// All tables that the programs make, the search index among them.
    void aWholeReplicaIsSealed() {
        write("passphrase", "correct horse\n");
        const PassphraseSource source(at("passphrase").toStdString());
        QVERIFY(Workspace::create(folder(), {m_keyring->office(), kPassphraseCostMin}, source).ok());
        Hash before;
        {
            const auto workspace = std::move(*Workspace::open(folder(), source));
            const SpaceId space = *workspace->createSpace("Plan", "");
            QVERIFY(Records::in(*workspace, space).ok());
            before = *workspace->replica().stateHash(space);
        }
        m_keyring.emplace(std::move(*Keyring::unlock(folder(), kPassphrase)));
        {
            auto sealed = openNow();
            auto plain = Database::open({.path = at("plain").toStdString()});
            QVERIFY(sealed->copyInto(*plain).ok());
            QVERIFY(plain->execute("DROP TABLE commit_mark").ok()); // plain files have none
        }
        move("plain", "replica.db");
        forgetStorageKey();
        QVERIFY(anyFileHolds(folder(), bytesOf("CREATE TABLE"))); // the scan finds what is not sealed
        const auto workspace = std::move(*Workspace::open(folder(), source));
        QVERIFY(workspace->wasSealedNow());
        const SpaceId space = *workspace->findSpace("Plan");
        QCOMPARE(*workspace->replica().stateHash(space), before);
        QVERIFY(Records::in(*workspace, space).ok());
        QVERIFY(!isPlainDatabase(SealedReplica::pathIn(folder())));
        QVERIFY(!anyFileHolds(folder(), bytesOf("CREATE TABLE")));
    }
    void theLogOfAKilledPlainFileIsSealedToo() {
        makeOld();
        {
            auto plain = Database::open({.path = SealedReplica::pathIn(folder())});
            fill(*plain, 7);
            QVERIFY(QFile::copy(at("replica.db"), at("copy")) && QFile::copy(at("replica.db-wal"), at("copy-wal")));
        }
        move("copy", "replica.db");
        move("copy-wal", "replica.db-wal");
        QVERIFY(*seal());
        QVERIFY(!anyFileHolds(folder(), bytesOf(kCanary)));
        QCOMPARE(rowsNow(), 307);
    }
    /// Every state that a crash can leave: part of a copy, all of it, all of it and the keyring, and the new name with
    /// the old log beside it.
    void aCrashLeavesOneGoodFile_data() {
        QTest::addColumn<int>("stage");
        QTest::addColumn<int>("sixteenths");
        for (const int part : {0, 1, 8, 15})
            QTest::newRow(qPrintable(QString("copied %1/16").arg(part))) << 0 << part;
        QTest::newRow("copied") << 0 << 16;
        QTest::newRow("copied, the keyring knows") << 1 << 16;
        QTest::newRow("moved") << 2 << 16;
    }
    void aCrashLeavesOneGoodFile() {
        QFETCH(int, stage);
        QFETCH(int, sixteenths);
        makeOld();
        const QByteArray oldKeyring = content("keyring"), plain = content("replica.db");
        QVERIFY(*seal());
        const QByteArray sealed = content("replica.db");
        if (stage < 2) {
            write("replica.db", plain);
            write("replica.db.sealing", sealed.left(sealed.size() * sixteenths / 16));
        }
        if (stage == 2) write("replica.db-wal", plain);
        if (stage == 0) write("keyring", oldKeyring);
        m_keyring.emplace(std::move(*Keyring::unlock(folder(), kPassphrase)));
        QCOMPARE(*seal(), stage < 2);
        QCOMPARE(rowsNow(), 300);
        QVERIFY(!anyFileHolds(folder(), bytesOf(kCanary)));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files),
                 QStringList({"keyring", "replica.db", "replica.db-mark", "replica.recovery"}));
    }
    void aPlainFilePutInThePlaceOfASealedOneIsRefused() {
        makeOld();
        const QByteArray plain = content("replica.db");
        QVERIFY(*seal());
        write("replica.db", plain);
        QVERIFY(!seal().ok());
        QVERIFY(!openNow().ok());
        QCOMPARE(content("replica.db"), plain);
    }
    void anotherProgramHasItMeanwhile() {
        makeOld();
        const auto other = Database::open({.path = SealedReplica::pathIn(folder())});
        QVERIFY(isInUse(SealedReplica::pathIn(folder())));
        const auto refused = seal();
        QVERIFY(!refused.ok() && refused.fault().code == ExitCode::Busy);
    }

private:
    std::string folder() const { return m_folder->path().toStdString(); }
    QString at(const char* name) const { return m_folder->filePath(name); }
    QByteArray content(const char* name) const {
        QFile file(at(name));
        expects(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
    void write(const char* name, const QByteArray& bytes) const {
        QFile file(at(name));
        expects(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    void move(const char* from, const char* to) const {
        QFile::remove(at(to));
        expects(QFile::rename(at(from), at(to)));
    }
    static void fill(Database& database, int rows) {
        expects(database.execute("CREATE TABLE IF NOT EXISTS word(id INTEGER PRIMARY KEY, text TEXT) STRICT").ok());
        for (int i = 0; i < rows; ++i)
            expects(database.prepare("INSERT INTO word(text) VALUES(?)").bind(1, kCanary).run().ok());
    }
    Outcome<Database> openNow(const Keyring& keyring) {
        SealedReplica onDisk(folder(), m_entropy);
        return SealedReplica::isIn(folder()) ? onDisk.open(keyring) : onDisk.make(keyring);
    }
    Outcome<Database> openNow() { return openNow(*m_keyring); }
    void fillSealed() {
        auto database = openNow();
        expects(database.ok());
        fill(*database, 5);
    }
    void makePlain() const {
        auto database = Database::open({.path = SealedReplica::pathIn(folder())});
        expects(database.ok());
        Transaction transaction(*database);
        fill(*database, 300);
        expects(transaction.commit().ok());
    }
    void store(Keyring& keyring) { expects(keyring.store(folder(), kPassphrase, kPassphraseCostMin, m_entropy).ok()); }
    /// A folder as earlier versions made it: its keyring holds no key for the file, which is plain.
    void makeOld() {
        makePlain();
        store(*m_keyring);
        forgetStorageKey();
        m_keyring.emplace(std::move(*Keyring::unlock(folder(), kPassphrase)));
        expects(!m_keyring->storageKey());
    }
    void forgetStorageKey() {
        const QByteArray file = content("keyring");
        Bytes secret = *unwrapWithPassphrase(kPassphrase, Bytes(file.begin(), file.end()));
        secret.front() = 1;
        secret.resize(secret.size() - StorageKey::kSize);
        const Bytes wrapped = wrapWithPassphrase(kPassphrase, kPassphraseCostMin, secret, m_entropy);
        write("keyring", QByteArray(reinterpret_cast<const char*>(wrapped.data()), qsizetype(wrapped.size())));
    }
    Outcome<bool> seal() { return SealedReplica(folder(), m_entropy).sealPlain(*m_keyring, kPassphrase); }
    std::int64_t rowsNow() {
        auto database = openNow();
        return database ? rowsIn(*database) : -1;
    }

    SeededEntropy m_entropy{11};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<Keyring> m_keyring;
};

QTEST_APPLESS_MAIN(SealedReplicaTest)
#include "sealed_replica_test.moc"
