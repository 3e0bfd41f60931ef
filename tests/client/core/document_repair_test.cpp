#include <QTest>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include "client/core/document_repair.h"
#include "tests/support/document_samples.h"

using namespace puente;
using namespace puente::test;

/// A damaged file of documents costs what was damaged of it, and no more.
class DocumentRepairTest : public QObject {
    Q_OBJECT

    std::optional<QTemporaryDir> m_folder;
    const SpaceId m_space = *SpaceId::from(Bytes(16, 1));
    const SealedDocument m_one = SealedDocument::make(400'000, 1, *ErasableId::from(Bytes(16, 2))),
                         m_two = SealedDocument::make(400'000, 2, *ErasableId::from(Bytes(16, 3)));

    std::string folder() const { return m_folder->path().toStdString(); }
    QString file() const { return m_folder->filePath("documents.db"); }
    std::unique_ptr<DocumentStore> open() const { return documentStore(file().toStdString()); }
    QByteArray content() const {
        QFile all(file());
        return all.open(QIODevice::ReadOnly) ? all.readAll() : QByteArray();
    }
    void overwrite(qint64 offset, const QByteArray& bytes) const {
        QFile all(file());
        QVERIFY(all.open(QIODevice::ReadWrite) && all.seek(offset) && all.write(bytes) == bytes.size());
    }

private slots:
    void init() {
        m_folder.emplace();
        const auto store = open();
        m_one.putInto(*store, m_space);
        m_two.putInto(*store, m_space);
    }

    void aSoundOneIsLeftAsItIs() {
        const QByteArray before = content();
        const auto repaired = repairDocuments(folder());
        QVERIFY(repaired && !*repaired);
        QVERIFY(content() == before);
        QVERIFY(QFile::remove(file()));
        QVERIFY(!*repairDocuments(folder())); // and none is made where there is none
        QVERIFY(!QFile::exists(file()));
    }

    void eachPageCostsWhatIsOnIt() {
        const QByteArray whole = content();
        const qint64 pages = whole.size() / kDocumentPageSize;
        int repairs = 0, losses = 0;
        for (qint64 page = 1; page < pages; ++page) {
            overwrite(page * kDocumentPageSize, QByteArray(kDocumentPageSize, '\xff'));
            const auto repaired = repairDocuments(folder());
            QVERIFY(repaired.ok());
            if (*repaired) { // else what the page holds is one chunk's alone, which SQLite does not look at
                ++repairs;
                losses += (*repaired)->rescue.isAll ? 0 : 1;
                QVERIFY(QFile::exists(QString::fromStdString((*repaired)->damagedFile)));
            }
            const auto store = open();
            QCOMPARE(*store->database().integrityCheck(), std::string("ok"));
            QVERIFY(m_one.isWholeIn(*store, m_space) || m_two.isWholeIn(*store, m_space) ||
                    (*repaired && !(*repaired)->rescue.isAll));
            m_folder.emplace();
            QFile again(file());
            QVERIFY(again.open(QIODevice::WriteOnly) && again.write(whole) == whole.size());
        }
        QVERIFY(repairs > 0 && losses > 0);
    }

    void whatDoesNotOpenIsKeptBeside_data() {
        QTest::addColumn<int>("offset");
        for (const int offset : {0, 16, 40, 100})
            QTest::addRow("%d", offset) << offset;
    }
    void whatDoesNotOpenIsKeptBeside() {
        QFETCH(const int, offset);
        overwrite(offset, QByteArray(8, '\x5a'));
        const QByteArray damaged = content();
        const auto repaired = repairDocuments(folder());
        QVERIFY(repaired && *repaired && !(*repaired)->rescue.isAll);
        QFile kept(QString::fromStdString((*repaired)->damagedFile));
        QVERIFY(kept.open(QIODevice::ReadOnly) && kept.readAll() == damaged);
        QVERIFY(open()->documents(m_space)->empty());
        QVERIFY(!*repairDocuments(folder())); // sound now
        // A second damage does not cost what was kept of the first.
        overwrite(offset, QByteArray(8, '\x5a'));
        const auto refused = repairDocuments(folder());
        QVERIFY(!refused && refused.fault().code == ExitCode::Usage);
    }

    void aCutOffFileGivesWhatItStillHas() {
        QFile all(file());
        QVERIFY(all.resize(all.size() - all.size() / 4));
        const auto repaired = repairDocuments(folder());
        QVERIFY(repaired && *repaired && !(*repaired)->rescue.isAll);
        QVERIFY(open()->database().integrityCheck().ok());
    }

    void aCrashBetweenTheMovesIsMadeGood() {
        QVERIFY(QFile::rename(file(), file() + ".remade"));
        QVERIFY(!*repairDocuments(folder()));
        const auto store = open();
        QVERIFY(m_one.isWholeIn(*store, m_space) && m_two.isWholeIn(*store, m_space));
    }
};

QTEST_APPLESS_MAIN(DocumentRepairTest)
#include "document_repair_test.moc"
