#include "server/app/control_client.h"

#include <QNetworkProxy>
#include <QTcpSocket>

namespace puente {

namespace {

constexpr int kConnectMax = 3'000;       // milliseconds; it is this very machine
constexpr int kAnswerMax = 6 * 3600'000; // a backup takes its time
constexpr QByteArrayView kProof = "\r\nPuente-Server: ";

std::optional<HttpAnswer> parse(const QByteArray& bytes) {
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    const QByteArray head = bytes.left(end + 2);
    const QList<QByteArray> status = head.left(head.indexOf("\r\n")).split(' ');
    if (end < 0 || status.size() < 2) return std::nullopt;
    HttpAnswer answer{status[1].toInt(), {}, bytes.mid(end + 4)};
    const qsizetype proof = head.indexOf(kProof);
    if (proof >= 0)
        answer.proof = head.mid(proof + kProof.size(), head.indexOf("\r\n", proof + 2) - proof - kProof.size());
    return answer;
}

/// An empty proof proves nothing: a control file of an older server has none.
bool isProven(const HttpAnswer& answer, const ControlFile& control) {
    return !control.proof.isEmpty() && answer.proof == control.proof;
}

} // namespace

std::optional<HttpAnswer> askServerOf(const Home& home, const QByteArray& method, const QByteArray& path,
                                      const QByteArray& body) {
    // A server that was killed leaves its control file behind, and anybody may have its port since. While one runs, it
    // has the store to itself.
    const auto control = ControlFile::read(home.folder());
    if (!control || !isInUse(home.storePath().toStdString())) return std::nullopt;
    auto answer = askRunningServer(*control, method, path, body);
    return answer && isProven(*answer, *control) ? answer : std::nullopt;
}

std::optional<HttpAnswer> askRunningServer(const ControlFile& control, const QByteArray& method, const QByteArray& path,
                                           const QByteArray& body) {
    QTcpSocket socket;
    socket.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), control.port);
    if (!socket.waitForConnected(kConnectMax)) return std::nullopt;
    socket.write(method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + control.token +
                 "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    while (socket.state() != QAbstractSocket::UnconnectedState && socket.waitForReadyRead(kAnswerMax)) {
    }
    return parse(socket.readAll());
}

} // namespace puente
