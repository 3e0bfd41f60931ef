#include "server/app/control_client.h"

#include <QNetworkProxy>
#include <QTcpSocket>

namespace puente {

namespace {

constexpr int kConnectMax = 3'000;       // milliseconds; it is this very machine
constexpr int kAnswerMax = 6 * 3600'000; // a backup takes its time

std::optional<HttpAnswer> parse(const QByteArray& bytes) {
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    const QList<QByteArray> status = bytes.left(bytes.indexOf("\r\n")).split(' ');
    if (end < 0 || status.size() < 2) return std::nullopt;
    return HttpAnswer{status[1].toInt(), {}, bytes.mid(end + 4)};
}

} // namespace

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
