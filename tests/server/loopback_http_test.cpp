#include <QTest>

#include <QTcpSocket>

#include "server/relay/loopback_http.h"

using namespace puente;

/// Metrics are for this machine only, and whoever asks cannot cost the server more than its bounds.
class LoopbackHttpTest : public QObject {
    Q_OBJECT

private:
    void start(LoopbackHttp::Limits limits = {}) {
        m_http = std::make_unique<LoopbackHttp>(
            [this](const HttpRequest& request) {
                m_request = request;
                return HttpAnswer{200, "text/plain", "fine\n"};
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
    void init() { m_request = {}; }
    void cleanup() { m_http.reset(); }
};

QTEST_GUILESS_MAIN(LoopbackHttpTest)
#include "loopback_http_test.moc"
