#include <QTest>

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include "client/core/attached_file.h"
#include "client/core/document_packs.h"
#include "client/core/status.h"
#include "client/domain/sealed_field.h"
#include "tests/support/hostile_names.h"

#include <sys/stat.h>
#include <unistd.h>

using namespace puente;
using namespace puente::test;

/// A file goes in as it is and comes out as it was, and on its way lies nowhere in clear.
class DocumentsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Records> m_records;
    std::optional<Documents> m_documents;
    SpaceId m_space;

    std::string path(const QString& name) const { return m_folder.filePath(name).toStdString(); }
    void write(const QString& name, const QByteArray& content) const {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    static QByteArray read(const std::string& path) {
        QFile file(QString::fromStdString(path));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
    }
    static QByteArray content(int size, char seed) {
        QByteArray bytes;
        for (int i = 0; i < size; ++i)
            bytes += static_cast<char>(i * 31 + seed + i / 251);
        return bytes;
    }
    Outcome<Documents::Attached> attach(const QString& name, const std::string& title) {
        Documents::New wanted{.path = path(name), .fields = {}, .belongsTo = {}, .replaces = {}};
        wanted.fields = {{"title", Assignment::Kind::Set, title}};
        return m_documents->attach(wanted);
    }
    KnownDocument attached(const QString& name, const std::string& title) {
        const auto done = attach(name, title);
        return done ? *m_documents->known(done->record) : KnownDocument{};
    }
    /// A record as a member may write it, that names somebody else's document under a key of their own.
    Dot lieAbout(const KnownDocument& document, const std::string& title) {
        const auto key = m_workspace->replica().createErasableKey(m_space);
        const auto opened = m_workspace->replica().erasableKey(m_space, *key);
        const RecordType& type = *Schema::builtIn().type("document");
        const std::uint32_t field = type.field(kFileField)->number;
        std::vector<std::string> remarks;
        Edit edit = *m_records->draft(type, {{"title", Assignment::Kind::Set, title}}, remarks);
        edit.set(field, Value(*sealValue(**opened, {m_space, *key, field}, manifestText(*document.manifest),
                                         m_workspace->replica().logs(), m_workspace->entropy())));
        Dot record = edit.record();
        record.sequence = *m_records->commit(edit.operations());
        return record;
    }
    int entriesIn(const QString& folder) const {
        const QDir there(m_folder.filePath(folder));
        return int(there.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size());
    }

private slots:
    void initTestCase() {
        write("passphrase", "una frase de paso larga\n");
        const PassphraseSource source(path("passphrase"));
        const Office office{"Secretaría Técnica", "CR", OrganizationKind::Secretariat, ""};
        QVERIFY(Workspace::create(path("replica"), {office, kPassphraseCostMin}, source).ok());
        m_workspace = std::move(*Workspace::open(path("replica"), source));
        m_space = *m_workspace->createSpace("Regional", "");
        m_records = std::move(*Records::in(*m_workspace, m_space));
        m_documents = std::move(*Documents::in(*m_records));
        QVERIFY(QDir(m_folder.path()).mkdir("out"));
    }

    void whatGoesInComesOut_data() {
        QTest::addColumn<int>("size");
        for (const int size : {0, 1, 255, 256, 65'535, 65'536, 65'537, 400'000})
            QTest::addRow("%d bytes", size) << size;
    }
    void whatGoesInComesOut() {
        QFETCH(const int, size);
        const QString name = QString("acta %1.pdf").arg(size);
        write(name, content(size, 1));
        const KnownDocument document = attached(name, name.toStdString());
        QVERIFY(document.here == KnownDocument::Here::Whole);
        QCOMPARE(document.manifest->size, std::uint64_t(size));
        QCOMPARE(document.sealedSize, sealedDocumentSize(std::uint64_t(size)));
        const auto out = m_documents->exportTo(document, path("out"), false);
        QVERIFY(out.ok());
        QCOMPARE(*out, path("out/" + name));
        QVERIFY(read(*out) == content(size, 1));
        struct stat status {};
        QVERIFY(::stat(out->c_str(), &status) == 0 && (status.st_mode & 0777) == 0600);
    }

    void theSameBytesAreStoredOnce() {
        write("uno.pdf", content(150'000, 7));
        write("dos.pdf", content(150'000, 7));
        const auto first = attach("uno.pdf", "Uno"), second = attach("dos.pdf", "Dos");
        QVERIFY(first && second && !first->wasKnown && second->wasKnown);
        const KnownDocument one = *m_documents->known(first->record), two = *m_documents->known(second->record);
        QVERIFY(one.key == two.key && one.manifest->document == two.manifest->document);
        QCOMPARE(two.manifest->name, std::string("dos.pdf"));
        QCOMPARE(m_documents->sharing(one)->size(), std::size_t{1});
        // Another content is another document.
        write("tres.pdf", content(150'000, 8));
        QVERIFY(!attach("tres.pdf", "Tres")->wasKnown);
    }

    /// A manifest may name what nobody has: by malice, or because the office that wrote it lost its disk.
    void whatIsNotHereIsSealedAnew() {
        write("solo aqui.pdf", content(150'000, 13));
        const KnownDocument first = attached("solo aqui.pdf", "Solo aquí");
        QVERIFY(m_documents->store().remove(m_space, first.manifest->document).ok());
        const auto again = attach("solo aqui.pdf", "Otra vez");
        QVERIFY(again && !again->wasKnown);
        const KnownDocument second = *m_documents->known(again->record);
        QVERIFY(second.here == KnownDocument::Here::Whole && second.key != first.key);
        QVERIFY(read(*m_documents->exportTo(second, path("out"), false)) == content(150'000, 13));
    }
    void verifyingFindsWhatTheDiskChanged() {
        write("intacto.pdf", content(150'000, 19));
        const KnownDocument document = attached("intacto.pdf", "Intacto");
        QVERIFY(m_documents->dropDamaged()->empty());
        QVERIFY((*verifyReplica(*m_workspace, true))[0].bad.empty());
        QVERIFY(m_documents->store()
                    .database()
                    .execute("UPDATE chunk SET bytes = zeroblob(length(bytes)) WHERE place = "
                             "(SELECT max(place) FROM chunk)")
                    .ok());
        QVERIFY((*verifyReplica(*m_workspace, false))[0].bad.empty()); // the quick look does not read documents
        QCOMPARE((*verifyReplica(*m_workspace, true))[0].bad.size(), std::size_t{1});
        const KnownDocument after = *m_documents->known(document.record);
        QVERIFY(after.here == KnownDocument::Here::Part && after.bytesHere > 100'000);
        QVERIFY((*verifyReplica(*m_workspace, true))[0].bad.empty()); // it is told once, and missing since
    }
    void whatTheDiskChangedIsSealedAnew() {
        write("dañado.pdf", content(150'000, 14));
        const KnownDocument first = attached("dañado.pdf", "Dañado");
        QVERIFY(m_documents->store().database().execute("UPDATE chunk SET bytes = zeroblob(length(bytes))").ok());
        const auto again = attach("dañado.pdf", "Entero");
        QVERIFY(again && !again->wasKnown);
        QVERIFY(m_documents->known(again->record)->here == KnownDocument::Here::Whole);
    }

    /// What was sealed must not outlive what was to name it, under a key that no deletion would find.
    void whatNoRecordNamesIsRemoved() {
        write("a medias.pdf", content(150'000, 15));
        const auto before = m_documents->store().documents(m_space);
        Documents::New wanted{.path = path("a medias.pdf"), .fields = {}, .belongsTo = Dot{}, .replaces = {}};
        QVERIFY(!m_documents->attach(wanted)); // its record cannot be written: it belongs to none that exists
        QVERIFY(*m_documents->store().documents(m_space) == *before);
        QVERIFY(m_documents->marks().attaching(m_space)->empty());
    }
    void whatACrashLeftIsRemoved() {
        Replica& replica = m_workspace->replica();
        const auto before = m_documents->store().documents(m_space);
        const ErasableId key = *replica.createErasableKey(m_space);
        QVERIFY(m_documents->marks().beginAttaching(m_space, key).ok());
        write("cortado.pdf", content(150'000, 16));
        auto file = std::move(*AttachedFile::open(path("cortado.pdf")));
        const Hash content = *file.content();
        QVERIFY(file.sealInto(m_documents->store(), m_space, key, **replica.erasableKey(m_space, key), content,
                              m_workspace->entropy())
                    .ok());
        QVERIFY(m_documents->store().documents(m_space)->size() == before->size() + 1);
        // The program ends here; what it finds when it is started again:
        QVERIFY(Documents::in(*m_records).ok());
        QVERIFY(*m_documents->store().documents(m_space) == *before);
        QVERIFY(replica.erasureStatus(m_space, key)->isErased);
        QVERIFY(m_documents->marks().attaching(m_space)->empty());
    }
    void whatHasARecordOutlivesTheCrash() {
        write("entero.pdf", content(1000, 17));
        const KnownDocument document = attached("entero.pdf", "Entero ya");
        QVERIFY(m_documents->marks().beginAttaching(m_space, document.key).ok()); // as if it had not come to the end
        QVERIFY(Documents::in(*m_records).ok());
        QVERIFY(m_documents->known(document.record)->here == KnownDocument::Here::Whole);
        QVERIFY(m_documents->marks().attaching(m_space)->empty());
    }

    void nothingIsInClearInAnyFile() {
        const QByteArray canary = "PALABRA-CANARIO-DEL-ARCHIVO-" + QByteArray(100, 'z');
        write("canario.txt", canary.repeated(3000));
        const KnownDocument document = attached("canario.txt", "Canario");
        QVERIFY(document.here == KnownDocument::Here::Whole);
        for (QDirIterator all(m_folder.filePath("replica"), QDir::Files | QDir::Hidden); all.hasNext();) {
            const QByteArray bytes = read(all.next().toStdString());
            QVERIFY2(!bytes.contains("PALABRA-CANARIO") && !bytes.contains(QByteArray(64, 'z')),
                     qPrintable(all.fileName()));
            QVERIFY(!bytes.contains("canario.txt")); // its name neither
        }
        // The scan finds it where it is in clear.
        const auto out = m_documents->exportTo(document, path("out"), false);
        QVERIFY(read(*out).contains("PALABRA-CANARIO"));
    }

    // A44
    void onlyAnOrdinaryFileIsTaken() {
        QVERIFY(::mkfifo(path("pipe").c_str(), 0600) == 0);
        QVERIFY(::symlink(path("passphrase").c_str(), path("link").c_str()) == 0);
        QVERIFY(QDir(m_folder.path()).mkdir("folder"));
        write("huge", {});
        QVERIFY(::truncate(path("huge").c_str(), off_t{1} << 40) == 0);
        QElapsedTimer timer;
        timer.start();
        for (const char* name : {"pipe", "link", "folder", "huge", "nowhere"}) {
            const auto refused = attach(name, name);
            QVERIFY2(!refused && !refused.fault().whatToDo.empty(), name);
        }
        QVERIFY(!m_documents->attach({.path = "/dev/zero", .fields = {}, .belongsTo = {}, .replaces = {}}));
        QVERIFY(timer.elapsed() < 1000);
    }

    // A21
    void nobodysNameLeavesTheFolder() {
        write("nombre.pdf", content(1000, 3));
        KnownDocument document = attached("nombre.pdf", "Nombre");
        QVERIFY(QDir(m_folder.path()).mkpath("deep/er/inside"));
        write("deep/er/secret", "x");
        const int before = entriesIn(""), around = entriesIn("deep"), beside = entriesIn("deep/er");
        std::size_t written = 0;
        for (const std::string& name : hostileNames()) {
            document.manifest->name = name; // as a member may have sealed it, and worse
            const auto out = m_documents->exportTo(document, path("deep/er/inside"), true);
            if (!out) continue; // another spelling of a name that is there
            ++written;
            QVERIFY2(QFileInfo(QString::fromStdString(*out)).path() == m_folder.filePath("deep/er/inside"),
                     name.substr(0, 60).c_str());
        }
        QVERIFY(written > 200);
        QCOMPARE(entriesIn(""), before);
        QCOMPARE(entriesIn("deep"), around);
        QCOMPARE(entriesIn("deep/er"), beside);
    }

    void whatIsThereIsKept() {
        QVERIFY(QDir(m_folder.path()).mkdir("clash"));
        write("clash.pdf", content(1000, 4));
        const KnownDocument document = attached("clash.pdf", "Choque");
        write("clash/CLASH.PDF", "mine");
        QVERIFY(!m_documents->exportTo(document, path("clash"), false)); // the same name on other systems
        QVERIFY(!m_documents->exportTo(document, path("clash"), true));
        QCOMPARE(read(path("clash/CLASH.PDF")), QByteArray("mine"));
        QVERIFY(QFile::remove(m_folder.filePath("clash/CLASH.PDF")));
        // A link of that name is replaced itself, not what it leads to.
        write("elsewhere", "elsewhere");
        QVERIFY(::symlink(path("elsewhere").c_str(), path("clash/clash.pdf").c_str()) == 0);
        QVERIFY(!m_documents->exportTo(document, path("clash"), false));
        QVERIFY(m_documents->exportTo(document, path("clash"), true).ok());
        QCOMPARE(read(path("elsewhere")), QByteArray("elsewhere"));
        QCOMPARE(read(path("clash/clash.pdf")), content(1000, 4));
    }

    void aManifestThatLiesYieldsNoFile() {
        QVERIFY(QDir(m_folder.path()).mkdir("lies"));
        write("verdad.pdf", content(100'000, 5));
        const KnownDocument good = attached("verdad.pdf", "Verdad");
        KnownDocument lying = good;
        lying.manifest->content.bytes[0] ^= 1;
        QVERIFY(!m_documents->exportTo(lying, path("lies"), false));
        lying = good;
        lying.manifest->size -= 1;
        QVERIFY(!m_documents->exportTo(lying, path("lies"), false));
        QCOMPARE(entriesIn("lies"), 0); // no temporary file either
        QVERIFY(m_documents->exportTo(good, path("lies"), false).ok());
    }

    void chunksUnderAnotherKeyAreNotThisDocuments() {
        write("ajeno.pdf", content(1000, 6));
        const KnownDocument document = attached("ajeno.pdf", "Ajeno");
        QVERIFY(m_documents->known(lieAbout(document, "Copia"))->here == KnownDocument::Here::Missing);
    }

    void aFileIsNotWrittenIntoAFieldInClear() {
        const RecordType& type = *Schema::builtIn().type("document");
        const auto refused = m_records->add(
            type, {{"title", Assignment::Kind::Set, "Claro"}, {"file", Assignment::Kind::Set, "secreto.pdf"}});
        QVERIFY(!refused && refused.fault().code == ExitCode::DataInvalid);
        QVERIFY(m_records->find("Claro||").fault().code == ExitCode::Pending);
    }

    void aNewVersionTakesWhatStays() {
        write("v1.pdf", content(500, 9));
        write("v2.pdf", content(600, 9));
        Documents::New first{.path = path("v1.pdf"), .fields = {}, .belongsTo = {}, .replaces = {}};
        first.fields = {{"title", Assignment::Kind::Set, "Lineamientos"},
                        {"language", Assignment::Kind::Set, "es"},
                        {"kind", Assignment::Kind::Set, "guideline"},
                        {"version", Assignment::Kind::Set, "1"}};
        const auto older = m_documents->attach(first);
        QVERIFY(older.ok());
        const auto newer =
            m_documents->attach({.path = path("v2.pdf"), .fields = {}, .belongsTo = {}, .replaces = older->record});
        QVERIFY(newer.ok());
        const KnownDocument one = *m_documents->known(older->record), two = *m_documents->known(newer->record);
        QVERIFY(one.isReplaced && !two.isReplaced);
        QCOMPARE(two.title, std::string("Lineamientos"));
        QCOMPARE(two.version, std::string("2"));
        QCOMPARE(two.language, std::string("es"));
    }

    void aDeletedFileIsGoneHere() {
        write("borrar.pdf", content(200'000, 10));
        const KnownDocument document = attached("borrar.pdf", "Borrar");
        QVERIFY(m_documents->erase(document).ok());
        const KnownDocument after = *m_documents->known(document.record);
        QVERIFY(after.here == KnownDocument::Here::Erased && !after.manifest);
        const auto index = m_documents->store().index(m_space, document.manifest->document);
        QVERIFY(index.ok() && !index->has_value());
        QVERIFY(!m_documents->exportTo(document, path("out"), false)); // although somebody remembers what it was
    }

    void aPackIsTakenOnceWhateverItsOrder() {
        QVERIFY(QDir(m_folder.path()).mkdir("stick"));
        write("grande.pdf", content(3'000'000, 11));
        const KnownDocument document = attached("grande.pdf", "Grande");
        const auto report = writePack(
            *m_documents,
            {.documents = {document}, .folder = path("stick"), .name = "../../puente", .partSize = 1'000'000});
        QVERIFY(report.ok());
        QVERIFY(report->files.size() >= 4);
        QCOMPARE(entriesIn("stick"), int(report->files.size()));
        QVERIFY(m_documents->store().remove(m_space, document.manifest->document).ok());
        QVERIFY(m_documents->known(document.record)->here == KnownDocument::Here::Missing);

        // A damaged part is refused whole.
        QFile damaged(QString::fromStdString(report->files[1]));
        QVERIFY(damaged.open(QIODevice::ReadWrite) && damaged.seek(500'000) && damaged.putChar('x'));
        damaged.close();
        const auto refused = readPack(*m_workspace, report->files[1]);
        QVERIFY(!refused && refused.fault().where == report->files[1]);
        QVERIFY(m_documents->known(document.record)->here == KnownDocument::Here::Missing);

        std::uint64_t bytes = 0;
        for (std::size_t i = report->files.size(); i-- > 0;) {
            if (i == 1) continue;
            const auto taken = readPack(*m_workspace, report->files[i]);
            QVERIFY(taken.ok());
            bytes += taken->bytes;
            QCOMPARE(readPack(*m_workspace, report->files[i])->bytes, std::uint64_t{0}); // again: nothing
        }
        QVERIFY(m_documents->known(document.record)->here == KnownDocument::Here::Part);
        QVERIFY(bytes > 0);
    }

    void aRecordThatLiesDoesNotStandInTheWayOfAPack() {
        QVERIFY(QDir(m_folder.path()).mkdir("disputed"));
        write("disputado.pdf", content(100'000, 18));
        const KnownDocument document = attached("disputado.pdf", "Disputado");
        lieAbout(document, "Antes");
        lieAbout(document, "Zeta, después");
        const auto report = writePack(
            *m_documents, {.documents = {document}, .folder = path("disputed"), .name = "disputado", .partSize = 0});
        QVERIFY(report.ok());
        QVERIFY(m_documents->store().remove(m_space, document.manifest->document).ok());
        const auto taken = readPack(*m_workspace, report->files.front());
        QVERIFY(taken.ok());
        QCOMPARE(taken->withoutRecord, std::size_t{0});
        QCOMPARE(taken->completed, std::size_t{1});
        QVERIFY(m_documents->known(document.record)->here == KnownDocument::Here::Whole);
    }

    void aPackOfWhatNobodyNamedFillsNoDisk() {
        QVERIFY(QDir(m_folder.path()).mkdir("junk"));
        write("basura.pdf", content(100'000, 12));
        const auto done = attach("basura.pdf", "Basura");
        const KnownDocument document = *m_documents->known(done->record);
        const auto report =
            writePack(*m_documents, {.documents = {document}, .folder = path("junk"), .name = "basura", .partSize = 0});
        QVERIFY(report.ok());
        QVERIFY(m_documents->store().remove(m_space, document.manifest->document).ok());
        QVERIFY(m_records->remove(done->record).ok());
        const auto taken = readPack(*m_workspace, report->files.front());
        QVERIFY(taken.ok());
        QCOMPARE(taken->withoutRecord, std::size_t{1});
        QCOMPARE(taken->bytes, std::uint64_t{0});
        QVERIFY(!m_documents->store().index(m_space, document.manifest->document)->has_value());
    }
};

QTEST_GUILESS_MAIN(DocumentsTest)
#include "documents_test.moc"
