#include <QTest>

#include <QTcpServer>
#include <QTcpSocket>

#include "server/app/control_file.h"
#include "server/app/home.h"
#include "tests/support/seeded_entropy.h"
#include "tests/support/server_program.h"

#include <future>
#include <thread>

using namespace puente;
using test::EndedProgram;
using test::runServerProgram;

namespace {

/// Another program on the port that a killed server had: it says the same to everybody.
class Squatter {
public:
    explicit Squatter(QByteArray words) : m_words(std::move(words)), m_thread([this] { serve(); }) {}
    ~Squatter() {
        m_isOver = true;
        m_thread.join();
    }
    quint16 port() { return m_port.get_future().get(); }
    int asked() const { return m_asked; }

private:
    void serve() {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        m_port.set_value(server.serverPort());
        while (!m_isOver) {
            if (!server.waitForNewConnection(20)) continue;
            QTcpSocket* socket = server.nextPendingConnection();
            while (!socket->peek(8192).contains("\r\n\r\n") && socket->waitForReadyRead(5000)) {
            }
            ++m_asked;
            socket->readAll();
            socket->write(m_words);
            socket->disconnectFromHost();
            if (socket->state() != QAbstractSocket::UnconnectedState) socket->waitForDisconnected(5000);
        }
    }

    QByteArray m_words;
    std::promise<quint16> m_port;
    std::atomic<bool> m_isOver = false;
    std::atomic<int> m_asked = 0;
    std::thread m_thread;
};

} // namespace

/// What a killed server left behind: the other verbs ask nobody but the server of their folder, and believe no other.
class StaleControlTest : public QObject {
    Q_OBJECT

private:
    QString fresh() { return m_folders.fresh(); }
    QString made() { return m_folders.made(); }

    test::ServerFolders m_folders;
    test::SeededEntropy m_entropy{3};

private Q_SLOTS:
    void whoTookAKilledServersPortIsNotBelieved() {
        for (const char* words : {"404 Not Found\r\n\r\nno such page\n", "200 OK\r\n\r\ndone\n",
                                  "200 OK\r\nPuente-Server: \r\n\r\n{}", "401 No\r\n\r\nno token\n"}) {
            const QString home = made(), copy = fresh(), none = fresh();
            Squatter squatter(QByteArray("HTTP/1.1 ") + words);
            QVERIFY((ControlFile{squatter.port(), "its-token", "its-proof"}.write(home)));
            QCOMPARE(runServerProgram({"status", "--home", home}).code, 3);
            QCOMPARE(runServerProgram({"backup", "--home", home, "--out", copy}).code, 0);
            QVERIFY2(Home::open(copy).ok(), "what is called done is there");
            QCOMPARE(squatter.asked(), 0); // nobody has the store open, so nobody is asked
            const auto busy = Home::open(home)->openStore(m_entropy);
            QCOMPARE(runServerProgram({"status", "--home", home}).code, 3);
            const EndedProgram ended = runServerProgram({"backup", "--home", home, "--out", none});
            QCOMPARE(ended.code, 6);
            QVERIFY(ended.out.isEmpty() && !QFile::exists(none) && squatter.asked() == 2);
        }
    }

    void aBackupIsThereWhenItIsCalledDone() {
        const QString home = made();
        const auto busy = Home::open(home)->openStore(m_entropy);
        for (const char* words : {"200 OK\r\nPuente-Server: its-proof\r\n\r\ndone\n",
                                  "404 Not Found\r\nPuente-Server: its-proof\r\n\r\nno such page\n",
                                  "500 Error\r\nPuente-Server: its-proof\r\n\r\n0\nwhat\nwhat to do",
                                  "500 Error\r\nPuente-Server: its-proof\r\n\r\n99\nwhat\nwhat to do"}) {
            Squatter squatter(QByteArray("HTTP/1.1 ") + words);
            QVERIFY((ControlFile{squatter.port(), "its-token", "its-proof"}.write(home)));
            const EndedProgram ended = runServerProgram({"backup", "--home", home, "--out", fresh()});
            QCOMPARE(squatter.asked(), 1);
            QCOMPARE(ended.code, 70);
            QVERIFY(ended.out.isEmpty() && !ended.err.isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(StaleControlTest)
#include "stale_control_test.moc"
