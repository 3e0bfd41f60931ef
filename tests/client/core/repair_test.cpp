#include <QTest>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include "client/core/records.h"
#include "client/core/workspace.h"

using namespace puente;

namespace {

constexpr int kPageSize = 4096;
constexpr int kRecords = 45, kMoreRecords = 30;

} // namespace

/// A disk spoils pages of a replica's file: what can be made again from the logs is, all of it, and where it cannot
/// nothing changes.
class RepairTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_file, m_mark;
    Hash m_state, m_firstState;
    QList<int> m_repaired; ///< pages

    QString at(const QString& name) const { return m_folder->filePath(name); }
    std::string folder() const { return at("r").toStdString(); }
    PassphraseSource source() const { return PassphraseSource(at("p").toStdString()); }
    QByteArray content(const QString& name) const {
        QFile file(at(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QString& name, const QByteArray& bytes) const {
        QFile file(at(name));
        const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        QVERIFY(isWritten);
    }
    /// As if the disk gave this back now.
    void become(const QByteArray& file, const QByteArray& mark) const {
        write("r/replica.db", file);
        write("r/replica.db-mark", mark);
    }
    void become(const QByteArray& file) const { become(file, m_mark); }
    void checkAllIsThere(int count = kRecords) {
        const auto workspace = Workspace::open(folder(), source());
        QVERIFY(workspace.ok());
        const auto space = (*workspace)->replica().spaces().front().id;
        QVERIFY(*(*workspace)->replica().stateHash(space) == m_state);
        const auto records = Records::in(**workspace, space);
        QCOMPARE((*records)->search("Canario", kRecords * 9)->size(), std::size_t(count));
        QVERIFY((*records)->add(**(*records)->type("organization"), {{"name", Assignment::Kind::Set, "Otra"}}).ok());
    }
    /// Rows after those that are there and between them, a segment more, and again some that wait to be sealed.
    void writeMore() {
        const auto workspace = Workspace::open(folder(), source());
        QVERIFY(workspace.ok());
        const SpaceId space = (*workspace)->replica().spaces().front().id;
        const auto records = std::move(*Records::in(**workspace, space));
        for (int i = 0; i < kMoreRecords; ++i) {
            const std::string name = "Canario nuevo " + std::to_string(i) + std::string(600, char('a' + i % 26));
            QVERIFY(records->add(**records->type("organization"), {{"name", Assignment::Kind::Set, name}}).ok());
            if (i == kMoreRecords - 9) QVERIFY((*workspace)->replica().seal(space).ok());
        }
        m_state = *(*workspace)->replica().stateHash(space);
    }
    static QByteArray spoiled(QByteArray file, int page) {
        file[page * kPageSize + 1000] = char(file[page * kPageSize + 1000] ^ 1);
        return file;
    }

private Q_SLOTS:
    void initTestCase() {
        m_folder = std::make_unique<QTemporaryDir>();
        write("p", "una frase larga");
        const Workspace::NewReplica replica{.office = {"Cancillería", "CR", OrganizationKind::Government, "Ana"},
                                            .cost = kPassphraseCostMin};
        QVERIFY(Workspace::create(folder(), replica, source()).ok());
        auto workspace = std::move(*Workspace::open(folder(), source()));
        const SpaceId space = *workspace->createSpace("Regional", {});
        {
            const auto records = std::move(*Records::in(*workspace, space));
            for (int i = 0; i < kRecords; ++i) {
                const std::string name = "Canario " + std::to_string(i) + std::string(600, char('a' + i % 26));
                QVERIFY(records->add(**records->type("organization"), {{"name", Assignment::Kind::Set, name}}).ok());
                if (i == 30) QVERIFY(workspace->replica().seal(space).ok()); // the rest waits to be sealed
            }
            QCOMPARE(records->search("Canario", kRecords * 2)->size(), std::size_t{kRecords});
        }
        m_state = m_firstState = *workspace->replica().stateHash(space);
        workspace.reset();
        m_file = content("r/replica.db");
        m_mark = content("r/replica.db-mark");
        QVERIFY(m_file.size() > 50 * kPageSize);
    }

    void anyOnePageIsMadeAgainOrNothingChanges() {
        const int pages = int(m_file.size()) / kPageSize;
        const int step = qEnvironmentVariableIsSet("PUENTE_SLOW_BUILD") ? 5 : 1;
        for (int page = 1; page < pages; page += step) {
            const QByteArray damaged = spoiled(m_file, page);
            become(damaged);
            const auto repaired = Workspace::repair(folder(), source());
            QVERIFY(!QFile::exists(at("r/replica.db.remade")));
            if (repaired) {
                QVERIFY(repaired->kept && !repaired->lost);
                QCOMPARE(content("r/replica.db.damaged"), damaged);
                QVERIFY(QFile::remove(at("r/replica.db.damaged")));
                checkAllIsThere();
                m_repaired.append(page);
            } else {
                QCOMPARE(repaired.fault().code, ExitCode::DataInvalid);
                QCOMPARE(content("r/replica.db"), damaged);
            }
        }
        // Rows and search index are most of a file; 77 in 100 pages here.
        QVERIFY(m_repaired.size() * 100 > (step == 1 ? 70 : 50) * (pages / step));
        QVERIFY(m_repaired.size() < pages / step - 2); // and so are logs
    }
    /// A write that the disk lost, or an older file under a newer log: the page opens, and is not what belongs there.
    void anyOnePageOfAnEarlierStateIsMadeAgainOrNothingChanges() {
        become(m_file);
        writeMore();
        const QByteArray file = content("r/replica.db"), mark = content("r/replica.db-mark");
        const int step = qEnvironmentVariableIsSet("PUENTE_SLOW_BUILD") ? 5 : 1;
        int isRepaired = 0, isLeft = 0;
        for (int page = 0; page < m_file.size() / kPageSize; page += step) {
            const QByteArray older = m_file.mid(page * kPageSize, kPageSize);
            if (file.mid(page * kPageSize, kPageSize) == older) continue;
            const QByteArray mixed = QByteArray(file).replace(page * kPageSize, kPageSize, older);
            become(mixed, mark);
            if (const auto repaired = Workspace::repair(folder(), source())) {
                if (repaired->kept) QVERIFY(QFile::remove(QString::fromStdString(*repaired->kept)));
                ++isRepaired;
                checkAllIsThere(kRecords + kMoreRecords);
            } else {
                ++isLeft;
                QCOMPARE(content("r/replica.db"), mixed);
            }
        }
        QVERIFY(isRepaired > 0 && isLeft > 0);
        m_state = m_firstState;
    }
    void manyPagesToo() {
        QByteArray damaged = m_file;
        for (const int page : m_repaired)
            damaged = spoiled(damaged, page);
        become(damaged);
        QVERIFY(Workspace::repair(folder(), source()).ok());
        checkAllIsThere();
        QVERIFY(QFile::remove(at("r/replica.db.damaged")));
    }
    /// Nothing that a repair took for damage is lost by it, whatever it did wrong.
    void damagedFilesAreKept() {
        const QByteArray one = spoiled(m_file, m_repaired.front()), other = spoiled(m_file, m_repaired.back());
        for (const QByteArray& damaged : {one, other}) {
            become(damaged);
            QVERIFY(Workspace::repair(folder(), source())->kept);
        }
        QCOMPARE(content("r/replica.db.damaged"), one);
        QCOMPARE(content("r/replica.db.damaged-2"), other);
        QCOMPARE(QFile::permissions(at("r/replica.db.damaged")) & QFile::ReadOther, QFile::Permissions());
        checkAllIsThere();
        become(content("r/replica.db.damaged")); // it opens in its old place, and is no worse
        QVERIFY(Workspace::repair(folder(), source()).ok());
        checkAllIsThere();
        for (const char* name : {"r/replica.db.damaged", "r/replica.db.damaged-2", "r/replica.db.damaged-3"})
            QFile::remove(at(name));
    }
    /// What a repair made was never opened when it was copied, and is put back after more was written.
    void aCopyOfWhatWasMadeAgainIsAnEarlierState() {
        become(spoiled(m_file, m_repaired.front()));
        QVERIFY(Workspace::repair(folder(), source())->kept);
        const QByteArray made = content("r/replica.db");
        writeMore();
        m_state = m_firstState;
        write("r/replica.db", made);
        const auto refused = Workspace::open(folder(), source());
        QVERIFY(!refused.ok());
        QVERIFY(QString::fromStdString(refused.fault().what).contains("may be lost"));
        const auto repaired = Workspace::repair(folder(), source());
        QVERIFY(repaired.ok() && repaired->lost && repaired->lost->kept.second > 0);
        checkAllIsThere();
        QFile::remove(at("r/replica.db.damaged"));
    }
    void theFirstPageIsBeyondRepair() {
        become(spoiled(m_file, 0));
        QVERIFY(!Workspace::repair(folder(), source()).ok());
        QCOMPARE(content("r/replica.db"), spoiled(m_file, 0));
    }
    void aFileThatIsSoundIsLeftInItsPlace() {
        become(m_file);
        const auto repaired = Workspace::repair(folder(), source());
        QVERIFY(repaired.ok() && !repaired->kept && !repaired->lost);
        checkAllIsThere();
    }
    void whatAnInterruptedRepairLeftIsRemoved() {
        become(m_file);
        write("r/replica.db.remade", "half of it");
        write("r/replica.db.remade-swal", "and its log");
        checkAllIsThere();
        QVERIFY(!QFile::exists(at("r/replica.db.remade")) && !QFile::exists(at("r/replica.db.remade-swal")));
    }
};

QTEST_GUILESS_MAIN(RepairTest)
#include "repair_test.moc"
