#include <QTest>

#include "sync/sql/database.h"
#include "sync/sql/sealed_file.h"
#include "tests/support/crash_vfs.h"
#include "tests/support/seeded_entropy.h"

#include <algorithm>
#include <set>

using namespace puente;
using namespace puente::test;

namespace {

constexpr const char* kPath = "/a.db";
constexpr const char* kLog = "/a.db-swal";
constexpr std::string_view kCanary = "Canario-que-canta-a-las-cinco";

std::int64_t countIn(Database& database, bool& ok) {
    Statement& statement = database.prepare("SELECT count(*) FROM word WHERE length(text) > 0");
    const auto row = statement.step();
    ok = row && *row;
    const std::int64_t count = ok ? statement.integer(0) : -1;
    statement.reset();
    return count;
}

bool holds(const DiskImage& image, std::string_view text) {
    return std::ranges::any_of(
        image, [&](const auto& file) { return textOf(file.second).find(text) != std::string_view::npos; });
}

} // namespace

/// Nothing that a sealed file holds can be read without its key, and whatever is not what was sealed in its place is an
/// error that says so; only a write-ahead log ends where it is torn.
class SealedVfsTest : public QObject {
    Q_OBJECT

    CrashVfs m_disk;
    SeededEntropy m_entropy{5};
    Bytes m_key = Bytes(32, 7);

    Result<Database, SqlFault> open(const Bytes& key) {
        const bool isNew = !m_disk.image().contains(kPath);
        const SealWith seal{.key = key, .entropy = m_entropy, .mayMake = isNew};
        return Database::open({.path = kPath, .vfs = m_disk.name(), .seal = seal});
    }
    Database opened() {
        auto database = open(m_key);
        expects(database.ok());
        return std::move(*database);
    }
    void fill(Database& database, int rows) {
        for (int i = 0; i < rows; ++i)
            expects(database.prepare("INSERT INTO word(text) VALUES(?)")
                        .bind(1, std::string(kCanary) + std::string(900, 'x') + std::to_string(i))
                        .run()
                        .ok());
    }
    /// A closed file of some pages, all of them in the database.
    DiskImage written(int rows = 40) {
        m_disk.load({});
        Database database = opened();
        expects(database.execute("CREATE TABLE word(id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT").ok());
        fill(database, rows);
        expects(database.checkpoint().ok());
        return {{kPath, m_disk.image().at(kPath)}};
    }
    /// The same, killed with its last rows in the log only.
    DiskImage killed() {
        m_disk.load(written());
        Database database = opened();
        fill(database, 3);
        return m_disk.image();
    }
    /// What the first fault is when the file is opened and every row read; "" for none.
    std::optional<SqlFault> faultOf(const DiskImage& image) {
        m_disk.load(image);
        auto database = open(m_key);
        if (!database) return database.fault();
        const auto row = database->prepare("SELECT sum(length(text)) FROM word").step();
        if (!row) return row.fault();
        return std::nullopt;
    }
    std::int64_t rowsIn(const DiskImage& image) {
        m_disk.load(image);
        auto database = open(m_key);
        bool ok = false;
        return database ? countIn(*database, ok) : -1;
    }

private Q_SLOTS:
    void keepsEverythingAndShowsNothing() {
        DiskImage image = killed();
        QVERIFY(image.contains(kLog));
        QVERIFY(!holds(image, kCanary) && !holds(image, "CREATE TABLE") && !holds(image, "SQLite"));
        QCOMPARE(rowsIn(image), 43);
        Database database = (m_disk.load(image), opened());
        QCOMPARE(*database.integrityCheck(), std::string("ok"));
    }
    void withoutItTheSameScanFindsTheWords() {
        m_disk.load({});
        auto database = Database::open({.path = kPath, .vfs = m_disk.name()});
        QVERIFY(database.ok());
        QVERIFY(database->execute("CREATE TABLE word(id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT").ok());
        fill(*database, 3);
        QVERIFY(holds(m_disk.image(), kCanary) && holds(m_disk.image(), "CREATE TABLE"));
    }
    void makesNoOtherFile() {
        m_disk.load(written());
        Database database = opened();
        Transaction transaction(database);
        fill(database, 200);
        {
            Transaction inner(database);
            QVERIFY(database.execute("UPDATE word SET text = text || 'más'").ok());
        }
        QVERIFY(database.execute("CREATE INDEX by_text ON word(text)").ok());
        QVERIFY(transaction.commit().ok());
        std::set<std::string> names;
        for (const auto& [name, content] : m_disk.image())
            names.insert(name);
        QCOMPARE(names, (std::set<std::string>{kPath, kLog}));
    }
    /// More than the cache holds: pages are written to the log twice in one transaction, alone and under new headers.
    void rewritesFramesOfALargeTransaction() {
        m_disk.load(written());
        {
            Database database = opened();
            QVERIFY(database.execute("PRAGMA cache_size=10").ok());
            Transaction transaction(database);
            for (int round = 0; round < 4; ++round) {
                fill(database, 100);
                QVERIFY(database.execute("UPDATE word SET text = text || 'más' WHERE id % 3 = 0").ok());
            }
            QVERIFY(transaction.commit().ok());
        }
        const DiskImage image = m_disk.image();
        QCOMPARE(rowsIn(image), 440);
        QVERIFY(!holds(image, kCanary));
        m_disk.load(image);
        QCOMPARE(*opened().integrityCheck(), std::string("ok"));
    }
    void whatWasKilledInALargeTransactionRecovers() {
        m_disk.load(written());
        Database database = opened();
        QVERIFY(database.execute("PRAGMA cache_size=10").ok());
        {
            Transaction transaction(database);
            for (int round = 0; round < 4; ++round) {
                fill(database, 100);
                QVERIFY(database.execute("UPDATE word SET text = text || 'más' WHERE id % 3 = 0").ok());
            }
            QVERIFY(transaction.commit().ok());
        }
        const DiskImage image = m_disk.image();
        QVERIFY(image.at(kLog).size() > 100 * kFrameSize);
        QCOMPARE(rowsIn(image), 440);
    }
    void everyWriteDrawsANonce() {
        m_disk.startRecording();
        (void)killed();
        std::set<Bytes> nonces;
        std::size_t writes = 0;
        for (const DiskEvent& event : m_disk.recorded()) {
            if (event.kind != DiskEvent::Kind::Write) continue;
            ++writes;
            nonces.insert(Bytes(event.bytes.end() - 40, event.bytes.end() - 16));
        }
        QVERIFY(writes > 50);
        QCOMPARE(nonces.size(), writes);
    }

