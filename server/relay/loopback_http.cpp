#include "server/relay/loopback_http.h"

#include <QTcpSocket>
#include <QTimer>

#include <optional>

namespace puente {

namespace {

constexpr QByteArrayView kEndOfHead = "\r\n\r\n";

const char* reasonOf(int status) {
    switch (status) {
    case 200: return "OK";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 413: return "Content Too Large";
    case 503: return "Service Unavailable";
    default: return "Internal Server Error";
    }
}

QByteArray encode(const HttpAnswer& answer) {
    const QByteArray proof = answer.proof.isEmpty() ? QByteArray() : "\r\nPuente-Server: " + answer.proof;
    return "HTTP/1.1 " + QByteArray::number(answer.status) + " " + reasonOf(answer.status) +
           "\r\nContent-Type: " + answer.contentType + "\r\nContent-Length: " + QByteArray::number(answer.body.size()) +
           proof + "\r\nConnection: close\r\nX-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\n\r\n" +
           answer.body;
}

QByteArray headerOf(const QList<QByteArray>& lines, const QByteArray& name) {
    for (const QByteArray& line : lines)
        if (line.size() > name.size() && line.left(name.size() + 1).toLower() == name + ":")
            return line.mid(name.size() + 1).trimmed();
    return {};
}

bool isLoopbackName(const QByteArray& host) {
    const QByteArray name = host.left(host.lastIndexOf(':'));
    return name == "127.0.0.1" || name == "localhost" || host == "127.0.0.1" || host == "localhost";
}

/// What arrived so far, once it is a whole request.
struct Parsed {
    HttpRequest request;
    bool isForLoopback = false;
};
std::optional<Parsed> parse(const QByteArray& bytes) {
    const qsizetype end = bytes.indexOf(kEndOfHead);
    if (end < 0) return std::nullopt;
    const QList<QByteArray> lines = bytes.left(end).replace("\r\n", "\n").split('\n');
    const QList<QByteArray> first = lines[0].split(' ');
    const QByteArray body = bytes.mid(end + kEndOfHead.size());
    if (body.size() < headerOf(lines, "content-length").toLongLong()) return std::nullopt;
    Parsed parsed;
    parsed.request.method = first[0];
    parsed.request.path = first.size() == 3 ? first[1] : QByteArray();
    parsed.request.body = body;
    const QByteArray authorization = headerOf(lines, "authorization");
    if (authorization.startsWith("Bearer ")) parsed.request.bearer = authorization.mid(7);
    parsed.isForLoopback = isLoopbackName(headerOf(lines, "host"));
    return parsed;
}

void answer(QTcpSocket* socket, const HttpAnswer& answer) {
    socket->write(encode(answer));
    socket->disconnectFromHost();
}

} // namespace

LoopbackHttp::LoopbackHttp(Handler handler, Limits limits, QObject* parent)
    : QTcpServer(parent), m_handler(std::move(handler)), m_limits(limits) {
    connect(this, &QTcpServer::newConnection, this, &LoopbackHttp::onNewConnection);
}

bool LoopbackHttp::start(quint16 port) {
    return listen(QHostAddress::LocalHost, port);
}

void LoopbackHttp::onNewConnection() {
    while (QTcpSocket* socket = nextPendingConnection()) {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        if (m_connections >= m_limits.connectionsMax) {
            socket->abort();
            continue;
        }
        ++m_connections;
        connect(socket, &QObject::destroyed, this, [this] { --m_connections; });
        auto* patience = new QTimer(socket);
        patience->setSingleShot(true);
        connect(patience, &QTimer::timeout, socket, &QTcpSocket::abort);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, patience] { onReadyRead(socket, *patience); });
        socket->setReadBufferSize(m_limits.requestMax + 1);
        patience->start(m_limits.requestTimeMax);
        if (socket->bytesAvailable() > 0) onReadyRead(socket, *patience);
    }
}

void LoopbackHttp::onReadyRead(QTcpSocket* socket, QTimer& patience) {
    const QByteArray bytes = socket->peek(m_limits.requestMax + 1);
    const bool isTooLarge = bytes.size() > m_limits.requestMax;
    const std::optional<Parsed> parsed = parse(bytes);
    if (!parsed && !isTooLarge) return; // not whole yet
    disconnect(socket, &QTcpSocket::readyRead, this, nullptr);
    socket->readAll();
    if (isTooLarge) return answer(socket, {413, "text/plain", "too large\n"});
    if (!parsed->isForLoopback) return answer(socket, {403, "text/plain", "this is not that host\n"});
    if (parsed->request.path.isEmpty()) return answer(socket, {400, "text/plain", "not a request\n"});
    const HttpAnswer made = m_handler(parsed->request);
    // What we took for it is not the client's time: it would be cut before it hears that a long backup is done.
    patience.start(m_limits.requestTimeMax);
    answer(socket, made);
}

} // namespace puente
