#include <QTest>

#include <QTcpSocket>

#include "client/core/tls_transport.h"
#include "common/crypto/padding.h"
#include "server/app/control_client.h"
#include "server/app/platform/error_stream.h"
#include "server/app/qt_messages.h"
#include "sync/session/initiator.h"
#include "tests/support/hand_client.h"
#include "tests/support/heard_events.h"
#include "tests/support/replica_fixture.h"
#include "tests/support/server_program.h"
#include "tests/support/tls_client.h"

#include <fcntl.h>
#include <unistd.h>

using namespace puente;
using test::ServerProgram;

namespace {

const QByteArray kCanary = "canario-que-no-canta";

/// Every way in which a text might be written.
bool holds(const QByteArray& said, const QByteArray& text) {
    const QString wide = QString::fromUtf8(text);
    const QByteArray utf16(reinterpret_cast<const char*>(wide.utf16()), wide.size() * 2);
    const auto options = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    const QByteArray lower = said.toLower();
    return lower.contains(text.toLower()) || said.contains(utf16) || lower.contains(text.toHex()) ||
           said.contains(text.toBase64()) || said.contains(text.toBase64(options));
}

template <typename IdType>
QByteArray bytesOfId(const IdType& id) {
    return {reinterpret_cast<const char*>(id.bytes.data()), IdType::kSize};
}

/// The lines of the event log, without what is said to people.
QByteArray eventsIn(const QByteArray& said) {
    QByteArray events;
    for (const QByteArray& line : said.split('\n'))
        if (line.size() > 20 && line[4] == '-' && line[19] == 'Z') events += line + '\n';
    return events;
}

/// The standard error of this process, led into a pipe that nobody reads.
class Unread {
public:
    Unread() {
        [[maybe_unused]] const int made = pipe(m_pipe);
        m_kept = dup(STDERR_FILENO);
        dup2(m_pipe[1], STDERR_FILENO);
        alarm(20); // a write that waits would wait for ever
    }
    ~Unread() {
        alarm(0);
        dup2(m_kept, STDERR_FILENO);
        for (const int file : {m_kept, m_pipe[0], m_pipe[1]})
            close(file);
    }
    std::size_t drain(std::size_t most) {
        std::string taken(most, ' ');
        return static_cast<std::size_t>(std::max<ssize_t>(read(m_pipe[0], taken.data(), most), 0));
    }
    void leave() { m_pipe[0] = (close(m_pipe[0]), dup(m_kept)); }

private:
    int m_pipe[2] = {-1, -1};
    int m_kept = -1;
};

} // namespace

/// Row A42 of the attacks: what offices write, who they are and where they call from stands in no line of a real
/// server's log, whatever they send it; and the log ends or holds up no server.
class ServerEventsTest : public QObject {
    Q_OBJECT

private:
    QString made() { return m_folders.made(); }
    static bool syncs(test::Peer& peer, const ServerAddress& address) {
        Initiator initiator(peer.replica(), peer.keys(), peer.entropy(), {address.server, {peer.space()}});
        ConversationOf<Initiator> conversation(initiator);
        return converse(address, conversation, peer.clock(), {}).ok() && initiator.summary().receipt;
    }
    /// Says the canary in every place where a client can say something.
    void sayTheCanary(const ServerAddress& address, const QString& home) {
        const Bytes canary(kCanary.begin(), kCanary.end());
        const SpaceId space = *SpaceId::from(ByteView(canary).first(SpaceId::kSize));
        const test::Office office = test::Office::make(9);
        RequestFrame request{.device = office.device(), .nonce = {}, .spaces = {{space, 1, 0, {}}}, .proof = {}};
        request.proof = office.signing.sign(Purpose::SessionProof, request.proofMessage(address.server));
        test::TlsClient refused(address.port);
        refused.send({request, PushFrame{EntryKind::Membership, space, canary}, JoinFrame{canary}, EndFrame{}});
        QVERIFY(refused.hear<EndFrame>() != nullptr);
        refused.socket.disconnectFromHost();
        test::TlsClient unproved(address.port);
        request.nonce[0] = 1;
        unproved.send({request});
        QVERIFY(unproved.hears(SessionError::Proof));
        for (const QByteArray& plain : {kCanary + kCanary, "GET /" + kCanary + " HTTP/1.1\r\nHost: x\r\n\r\n"}) {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress::LocalHost, address.port);
            socket.write(plain);
            QVERIFY(QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, 10'000));
        }
        const auto control = ControlFile::read(home);
        QVERIFY(askRunningServer({control->port, kCanary}, "POST", "/backup", kCanary)->status == 401);
        QVERIFY(askRunningServer(*control, "GET", "/" + kCanary, kCanary)->status == 404);
        QVERIFY(askRunningServer(*control, "POST", "/backup", home.toUtf8() + '/' + kCanary)->status == 200);
        QVERIFY(askRunningServer(*control, "POST", "/backup", home.toUtf8() + '/' + kCanary)->status == 500);
    }