    void anotherKeyIsSaid() {
        m_disk.load(written());
        const auto database = open(Bytes(32, 8));
        QVERIFY(!database.ok() && database.fault() == SqlFault::WrongKey);
    }
    void aPlainFileIsSaid() {
        m_disk.load({});
        QVERIFY(Database::open({.path = kPath, .vfs = m_disk.name()}).ok());
        QVERIFY(faultOf(m_disk.image()) == SqlFault::NotSealed);
    }
    void everyDamagedPageIsSaid() {
        const DiskImage sound = written();
        QVERIFY(!faultOf(sound));
        const std::size_t pages = sound.at(kPath).size() / kPageSize;
        QVERIFY(pages > 5);
        for (std::size_t page = 0; page < pages; ++page)
            for (const std::size_t at : {0U, 100U, 4031U, 4050U, 4060U, 4080U, 4095U}) {
                DiskImage image = sound;
                image[kPath][page * kPageSize + at] ^= 1;
                QVERIFY2(faultOf(image) == SqlFault::Corrupt, qPrintable(QString("%1/%2").arg(page).arg(at)));
            }
    }
    void swappedPagesAreSaid() {
        const DiskImage sound = written();
        for (std::size_t page = 1; page + 1 < sound.at(kPath).size() / kPageSize; ++page) {
            DiskImage image = sound;
            const auto first = image[kPath].begin() + static_cast<std::ptrdiff_t>(page * kPageSize);
            std::swap_ranges(first, first + kPageSize, first + kPageSize);
            QVERIFY(faultOf(image) == SqlFault::Misplaced);
        }
    }
    void aPageOfAnotherFileUnderTheSameKeyIsSaid() {
        const DiskImage other = written();
        DiskImage image = written();
        QVERIFY(image != other);
        std::copy_n(other.at(kPath).begin() + 3 * kPageSize, kPageSize, image[kPath].begin() + 3 * kPageSize);
        QVERIFY(faultOf(image) == SqlFault::Misplaced);
    }
    void aCutOffFileIsSaid() {
        const DiskImage sound = written();
        const std::size_t size = sound.at(kPath).size();
        for (const std::size_t left :
             {size - 1, size - kPageSize, 2 * kPageSize, kPageSize, kPageSize - 1, std::size_t{1}, std::size_t{0}}) {
            DiskImage image = sound;
            image[kPath].resize(left);
            QVERIFY2(faultOf(image) == SqlFault::CutOff, qPrintable(QString::number(left)));
        }
    }

