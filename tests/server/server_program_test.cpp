#include <QTest>

#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include "client/core/tls_transport.h"
#include "common/crypto/padding.h"
#include "server/app/home.h"
#include "sync/session/document_courier.h"
#include "sync/session/initiator.h"
#include "tests/support/document_samples.h"
#include "tests/support/hand_client.h"
#include "tests/support/replica_fixture.h"
#include "tests/support/server_program.h"
#include "tests/support/tls_client.h"

using namespace puente;
using test::EndedProgram;
using test::runServerProgram;
using test::ServerProgram;

namespace {

bool anyFileContains(const QString& folder, const QByteArray& text) {
    for (QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); files.hasNext();) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly) || file.readAll().contains(text)) return true;
    }
    return false;
}

} // namespace

/// The program itself: what it prints, how it ends, and that nothing it acknowledged is lost, whatever ends it.
class ServerProgramTest : public QObject {
    Q_OBJECT

private:
    QString fresh() { return m_folders.fresh(); }
    QString made() { return m_folders.made(); }
    static RequestFrame request(const test::Office& office, const ServerId& server, const SpaceId& space) {
        RequestFrame frame;
        frame.device = office.device();
        frame.spaces = {{space, 1, 0, {}}};
        frame.proof = office.signing.sign(Purpose::SessionProof, frame.proofMessage(server));
        return frame;
    }
    /// How far the store of a stopped server holds a device's log.
    Height stored(const QString& home, const SpaceId& space, const test::Office& office) {
        const auto opened = Home::open(home);
        const auto store = opened->openStore(m_entropy);
        return *(*store)->height(space, {office.device(), 1});
    }
    bool syncs(test::Peer& peer, const ServerAddress& address) {
        Initiator initiator(peer.replica(), peer.keys(), peer.entropy(), {address.server, {peer.space()}});
        ConversationOf<Initiator> conversation(initiator);
        return converse(address, conversation, peer.clock(), {}).ok() && initiator.summary().receipt;
    }

    test::ServerFolders m_folders;
    test::SeededEntropy m_entropy{3};

private Q_SLOTS:
    void initPrintsTheAddressOnce() {
        const QString home = fresh();
        const EndedProgram ended = runServerProgram({"init", "--home", home, "--public", "sync.example.org:7443"});
        QCOMPARE(ended.code, 0);
        const auto address = serverAddressFromText(ended.out.toStdString());
        QVERIFY(address.ok());
        QCOMPARE(address->host, std::string("sync.example.org"));
        for (const char* file : {"tls-key.pem", "receipt-key", "server.json", "store.db"})
            QVERIFY((QFile::permissions(home + "/" + file) & (QFile::ReadGroup | QFile::ReadOther)) == 0);
        QVERIFY((QFile::permissions(home) & (QFile::ExeGroup | QFile::ReadOther)) == 0);
        const EndedProgram again = runServerProgram({"init", "--home", home});
        QCOMPARE(again.code, 2);
        QVERIFY(again.out.isEmpty());
        QVERIFY(again.err.contains("already"));
    }

    void whatCannotWorkIsSaidWithItsCode() {
        QCOMPARE(runServerProgram({"run", "--home", fresh()}).code, 2);
        QCOMPARE(runServerProgram({"run"}).code, 2);
        QCOMPARE(runServerProgram({"init", "--home", fresh(), "--listen", "nowhere"}).code, 2);
        QCOMPARE(runServerProgram({"status", "--home", made()}).code, 3);
        const QString damaged = made();
        QFile::remove(damaged + "/receipt-key");
        const EndedProgram ended = runServerProgram({"run", "--home", damaged});
        QCOMPARE(ended.code, 5);
        QVERIFY(ended.err.contains("receipt-key"));
    }

    void runsOncePerFolderTellsItsNumbersAndStops() {
        const QString home = made();
        ServerProgram program(home);
        QVERIFY(program.address.port != 0);
        QCOMPARE(runServerProgram({"run", "--home", home, "--listen", "127.0.0.1:0"}).code, 6);
        const EndedProgram status = runServerProgram({"status", "--home", home, "--json"});
        QCOMPARE(status.code, 0);
        QCOMPARE(QJsonDocument::fromJson(status.out).object().value("connections_open").toInt(-1), 0);
        QCOMPARE(program.stop(), 0);
        QCOMPARE(runServerProgram({"status", "--home", home}).code, 3);
        QVERIFY(!QFile::exists(home + "/control.json"));
    }

    void whatHappensIsALineOfItsLog() {
        test::Peer peer(4);
        peer.found();
        const QString home = made();
        ServerProgram program(home);
        QVERIFY(syncs(peer, program.address));
        const QByteArray before = program.saidUpTo("conversation_ended");
        QCOMPARE(program.stop(), 0);
        const QByteArray said = before + program.said();
        const QByteArray device = QByteArray::fromStdString(toHex(peer.device().view().first(4)));
        const QByteArray port = QByteArray::number(program.address.port);
        for (const QByteArray& line : {"Z started version=[0-9.]+ protocol=\\d+ port=" + port + " control_port=\\d+ ",
                                       "Z conversation_ended how=done seconds=\\d+[.]\\d{3} bytes_in=\\d+ "
                                       "bytes_out=\\d+ device=" +
                                           device + "\n",
                                       QByteArray("Z stopping open=0\n"),
                                       QByteArray("Z stopped how=asked seconds=\\d+[.]\\d{3} conversations=1\n")})
            QVERIFY2(QRegularExpression(line).match(said).hasMatch(), said + "lacks " + line);
        QVERIFY(said.contains("Listening on port")); // people are told as before
    }

