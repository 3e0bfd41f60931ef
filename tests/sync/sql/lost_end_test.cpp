#include <QTest>

#include "sync/sql/database.h"
#include "sync/sql/sealed_file.h"
#include "tests/support/crash_sweep.h"
#include "tests/support/effort.h"
#include "tests/support/seeded_entropy.h"

using namespace puente;
using namespace puente::test;

namespace {

constexpr const char* kFile = "/a.db";
constexpr const char* kLog = "/a.db-swal";
constexpr const char* kMark = "/a.db-mark";
constexpr std::size_t kSlot = 512; // docs/formats/at_rest.md

} // namespace

/// Whoever takes away the end of a file, or puts an older state of a part of it back, is noticed; a power cut is not
/// taken for it.
class LostEndTest : public QObject {
    Q_OBJECT

    CrashVfs m_disk;
    SeededEntropy m_entropy{5};
    Bytes m_key = Bytes(32, 7);

    Result<Database, SqlFault> open() {
        return Database::open(
            {.path = kFile,
             .vfs = m_disk.name(),
             .seal = SealWith{.key = m_key, .entropy = m_entropy, .isMarked = true, .mayMake = true}});
    }
    static bool write(Database& database, int rows = 1) {
        for (int i = 0; i < rows; ++i) {
            Transaction transaction(database);
            if (!database.execute("INSERT INTO word(text) VALUES(randomblob(3000))")) return false;
            if (!transaction.commit()) return false;
        }
        return true;
    }
    static std::int64_t rows(Database& database) {
        Statement& row = database.prepare("SELECT count(*) FROM word");
        const auto found = row.step();
        const std::int64_t count = found && *found ? row.integer(0) : -1;
        row.reset();
        return count;
    }
    std::int64_t rowsNow() {
        auto database = open();
        return database ? rows(*database) : -1;
    }
    /// What lies on the disk of a program that was killed after so many transactions.
    DiskImage killedAfter(int transactions) {
        m_disk.load({});
        auto database = open();
        expects(database && database->execute("CREATE TABLE word(id INTEGER PRIMARY KEY, text BLOB) STRICT").ok());
        expects(database->checkpoint().ok());
        expects(write(*database, transactions));
        return left(*database);
    }
    /// What lies on the disk now; the database writes there no more.
    DiskImage left(const Database&) {
        Prng none(0);
        return m_disk.cutPower(CutStyle::Kept, none);
    }
    std::optional<LostEnd> lostIn(const DiskImage& image) {
        m_disk.load(image);
        const auto database = open();
        expects(database.ok());
        return database->lostEnd();
    }

private Q_SLOTS:
    void nothingIsMissingAfterAKill() {
        const DiskImage image = killedAfter(5);
        QVERIFY(image.at(kLog).size() > 5 * kFrameSize);
        QVERIFY(!lostIn(image));
        m_disk.load(image);
        QCOMPARE(rowsNow(), 5);
        QVERIFY(!lostIn(m_disk.image())); // closed in good order by then, without a log
    }
    void aLogThatIsCutOffIsMissed() {
        const DiskImage image = killedAfter(5);
        for (std::size_t size = image.at(kLog).size() - 1; size > 1000; size -= 900) {
            DiskImage cut = image;
            cut[kLog].resize(size);
            const auto lost = lostIn(cut);
            QVERIFY2(lost && lost->written, qPrintable(QString::number(size)));
            QVERIFY(lost->kept.number < lost->written->number);
            QVERIFY(lost->kept.second > 0 && lost->written->second >= lost->kept.second);
        }
    }
    void aLogThatIsSpoiledOrRemovedIsMissed() {
        const DiskImage image = killedAfter(5);
        DiskImage spoiled = image, removed = image;
        spoiled[kLog][spoiled[kLog].size() - 2000] ^= 1;
        removed.erase(kLog);
        QCOMPARE(lostIn(spoiled)->kept.number + 1, lostIn(spoiled)->written->number);
        QCOMPARE(lostIn(removed)->kept.number + 5, lostIn(removed)->written->number);
    }
    void anOlderLogIsNotTakenForTheNewestState() {
        m_disk.load(killedAfter(3));
        auto database = open();
        const Bytes older = m_disk.image().at(kLog);
        expects(write(*database, 4));
        database = Failure{SqlFault::Busy}; // closed in good order
        DiskImage image = m_disk.image();
        QVERIFY(!image.contains(kLog));
        image[kLog] = older;
        QVERIFY(lostIn(image).has_value());
    }
    void anOlderFileIsMissed() {
        m_disk.load(killedAfter(3));
        QCOMPARE(rowsNow(), 3);
        const Bytes older = m_disk.image().at(kFile);
        {
            auto database = open();
            expects(write(*database, 1));
        }
        DiskImage image = m_disk.image();
        image[kFile] = older;
        QVERIFY(lostIn(image).has_value());
    }
    void whoeverTakesTheMarkTooIsNoticed() {
        DiskImage image = killedAfter(5);
        DiskImage without = image;
        without.erase(kMark);
        QVERIFY(lostIn(without) && !lostIn(without)->written);
        for (const std::size_t slot : {std::size_t{0}, kSlot})
            image[kMark][slot + 3] ^= 1;
        QVERIFY(lostIn(image) && !lostIn(image)->written);
    }
    /// The newer of the two slots is spoiled, and the log cut by the transaction that it spoke of.
    void aSpoiledSlotHidesNothing() {
        DiskImage image = killedAfter(5); // six transactions, with the one that makes the table of marks
        image[kMark][kSlot + 5] ^= 1;
        QVERIFY(!lostIn(image)); // as a power cut leaves it
        image[kLog].resize(image[kLog].size() - 1);
        QVERIFY(lostIn(image).has_value());
    }
    void nothingIsTouchedUntilItIsAccepted() {
        DiskImage image = killedAfter(5);
        image[kLog].resize(image[kLog].size() - 1);
        QVERIFY(lostIn(image).has_value());
        const DiskImage after = m_disk.image();
        QCOMPARE(after.at(kFile), image.at(kFile));
        QCOMPARE(after.at(kLog), image.at(kLog));
        QCOMPARE(after.at(kMark), image.at(kMark));
    }
    void whatIsAcceptedIsNotSaidAgain() {
        DiskImage image = killedAfter(5);
        image[kLog].resize(image[kLog].size() - 1);
        const DiskImage withoutMark = [&] {
            DiskImage rest = image;
            rest.erase(kMark);
            return rest;
        }();
        for (const DiskImage& hurt : {image, withoutMark}) {
            m_disk.load(hurt);
            auto database = open();
            QVERIFY(database->lostEnd().has_value());
            QVERIFY(database->acceptLostEnd().ok());
            QVERIFY(!database->lostEnd());
            QVERIFY(write(*database, 2));
            database = Failure{SqlFault::Busy};
            const DiskImage closed = m_disk.image();
            QVERIFY(!lostIn(closed));
            m_disk.load(closed);
            QCOMPARE(rowsNow(), 6);
        }
    }
    /// From the making of the file on, at every moment and in every style.
    void aPowerCutIsNoLoss() {
        SeededEntropy entropy(6);
        Recording recording{.start = {}, .events = {}};
        m_disk.load({});
        m_disk.startRecording();
        {
            auto database = open();
            expects(database && database->execute("PRAGMA wal_autocheckpoint=6").ok());
            expects(database->execute("CREATE TABLE word(id INTEGER PRIMARY KEY, text BLOB) STRICT").ok());
            for (int i = 0; i < 30; ++i) {
                expects(write(*database));
                recording.acknowledged.push_back(m_disk.recorded().size());
            }
        }
        recording.events = m_disk.recorded();
        Prng prng(8);
        sweepCuts(recording, effort(4'000), prng, [&](const DiskImage& image, std::size_t acknowledged) {
            m_disk.load(image);
            auto database = open();
            QVERIFY(database.ok());
            QVERIFY2(!database->lostEnd(), "a power cut was taken for a loss");
            if (acknowledged > 0) QVERIFY(rows(*database) >= std::int64_t(acknowledged));
        });
    }
    /// An earlier state of a file that was made apart, before it was opened with a mark: without its table, or with one
    /// that only knows since when.
    void aFileOfBeforeItsFirstMarkIsAnEarlierState() {
        for (const bool hasTable : {false, true}) {
            m_disk.load({});
            {
                const SealWith seal{.key = m_key, .entropy = m_entropy, .mayMake = true};
                auto apart = Database::open({.path = kFile, .vfs = m_disk.name(), .seal = seal});
                expects(apart && apart->execute("CREATE TABLE word(id INTEGER PRIMARY KEY, text BLOB) STRICT").ok());
                if (hasTable) expects(apart->takeTimeOf(*apart).ok());
            }
            const Bytes made = m_disk.image().at(kFile);
            {
                auto database = open();
                QVERIFY(database && !database->lostEnd() && write(*database, 3));
            }
            DiskImage image = m_disk.image();
            image[kFile] = made;
            m_disk.load(image);
            {
                auto database = open();
                QVERIFY(database && database->lostEnd() && database->lostEnd()->kept.number == 0);
                QVERIFY(write(*database)); // a repair does, before it accepts
                QVERIFY(database->acceptLostEnd().ok());
            }
            auto database = open();
            QVERIFY(database && !database->lostEnd());
            QCOMPARE(rows(*database), 1);
        }
    }
    /// A mark that cannot be written costs no edit.
    void aFailingMarkCostsNoEdit() {
        for (std::uint64_t call = 1; call < 12; ++call) {
            m_disk.load(killedAfter(2));
            int written = 2;
            {
                auto database = open();
                m_disk.failNext({.kind = DiskFailure::Kind::Error, .call = call});
                for (int i = 0; i < 3; ++i)
                    written += write(*database);
            }
            m_disk.load(m_disk.image());
            auto database = open();
            QVERIFY(database.ok() && !database->lostEnd());
            QVERIFY(rows(*database) >= written);
        }
    }
};

QTEST_APPLESS_MAIN(LostEndTest)
#include "lost_end_test.moc"
