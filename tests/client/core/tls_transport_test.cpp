#include <QTest>

#include <QTcpSocket>

#include "client/core/tls_transport.h"
#include "tests/support/tls_peer.h"

using namespace puente;
using test::TlsPeer;

namespace {

/// Says so many bytes, and is content when it has heard so many.
class Talk final : public Conversation {
public:
    Talk(std::size_t toSay, std::size_t toHear) : m_toSay(toSay), m_toHear(toHear) {}

    bool start(Instant) override { return starts; }
    bool feed(ByteView bytes, Instant) override {
        heard += bytes.size();
        return heard <= m_toHear;
    }
    bool tick(Instant) override { return ++ticks < ticksMax; }
    Bytes takeOutput() override {
        const std::size_t size = std::min<std::size_t>(m_toSay - said, 100'000);
        said += size;
        return Bytes(size, 'x');
    }
    bool isDone() const override { return said == m_toSay && heard == m_toHear; }

    void connectionLost() override { lost = true; }

    std::size_t said = 0, heard = 0;
    bool lost = false;
    int ticks = 0, ticksMax = 1'000'000;
    bool starts = true;

private:
    std::size_t m_toSay, m_toHear;
};

/// Forwards what CONNECT asked for, or refuses.
class Proxy final : public QTcpServer {
public:
    Proxy() { listen(QHostAddress::LocalHost); }
    QByteArray answer = "HTTP/1.1 200 OK\r\n\r\n";
    QByteArray request;

protected:
    void incomingConnection(qintptr descriptor) override {
        auto* inner = new QTcpSocket(this);
        auto* outer = new QTcpSocket(this);
        inner->setSocketDescriptor(descriptor);
        connect(outer, &QTcpSocket::readyRead, this, [=] { inner->write(outer->readAll()); });
        connect(inner, &QTcpSocket::readyRead, this, [=, this] {
            if (outer->state() == QAbstractSocket::ConnectedState) return void(outer->write(inner->readAll()));
            request += inner->readAll();
            if (!request.contains("\r\n\r\n")) return;
            outer->connectToHost(QHostAddress::LocalHost, request.split(' ')[1].split(':')[1].toUShort());
            outer->waitForConnected();
            inner->write(answer);
        });
    }
};

} // namespace

/// A conversation reaches exactly the pinned server or nobody, and every way to fail has its name.
class TlsTransportTest : public QObject {
    Q_OBJECT

private:
    static ServerAddress addressOf(const QTcpServer& server, const Pin& pin) {
        ServerAddress address{"127.0.0.1", server.serverPort(), pin, {}, {}};
        address.server.bytes.fill(1);
        return address;
    }
    ServerAddress address() const { return addressOf(*m_server, m_identity.pin()); }
    Result<Traffic, TransportFault> talk(Conversation& conversation, const ServerAddress& to) {
        return converse(to, conversation, m_clock, m_options);
    }

    TlsIdentity m_identity = test::makeTlsIdentity();
    std::unique_ptr<TlsPeer> m_server;
    TransportOptions m_options;
    SystemClock m_clock;

private Q_SLOTS:
    void init() {
        m_server = std::make_unique<TlsPeer>(m_identity.configuration());
        m_options = {};
        m_options.closingMax = Duration(200);
    }

