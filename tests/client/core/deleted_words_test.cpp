#include <QTest>

#include <QFile>
#include <QTemporaryDir>

#include "client/core/cases.h"
#include "client/core/documents.h"
#include "sync/sql/sealed_image.h"
#include "tests/support/plain_disk.h"

using namespace puente;
using namespace puente::test;

namespace {

constexpr const char* kStory = "Clase: denuncia\nMateria: extorsión\nRelato: Canariosecreto contó lo que vio\n";
constexpr std::string_view kTold = "Canariosecreto", kOrdinary = "Zorzalvisible";

} // namespace

/// Row A40 of the attacks: what was deleted is nowhere on the disk, also for whoever has the passphrase and all keys.
class DeletedWordsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
    SpaceId m_space;

    std::string folder() const { return m_folder->path().toStdString() + "/r"; }
    std::string passphraseFile() const { return m_folder->path().toStdString() + "/p"; }
    Bytes disk() const { return plainDisk(folder(), m_workspace->keyring().storageKey()->reveal()); }
    static bool holds(const Bytes& disk, ByteView wanted) {
        return textOf(disk).find(textOf(wanted)) != std::string_view::npos;
    }
    std::unique_ptr<Records> records() { return std::move(*Records::in(*m_workspace, m_space)); }
    void reopen() {
        m_workspace.reset();
        m_workspace = std::move(*Workspace::open(folder(), PassphraseSource(passphraseFile())));
    }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        QFile file(QString::fromStdString(passphraseFile()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("una frase larga");
        file.close();
        const Workspace::NewReplica replica{
            .office = {"Casa del migrante", "HN", OrganizationKind::CivilSociety, "Ana"}, .cost = kPassphraseCostMin};
        QVERIFY(Workspace::create(folder(), replica, PassphraseSource(passphraseFile())).ok());
        reopen();
        m_space = *m_workspace->createSpace("Denuncias", {});
        const auto all = records();
        QVERIFY(all->add(**all->type("space_profile"), {{"kind", Assignment::Kind::Set, "restricted"}}).ok());
        QVERIFY(all->add(**all->type("organization"), {{"name", Assignment::Kind::Set, std::string(kOrdinary)}}).ok());
    }

    void theScanSeesWhatIsOnTheDisk() {
        QVERIFY(holds(disk(), bytesOf(kOrdinary))); // the log, the rows and the index, all opened with the key
        QVERIFY(!holds(filesOf(folder()), bytesOf(kOrdinary))); // and none of it without
    }

    void aDeletedCaseIsGoneFromEveryPage() {
        auto all = records();
        auto cases = Cases::in(*all);
        QVERIFY(cases.ok());
        const auto code = cases->open(*Cases::read(kStory));
        QVERIFY(code.ok());
        const Dot record = *cases->find(*code);
        QVERIFY(cases->follow(record, std::string(kTold) + " volvió", all->today()).ok());
        QCOMPARE(cases->search(kTold)->size(), 1U);
        QCOMPARE(all->search(kTold, 10)->size(), 0U); // no index knows the word

        // Before: the key that opens the words is on the disk, in the log of changes or in the file.
        const auto objects = m_workspace->replica().erasableEntries(m_space);
        QCOMPARE(objects->size(), 1U);
        const Bytes object = objects->front().bytes;
        const auto key = m_workspace->replica().erasableKey(m_space, ErasableObject::parse(object)->name().id());
        QVERIFY(holds(disk(), object));
        QVERIFY(!holds(disk(), bytesOf(kTold)));
        QVERIFY(!holds(disk(), (*key)->reveal()));

        QVERIFY(cases->erase(record).ok());

        const ByteView sealedKey = ByteView(object).subspan(kErasableObjectSize - 64 - 72, 72);
        QVERIFY(!holds(disk(), sealedKey)); // at once, with the file still open: free pages and log included
        QVERIFY(holds(disk(), bytesOf(kOrdinary)));
        cases = Failure{Notice{}};
        all.reset();
        reopen();
        QVERIFY(!holds(disk(), sealedKey));
        QCOMPARE(Cases::in(*records())->search(kTold)->size(), 0U);
    }

    void aDeletedDocumentIsGoneFromEveryFile() {
        const std::string path = m_folder->path().toStdString() + "/relato.txt";
        QFile file(QString::fromStdString(path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(100'000, 'x') + QByteArray::fromStdString(std::string(kTold)));
        file.close();
        auto all = records();
        auto documents = Documents::in(*all);
        QVERIFY(documents.ok());
        const auto attached = documents->attach({.path = path, .fields = {}, .belongsTo = {}, .replaces = {}});
        QVERIFY(attached.ok());
        const KnownDocument document = *documents->known(attached->record);
        const Bytes object = m_workspace->replica().erasableEntries(m_space)->front().bytes;
        const Bytes chunk = **documents->store().read(m_space, document.manifest->document, 0);
        QVERIFY(holds(disk(), object));
        QVERIFY(holds(filesOf(folder()), ByteView(chunk).first(64)));
        QVERIFY(!holds(disk(), bytesOf(kTold)) && !holds(filesOf(folder()), bytesOf(kTold)));

        QVERIFY(documents->erase(document).ok());

        QVERIFY(!holds(disk(), ByteView(object).subspan(kErasableObjectSize - 64 - 72, 72)));
        for (std::size_t at = 0; at + 64 <= chunk.size(); at += 8192)
            QVERIFY(!holds(filesOf(folder()), ByteView(chunk).subspan(at, 64)));
        QCOMPARE(documents->known(attached->record)->here, KnownDocument::Here::Erased);
    }
};

QTEST_GUILESS_MAIN(DeletedWordsTest)
#include "deleted_words_test.moc"
