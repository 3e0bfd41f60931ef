#include <QTest>

#include <QTcpSocket>

#include "server/relay/loopback_http.h"

#include <thread>

using namespace puente;

namespace {

/// Of Qt's two dispatchers the one that looks at timers before it lets sockets write; before the program begins one.
[[maybe_unused]] const bool kWithoutGlib = qputenv("QT_NO_GLIB", "1");

} // namespace

/// Metrics are for this machine only, and whoever asks cannot cost the server more than its bounds.
class LoopbackHttpTest : public QObject {
    Q_OBJECT

private:
    void start(LoopbackHttp::Limits limits = {}) {
        m_http = std::make_unique<LoopbackHttp>(
            [this](const HttpRequest& request) {
                m_request = request;
                std::this_thread::sleep_for(m_work);
                return HttpAnswer{200, "text/plain", m_isLarge ? QByteArray(64 << 20, 'a') : "fine\n"};
            },
            limits);
        QVERIFY(m_http->start(0));
    }
    /// All that comes back until the server closes.
    QByteArray ask(const QByteArray& bytes) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_http->serverPort());
        socket.write(bytes);
        const bool closed =
            QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, 10'000);
        return closed ? socket.readAll() : "still open";
    }

    std::unique_ptr<LoopbackHttp> m_http;
    HttpRequest m_request;
    Duration m_work{0}; ///< that an answer takes
    bool m_isLarge = false;

private Q_SLOTS:
    void answersAQuestion() {
        start();
        const QByteArray answer = ask("GET /metrics HTTP/1.1\r\nHost: localhost:1\r\n\r\n");
        QVERIFY(answer.startsWith("HTTP/1.1 200 OK\r\n"));
        QVERIFY(answer.endsWith("\r\n\r\nfine\n"));
        QCOMPARE(m_request.path, "/metrics");
    }

    void takesABodyAndAToken() {
        start();
        ask("POST /backup HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer abc\r\nContent-Length: 4\r\n\r\nhere");
        QCOMPARE(m_request.bearer, "abc");
        QCOMPARE(m_request.body, "here");
    }

    void listensOnTheLoopbackAddressOnly() {
        start();
        QVERIFY(m_http->serverAddress() == QHostAddress(QHostAddress::LocalHost));
        QTcpSocket socket; // another address of this machine, which a listener on all of them would answer at
        socket.connectToHost(QHostAddress(QStringLiteral("127.0.0.2")), m_http->serverPort());
        QVERIFY(!socket.waitForConnected(2000));
    }

    void aWebPageUnderAnotherNameIsRefused() {
        start();
        QVERIFY(ask("GET /metrics HTTP/1.1\r\nHost: evil.example\r\n\r\n").startsWith("HTTP/1.1 403"));
        QVERIFY(ask("GET /metrics HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 403"));
        QVERIFY(m_request.path.isEmpty());
    }

    void nonsenseIsRefused() {
        start();
        QVERIFY(ask("hello\r\nHost: localhost\r\n\r\n").startsWith("HTTP/1.1 400"));
        QVERIFY(ask("GET  HTTP/1.1\r\nHost: localhost\r\n\r\n").startsWith("HTTP/1.1 400"));
    }

    void aRequestTooLongIsRefused() {
        start({.requestMax = 1000});
        QVERIFY(ask(QByteArray(1001, 'a')).startsWith("HTTP/1.1 413"));
    }

    void whoNeverFinishesIsCut() {
        start({.requestTimeMax = Duration(100)});
        QCOMPARE(ask("GET /metrics HTTP/1.1\r\n"), QByteArray());
    }

    void ourOwnWorkDoesNotCount() {
        start({.requestTimeMax = Duration(1000)}); // a busy machine takes its time, too
        m_work = Duration(1500);
        QVERIFY(ask("GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n").endsWith("\r\n\r\nfine\n"));
    }

    void whoNeverTakesTheAnswerIsCut() {
        start({.requestTimeMax = Duration(1500)});
        m_isLarge = true;
        QTcpSocket socket;
        socket.setReadBufferSize(1000);
        socket.connectToHost(QHostAddress::LocalHost, m_http->serverPort());
        socket.write("GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n");
        const auto isOver = [&] { return m_http->findChildren<QTcpSocket*>().isEmpty(); };
        QVERIFY(QTest::qWaitFor([&] { return !m_request.path.isEmpty(); }, 10'000) && !isOver());
        QVERIFY(QTest::qWaitFor(isOver, 10'000));
    }

    void onlySoManyAtOnce() {
        start({.connectionsMax = 1});
        QTcpSocket first;
        first.connectToHost(QHostAddress::LocalHost, m_http->serverPort());
        QVERIFY(first.waitForConnected());
        QTest::qWait(0);
        QCOMPARE(ask("GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n"), QByteArray());
        first.abort();
        QTRY_VERIFY(ask("GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n").startsWith("HTTP/1.1 200"));
    }

private Q_SLOTS:
    void init() {
        m_request = {};
        m_work = Duration(0);
        m_isLarge = false;
    }
    void cleanup() { m_http.reset(); }
};

QTEST_GUILESS_MAIN(LoopbackHttpTest)
#include "loopback_http_test.moc"