    void carriesBothWaysAndCounts() {
        m_server->onEncrypted = [](QSslSocket& socket) { socket.write(QByteArray(700'000, 'y')); };
        Traffic last;
        m_options.onProgress = [&](const Traffic& traffic) { last = traffic; };
        Talk conversation(1'000'000, 700'000);
        const auto traffic = talk(conversation, address());
        QVERIFY(traffic.ok());
        QCOMPARE(traffic->bytesUp, 1'000'000U);
        QCOMPARE(traffic->bytesDown, 700'000U);
        QCOMPARE(last.bytesDown, 700'000U);
        QTRY_COMPARE(m_server->received.size(), 1'000'000);
    }

    void anotherKeyGetsNotOneByte() {
        ServerAddress other = address();
        other.pin = test::makeTlsIdentity().pin();
        Talk conversation(1000, 0);
        QVERIFY(talk(conversation, other).fault() == TransportFault::WrongPin);
        QCOMPARE(conversation.said, 0U);
        QCOMPARE(m_server->connections, 1);
        QTest::qWait(0);
        QVERIFY(m_server->received.isEmpty());
    }

    void theNextKeyIsAccepted() {
        ServerAddress changed = address();
        changed.next = changed.pin;
        changed.pin = test::makeTlsIdentity().pin();
        Talk conversation(10, 0);
        QVERIFY(talk(conversation, changed).ok());
    }

    void olderTlsIsRefused() {
        QSslConfiguration old = m_identity.configuration();
        old.setProtocol(QSsl::TlsV1_2);
        m_server = std::make_unique<TlsPeer>(old);
        Talk conversation(10, 0);
        QVERIFY(talk(conversation, address()).fault() == TransportFault::NotTls);
        QVERIFY(m_server->received.isEmpty());
    }

    void aServerWithoutTlsIsRecognised() {
        m_server->shakesHands = false;
        m_server->onReadyRead = [](QSslSocket& socket) { socket.write("HTTP/1.1 400 Bad Request\r\n\r\n"); };
        Talk conversation(10, 0);
        QVERIFY(talk(conversation, address()).fault() == TransportFault::NotTls);
    }

    void nobodyListening() {
        const ServerAddress gone = address();
        m_server->close();
        Talk conversation(10, 0);
        QVERIFY(talk(conversation, gone).fault() == TransportFault::Refused);
    }

    void aNameThatCannotExist() {
        ServerAddress nowhere = address();
        nowhere.host = std::string(64, 'a') + ".invalid"; // longer than the DNS allows: nobody is asked
        Talk conversation(10, 0);
        QVERIFY(talk(conversation, nowhere).fault() == TransportFault::HostNotFound);
    }

    void silenceInTheHandshakeTimesOut() {
        m_server->shakesHands = false;
        m_options.connectMax = Duration(100);
        Talk conversation(10, 0);
        QVERIFY(talk(conversation, address()).fault() == TransportFault::TimedOut);
    }

    void silenceInTheMiddleTimesOut() {
        m_options.silenceMax = Duration(100);
        Talk conversation(10, 10);
        QVERIFY(talk(conversation, address()).fault() == TransportFault::TimedOut);
        QCOMPARE(m_server->received.size(), 10);
    }

    void aCutIsACutUnlessAllWasSaid() {
        m_server->onEncrypted = [](QSslSocket& socket) {
            socket.write(QByteArray(10, 'y'));
            socket.disconnectFromHost();
        };
        Talk wantsMore(0, 20), content(0, 10);
        QVERIFY(talk(wantsMore, address()).fault() == TransportFault::Cut);
        QCOMPARE(wantsMore.heard, 10U);
        QVERIFY(wantsMore.lost);
        QVERIFY(talk(content, address()).ok());
        QVERIFY(!content.lost);
    }

    void theUserMayCancel() {
        std::stop_source source;
        m_options.cancel = source.get_token();
        m_server->onEncrypted = [&](QSslSocket&) { source.request_stop(); };
        Talk conversation(10, 10);
        QVERIFY(talk(conversation, address()).fault() == TransportFault::Cancelled);
    }

    void theConversationMayEndItself() {
        m_server->onEncrypted = [](QSslSocket& socket) { socket.write(QByteArray(11, 'y')); };
        Talk tooMuch(0, 10), impatient(0, 10), unable(0, 10);
        QVERIFY(talk(tooMuch, address()).fault() == TransportFault::Conversation);
        m_server->onEncrypted = [](QSslSocket&) {};
        impatient.ticksMax = 1;
        QVERIFY(talk(impatient, address()).fault() == TransportFault::Conversation);
        unable.starts = false;
        QVERIFY(talk(unable, address()).fault() == TransportFault::Conversation);
    }

    // Without back-pressure, all 64 MB would be taken from the conversation and lie in memory.
    void aServerThatDoesNotReadHoldsUpTheConversation() {
        m_server->onEncrypted = [](QSslSocket& socket) { socket.setReadBufferSize(1); };
        m_server->onReadyRead = [](QSslSocket&) {};
        m_options.silenceMax = Duration(300);
        Talk conversation(64'000'000, 1);
        QVERIFY(talk(conversation, address()).fault() == TransportFault::TimedOut);
        QVERIFY(conversation.said < 16'000'000);
    }

    void goesThroughAProxy() {
        Proxy proxy;
        m_options.proxy = HttpProxy{"127.0.0.1", proxy.serverPort(), {}, {}};
        Talk conversation(1000, 0);
        QVERIFY(talk(conversation, address()).ok());
        QVERIFY(proxy.request.startsWith("CONNECT 127.0.0.1:"));
        QTRY_COMPARE(m_server->received.size(), 1000);
    }

    void aProxyThatRefuses() {
        Proxy proxy;
        proxy.answer = "HTTP/1.1 403 Forbidden\r\n\r\n";
        m_options.proxy = HttpProxy{"127.0.0.1", proxy.serverPort(), {}, {}};
        Talk conversation(10, 0);
        QVERIFY(talk(conversation, address()).fault() == TransportFault::ProxyFailed);
    }
};

QTEST_GUILESS_MAIN(TlsTransportTest)
#include "tls_transport_test.moc"