    test::ServerFolders m_folders;

private Q_SLOTS:
    void nothingOfWhatWasSaidStandsInTheLog() {
        test::Peer peer(1);
        peer.found();
        peer.create({Value{kCanary.toStdString()}});
        const QString home = made();
        ServerProgram program(home);
        QVERIFY(syncs(peer, program.address));
        sayTheCanary(program.address, home);
        QCOMPARE(program.stop(), 0);
        const QByteArray said = program.said(), events = eventsIn(said);
        for (const char* line :
             {" started ", " conversation_ended how=done ", " conversation_ended how=Proof ",
              " refused reason=Malformed count=2 ", " handshake_failed how=left ", " control_refused token=withheld:20",
              " backup_made ", " backup_failed code=2", " stopped how=asked "})
            QVERIFY2(events.contains(line), events + "lacks " + line);

        QVERIFY2(!holds(said, kCanary), said);
        for (const QByteArray& secret : {QByteArray("Plan regional"), QByteArray("Secretar"), QByteArray("127.0.0.1"),
                                         home.toUtf8(), QSysInfo::machineHostName().toUtf8(), bytesOfId(peer.device()),
                                         bytesOfId(peer.space()), bytesOfId(program.address.server)})
            QVERIFY2(!holds(events, secret), events + "holds " + secret.toHex());
        QVERIFY(events.contains(bytesOfId(peer.device()).left(4).toHex() + '\n')); // and of an id its beginning only
    }

    /// Through the server's own stream, past the types that keep it away.
    void thatLookFindsWhatIsThere() {
        ServerProgram program(made(), "echo 2026-11-29T21:00:00Z found text=" + kCanary + " >&2");
        QVERIFY(program.address.port != 0);
        QCOMPARE(program.stop(), 0);
        const QByteArray said = program.said();
        QVERIFY(eventsIn(said).contains(" stopped how=asked "));
        QVERIFY(holds(said, kCanary) && holds(eventsIn(said), kCanary));
        for (const QByteArray& written : {kCanary.toHex(), kCanary.toBase64(), kCanary.toUpper()})
            QVERIFY(holds("x " + written + '\n', kCanary));
    }

    void aDiskThatFailsIsNamed() {
        const QString home = made();
        ServerProgram program(home, "trap '' XFSZ; ulimit -f 1000"); // half a megabyte or one, as the shell counts
        const test::Office office = test::Office::make(7);
        const MembershipRecord creation = test::foundSpace(office);
        RequestFrame request{
            .device = office.device(), .nonce = {}, .spaces = {{creation.space(), 1, 0, {}}}, .proof = {}};
        request.proof = office.signing.sign(Purpose::SessionProof, request.proofMessage(program.address.server));
        test::TlsClient client(program.address.port);
        client.send({request, test::pushOf(creation)});
        for (const Segment& segment : test::opaqueLog(creation.space(), office, 40, paddedSize(50'000)))
            client.send({test::pushOf(segment)});
        client.send({EndFrame{}});
        QVERIFY(client.hears(SessionError::Storage));
        QCOMPARE(program.end(), 70);
        const QByteArray events = eventsIn(program.said());
        for (const char* line : {" store_failed file=store.db fault=Storage\n", " stopped how=disk_failed "})
            QVERIFY2(events.contains(line), events + "lacks " + line);
    }

    void aDamagedFileIsNamed() {
        const QString home = made();
        QFile store(home + "/store.db");
        QVERIFY(store.open(QIODevice::ReadWrite) && store.seek(4096)); // all but its first page
        store.write(QByteArray(static_cast<int>(store.size()) - 4096, '\xff'));
        store.close();
        ServerProgram program(home);
        if (program.address.port != 0) program.stop();
        const QByteArray events = eventsIn(program.said());
        QVERIFY2(events.contains(" store_fault fault=Corrupt code=11\n"), events);
    }

    void aReaderOfTheLogThatLeavesEndsNoServer() {
        test::Peer peer(3);
        peer.found();
        ServerProgram program(made());
        program.process.closeReadChannel(QProcess::StandardError);
        QVERIFY(syncs(peer, program.address));
        peer.create({});
        QVERIFY(syncs(peer, program.address)); // after the line about the first one
        QCOMPARE(program.stop(), 0);
    }

    void aReaderOfTheLogThatStopsHoldsUpNobody() {
        const std::string line(99, 'x');
        Unread unread;
        ErrorStream stream;
        std::size_t taken = 0;
        while (taken < 1'000'000 && stream.take(line + '\n'))
            ++taken;
        QVERIFY(taken > 100 && taken < 1'000'000);
        QVERIFY(!stream.take(line + '\n'));
        QVERIFY(unread.drain(20'000) > 10'000);
        QVERIFY(stream.take(line + '\n'));
        unread.leave();
        QVERIFY(!stream.take(line + '\n'));
    }

    /// What Qt says may quote what it was given.
    void whatQtSaysIsASize() {
        test::HandClock clock;
        test::HeardEvents heard;
        EventLog events(clock, heard);
        {
            const QtMessages messages(events);
            qWarning("%s", kCanary.constData());
        }
        QCOMPARE(heard.lines.size(), 1U);
        QCOMPARE(heard.lines[0], std::string("2026-02-02T02:40:00Z library_message level=warning text=withheld:20\n"));
    }
};

QTEST_GUILESS_MAIN(ServerEventsTest)
#include "server_events_test.moc"
