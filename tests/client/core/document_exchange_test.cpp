#include <QTest>

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include "client/core/document_exchange.h"
#include "client/core/exchange.h"
#include "client/domain/sealed_field.h"
#include "sync/document/document_cipher.h"
#include "tests/support/paths.h"

using namespace puente;

namespace {

/// An office with a folder of its own.
struct Desk {
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<Records> records;
    std::optional<Documents> documents;

    static Desk open(const std::string& folder, const char* name) {
        QFile passphrase(QString::fromStdString(folder) + ".pass");
        expects(passphrase.open(QIODevice::WriteOnly) && passphrase.write("una frase de paso larga\n") > 0);
        passphrase.close();
        const PassphraseSource source(passphrase.fileName().toStdString());
        const Office office{name, "CR", OrganizationKind::CivilSociety, ""};
        expects(Workspace::create(folder, {office, kPassphraseCostMin}, source).ok());
        Desk desk;
        desk.workspace = std::move(*Workspace::open(folder, source));
        return desk;
    }
    void look(const SpaceId& space) {
        records = std::move(*Records::in(*workspace, space));
        documents = std::move(*Documents::in(*records));
    }
    void sync(const SpaceId& space) {
        expects(synchronize(*workspace, {space}, {}).ok());
        look(space);
    }
};

} // namespace

/// Documents over a real server, told of by a member who lies.
class DocumentExchangeTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QProcess m_server;
    std::string m_address;
    SpaceId m_space;
    Desk m_one, m_two;

    std::string path(const char* name) const { return m_folder.filePath(name).toStdString(); }

    DocumentsMoved fetch(const std::vector<KnownDocument>& wanted) {
        WishList list(m_space);
        for (const KnownDocument& document : wanted)
            list.add(document);
        return moveDocuments(*m_two.workspace, m_address, {.handOver = {}, .fetch = list.wishes()}, {});
    }