    void anEmptyFileIsMadeOnlyWhereOneIsAskedFor() {
        m_disk.load({{kPath, {}}, {kLog, killed().at(kLog)}});
        QVERIFY(open(m_key).fault() == SqlFault::CutOff);
        QVERIFY(m_disk.image().at(kPath).empty() && !m_disk.image().at(kLog).empty());
        m_disk.load({});
        const SealWith seal{.key = m_key, .entropy = m_entropy};
        QVERIFY(!Database::open({.path = kPath, .vfs = m_disk.name(), .seal = seal}).ok());
        QVERIFY(!m_disk.image().contains(kPath));
    }

    void aTornTailOfTheLogEndsIt() {
        const DiskImage sound = killed();
        const std::size_t size = sound.at(kLog).size();
        for (std::size_t cut = 1; cut < 3 * kFrameSize; cut += 997) {
            DiskImage image = sound;
            image[kLog].resize(size - cut);
            const std::int64_t rows = rowsIn(image);
            QVERIFY(rows >= 40 && rows < 43);
        }
    }
    void whatIsNotAuthenticEndsTheLogToo() {
        const DiskImage sound = killed();
        for (std::size_t at = 0; at < sound.at(kLog).size(); at += 509) {
            DiskImage image = sound;
            image[kLog][at] ^= 0x80;
            const std::int64_t rows = rowsIn(image);
            QVERIFY2(rows >= 40 && rows < 43, qPrintable(QString("%1: %2").arg(at).arg(rows)));
        }
    }
    void aDamagedFrameIsAnErrorOnceTheLogWasRead() {
        m_disk.load(killed());
        Database database = opened();
        bool ok = false;
        QCOMPARE(countIn(database, ok), 43);
        QVERIFY(database.execute("PRAGMA shrink_memory").ok());
        auto damaged = m_disk.image();
        for (std::size_t at = 96 + 100; at < damaged.at(kLog).size(); at += kFrameSize)
            m_disk.damage(kLog, at);
        QCOMPARE(countIn(database, ok), -1);
    }
    /// A value's last page would be zeros to SQLite if it were served.
    void noDamagedFrameIsServedAsZeros() {
        m_disk.load(written());
        Database database = opened();
        const std::string text(6000, 'x');
        QVERIFY(database.prepare("INSERT INTO word(text) VALUES(?)").bind(1, text).run().ok());
        std::size_t refused = 0;
        const std::size_t size = m_disk.image().at(kLog).size();
        for (std::size_t at = 96 + 100; at < size; at += kFrameSize) {
            m_disk.damage(kLog, at);
            QVERIFY(database.execute("PRAGMA shrink_memory").ok());
            Statement& row = database.prepare("SELECT text FROM word WHERE length(text) = 6000");
            const auto found = row.step();
            QVERIFY(!found || (*found && row.text(0) == text));
            if (!found) ++refused;
            row.reset();
            m_disk.damage(kLog, at); // and back
        }
        QVERIFY(refused >= 2);
    }
    void aLogOfAnotherFileIsNotTaken() {
        const DiskImage other = killed();
        DiskImage image = killed();
        image[kLog] = other.at(kLog);
        QVERIFY(faultOf(image) == SqlFault::Misplaced);
    }
    void otherProgramsFindNoLogToRemove() { QVERIFY(!killed().contains("/a.db-wal")); }
    void aRollbackJournalBesideItIsNotPlayed() {
        DiskImage image = written();
        image["/a.db-journal"] = Bytes(4096, 9);
        QVERIFY(!faultOf(image));
    }
};

QTEST_APPLESS_MAIN(SealedVfsTest)
#include "sealed_vfs_test.moc"
