#pragma once

#include <QByteArray>
#include <QTcpServer>

#include "common/time/clock.h"

#include <functional>

class QTcpSocket;
class QTimer;

namespace puente {

struct HttpRequest {
    QByteArray method;
    QByteArray path;
    QByteArray bearer; ///< the token of "Authorization: Bearer …"; empty for none
    QByteArray body;
};

struct HttpAnswer {
    int status = 200;
    QByteArray contentType = "text/plain; charset=utf-8";
    QByteArray body;
    QByteArray proof = {}; ///< who answers, for whoever may know it; empty for nobody
};

/// The smallest HTTP/1.1 server that metrics, health and the program's own other verbs need: on the loopback address
/// only, one request a connection, bounded in size, number and time. It answers only to loopback names, so that no web
/// page can reach it by pointing a name of its own here.
class LoopbackHttp final : public QTcpServer {
    Q_OBJECT

public:
    struct Limits {
        qint64 requestMax = 8 * 1024;
        int connectionsMax = 16;
        Duration requestTimeMax = std::chrono::seconds(5); ///< until it is whole; and until its answer is taken
    };
    using Handler = std::function<HttpAnswer(const HttpRequest&)>;

    LoopbackHttp(Handler handler, Limits limits, QObject* parent = nullptr);

    /// Port 0 for any free one.
    bool start(quint16 port);

private:
    void onNewConnection();
    void onReadyRead(QTcpSocket* socket, QTimer& patience);

    Handler m_handler;
    Limits m_limits;
    int m_connections = 0;
};

} // namespace puente