    void aBackupIsAnotherInstanceOfTheSameServer() {
        const QString home = made(), online = fresh(), offline = fresh();
        test::Peer peer(1);
        peer.found();
        peer.create({});
        const test::SealedDocument document = test::SealedDocument::make(100'000);
        document.putInto(**Home::open(home)->openDocuments(), peer.space());
        ServerProgram program(home);
        QVERIFY(syncs(peer, program.address));
        QCOMPARE(runServerProgram({"backup", "--home", home, "--out", online}).code, 0);
        QCOMPARE(runServerProgram({"backup", "--home", home, "--out", online}).code, 2); // never over another one
        QCOMPARE(program.stop(), 0);
        QCOMPARE(runServerProgram({"backup", "--home", home, "--out", offline}).code, 0);

        const auto original = *Home::open(home)->openStore(m_entropy);
        for (const QString& copy : {online, offline}) {
            const auto store = *Home::open(copy)->openStore(m_entropy);
            QVERIFY(store->instance() != original->instance());
            QVERIFY(*store->end(peer.space()) == *original->end(peer.space()));
            QVERIFY(document.isWholeIn(**Home::open(copy)->openDocuments(), peer.space()));
        }
        ServerProgram restored(online);
        QVERIFY(restored.address.server == program.address.server);
        QVERIFY(restored.address.pin == program.address.pin);
        QVERIFY(syncs(peer, restored.address));
    }

    void lostDocumentsAreTakenAgain() {
        const QString home = made();
        test::Peer peer(5);
        peer.found();
        const auto key = *peer.replica().createErasableKey(peer.space());
        const test::SealedDocument document = test::SealedDocument::make(100'000, 1, key);
        const auto own = test::documentStore();
        document.putInto(*own, peer.space());
        const auto instance = [&] { return peer.replica().cursor(peer.space()).instance; };
        std::vector<InstanceId> lives;
        for (const bool isLost : {false, false, true, true}) {
            if (isLost) QVERIFY(QFile::remove(home + "/documents.db"));
            ServerProgram program(home);
            QVERIFY(syncs(peer, program.address));
            lives.push_back(instance()); // by which a client knows whether what it knew of documents still holds
            DocumentCourier courier(*own, peer.keys().signing, peer.entropy(),
                                    {program.address.server, {{peer.space(), document.id()}}, {}, {}});
            ConversationOf<DocumentCourier> conversation(courier);
            QVERIFY(converse(program.address, conversation, peer.clock(), {}).ok());
            QVERIFY(courier.transfers()[0].isDone);
            QCOMPARE(courier.transfers()[0].bytesMoved > 0, isLost || lives.size() == 1);
            QCOMPARE(program.stop(), 0);
            QVERIFY(document.isWholeIn(**Home::open(home)->openDocuments(), peer.space()));
        }
        QVERIFY(lives[0] == lives[1] && lives[1] != lives[2] && lives[2] != lives[3]);
    }

    void killedAtAnyMomentItKeepsWhatItAcknowledged() {
        const QString home = made();
        const test::Office office = test::Office::make(7);
        const MembershipRecord creation = test::foundSpace(office);
        const std::vector<Segment> log = test::opaqueLog(creation.space(), office, 60, paddedSize(50'000));
        std::uint64_t acknowledged = 0;
        for (std::size_t round = 0; round < 6; ++round) {
            ServerProgram program(home);
            test::TlsClient client(program.address.port);
            client.send({request(office, program.address.server, creation.space()), test::pushOf(creation)});
            for (std::size_t i = 0; i < (round + 1) * 10; ++i)
                client.send({test::pushOf(log[i])});
            client.send({EndFrame{}});
            if (round % 2 == 0) { // acknowledged, then killed; else killed in the middle
                const ReceiptFrame* receipt = client.hear<ReceiptFrame>();
                QVERIFY(receipt != nullptr);
                acknowledged = receipt->ownHeight;
                QCOMPARE(acknowledged, (round + 1) * 10);
            } else {
                QVERIFY(QTest::qWaitFor([&] { return client.socket.isEncrypted(); }));
                QVERIFY(QTest::qWaitFor([&] { return client.socket.encryptedBytesToWrite() < 400'000; }));
            }
            program.kill();
            const Height height = stored(home, creation.space(), office);
            QVERIFY(height.sequence >= acknowledged);
            QVERIFY(height.head == log[height.sequence - 1].hash()); // whole, and a chain
        }
    }

    void aStolenFolderHoldsNoNameAndNoContent() {
        const QString home = made();
        test::Peer peer(2);
        peer.found(); // "Plan regional", of "Secretaría"
        peer.create({Value{std::string("canario-contenido")}});
        ServerProgram program(home);
        QVERIFY(syncs(peer, program.address));
        for (const char* word : {"canario", "Plan regional", "Secretar"})
            QVERIFY2(!anyFileContains(home, word), word);
        QVERIFY(anyFileContains(home, "PRIVATE KEY")); // the search does find what is there
    }
};

QTEST_GUILESS_MAIN(ServerProgramTest)
#include "server_program_test.moc"