private slots:
    void initTestCase() {
        const QString program = test::programPath("puente-server"), home = m_folder.filePath("server");
        QCOMPARE(QProcess::execute(program, {"init", "--home", home, "--listen", "127.0.0.1:0"}), 0);
        m_server.start(program, {"run", "--home", home, "--listen", "127.0.0.1:0"});
        while (!m_server.canReadLine() && m_server.waitForReadyRead(30'000)) {
        }
        m_address = m_server.readLine().trimmed().toStdString();
        QVERIFY(serverAddressFromText(m_address));

        m_one = Desk::open(path("one"), "Una");
        m_two = Desk::open(path("two"), "Otra");
        m_space = *m_one.workspace->createSpace("Regional", m_address);
        const auto invite = m_one.workspace->offerInvite(m_space, Role::Editor, std::chrono::hours(24));
        m_one.sync(m_space);
        QVERIFY(m_two.workspace->askToJoin(*invite).ok());
        QVERIFY(synchronize(*m_two.workspace, {m_space}, {}).ok());
        m_one.sync(m_space);
        m_two.sync(m_space);
    }
    void cleanupTestCase() {
        m_server.terminate();
        QVERIFY(m_server.waitForFinished(20'000));
    }

    void whatIsHandedOverIsMarkedAndFetched() {
        QFile file(m_folder.filePath("acta.pdf"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(2'000'000, 'a')) > 0);
        file.close();
        const auto attached =
            m_one.documents->attach({.path = path("acta.pdf"), .fields = {}, .belongsTo = {}, .replaces = {}});
        QVERIFY(attached.ok());
        m_one.sync(m_space);
        const auto sent = synchronizeDocuments(*m_one.workspace, {m_space}, Day{}, false, {});
        QVERIFY(sent && sent->moved.isComplete() && sent->moved.handedOver.size() == 1);
        QVERIFY(m_one.documents->list()->front().there == DocumentMarks::There::Whole);
        // The next time nobody is asked about it.
        QVERIFY(synchronizeDocuments(*m_one.workspace, {m_space}, Day{}, false, {})->moved.handedOver.empty());

        m_two.sync(m_space);
        const auto none = synchronizeDocuments(*m_two.workspace, {m_space}, Day{}, false, {});
        QVERIFY(none && none->moved.fetched.empty() && none->standing.missing == 1); // text only, unless told
        QVERIFY(DocumentMarks::in(*m_two.workspace)->setPolicy({DocumentPolicy::Kind::UpTo, 1'000'000}).ok());
        QCOMPARE(synchronizeDocuments(*m_two.workspace, {m_space}, Day{}, false, {})->standing.missing, std::size_t{1});
        QVERIFY(DocumentMarks::in(*m_two.workspace)->setPolicy({DocumentPolicy::Kind::UpTo, 3'000'000}).ok());
        const auto all = synchronizeDocuments(*m_two.workspace, {m_space}, Day{}, false, {});
        QVERIFY(all && all->moved.fetched.size() == 1 && all->standing.missing == 0);
        QVERIFY(m_two.documents->list()->front().here == KnownDocument::Here::Whole);
    }

    void whatIsLargerThanItsRecordSaysIsNotBrought() {
        const KnownDocument large = m_two.documents->list()->front();
        QVERIFY(m_two.documents->store().remove(m_space, large.manifest->document).ok());
        KnownDocument lie = large; // as a member may seal it: small enough for every policy
        lie.sealedSize = sealedDocumentSize(1000);
        const DocumentsMoved moved = fetch({lie});
        QVERIFY(moved.fetched.empty() && moved.refused.size() == 1);
        QVERIFY(!m_two.documents->store().index(m_space, large.manifest->document)->has_value());
        // Told the truth, it comes.
        QCOMPARE(fetch({large}).fetched.size(), std::size_t{1});
    }

    /// A member may write a record that names another's document, under a key or with a size that are not its own.
    void aRecordThatLiesDoesNotStandInTheWay_data() {
        QTest::addColumn<bool>("liesOfKey");
        QTest::addColumn<bool>("isFirst");
        QTest::newRow("of the key, first") << true << true;
        QTest::newRow("of the key, last") << true << false;
        QTest::newRow("of the size, first") << false << true;
        QTest::newRow("of the size, last") << false << false;
    }
    void aRecordThatLiesDoesNotStandInTheWay() {
        QFETCH(const bool, liesOfKey);
        QFETCH(const bool, isFirst);
        const KnownDocument honest = m_two.documents->list()->front();
        QVERIFY(m_two.documents->store().remove(m_space, honest.manifest->document).ok());
        KnownDocument lie = honest;
        if (liesOfKey)
            lie.key = *ErasableId::from(Bytes(ErasableId::kSize, 9));
        else
            lie.sealedSize = sealedDocumentSize(1000);
        const DocumentsMoved alone = fetch({lie});
        QVERIFY(alone.fetched.empty() && alone.refused.size() == 1);
        QVERIFY(!m_two.documents->store().index(m_space, honest.manifest->document)->has_value());
        const DocumentsMoved both = isFirst ? fetch({lie, honest}) : fetch({honest, lie});
        QVERIFY(both.isComplete() && both.fetched.size() == 1);
        // What is here already is not the liar's either.
        QCOMPARE(fetch({lie}).refused.size(), std::size_t{1});
        QVERIFY(m_two.documents->known(honest.record)->here == KnownDocument::Here::Whole);
    }

    void aServerThatLostItIsGivenItByAnybody() {
        const KnownDocument document = m_two.documents->list()->front();
        QVERIFY(document.here == KnownDocument::Here::Whole);
        QVERIFY(
            m_two.documents->marks().note(m_space, document.manifest->document, DocumentMarks::There::Lacking).ok());
        const auto again = synchronizeDocuments(*m_two.workspace, {m_space}, Day{}, false, {});
        QVERIFY(again && again->moved.handedOver.size() == 1); // it was not the office that attached it
    }

    void whatDoesNotGetAcrossWholeIsSaid() {
        QFile file(m_folder.filePath("foto.jpg"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(200'000, 'f')) > 0);
        file.close();
        QVERIFY(m_one.documents->attach({.path = path("foto.jpg"), .fields = {}, .belongsTo = {}, .replaces = {}}));
        m_one.sync(m_space);
        Database& database = m_one.documents->store().database();
        QVERIFY(database
                    .prepare("UPDATE chunk SET bytes = zeroblob(length(bytes)) WHERE place / 65536 = "
                             "(SELECT max(number) FROM document) AND place % 65536 = 1")
                    .run());
        const auto sent = synchronizeDocuments(*m_one.workspace, {m_space}, Day{}, false, {});
        QVERIFY(sent && sent->moved.handedOver.empty() && !sent->moved.isComplete());
        QVERIFY(sent->moved.failed && sent->moved.failed->code == ExitCode::PartlyDone);
    }
};

QTEST_GUILESS_MAIN(DocumentExchangeTest)
#include "document_exchange_test.moc"
