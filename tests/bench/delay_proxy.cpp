#include "tests/bench/delay_proxy.h"

#include <QPointer>
#include <QTcpSocket>
#include <QTimer>

namespace puente::bench {

DelayProxy::DelayProxy(quint16 target, int delayMs, QObject* parent)
    : QObject(parent), m_target(target), m_delayMs(delayMs) {
    m_server.listen(QHostAddress::LocalHost);
    connect(&m_server, &QTcpServer::newConnection, this, &DelayProxy::onConnection);
}

void DelayProxy::onConnection() {
    while (QTcpSocket* client = m_server.nextPendingConnection()) {
        auto* server = new QTcpSocket(client);
        client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        server->connectToHost(QHostAddress::LocalHost, m_target);
        server->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        forward(client, server, m_up);
        forward(server, client, m_down);
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        const QPointer<QTcpSocket> guarded(client);
        connect(server, &QTcpSocket::disconnected, this, [this, guarded] {
            QTimer::singleShot(m_delayMs + 5, this, [guarded] {
                if (guarded) guarded->disconnectFromHost();
            });
        });
    }
}

void DelayProxy::forward(QTcpSocket* from, QTcpSocket* to, std::atomic<std::uint64_t>& counter) {
    const QPointer<QTcpSocket> target(to);
    connect(from, &QTcpSocket::readyRead, this, [this, from, target, &counter] {
        const QByteArray bytes = from->readAll();
        counter += static_cast<std::uint64_t>(bytes.size());
        QTimer::singleShot(m_delayMs, Qt::PreciseTimer, this, [target, bytes] {
            if (target) target->write(bytes);
        });
    });
}

} // namespace puente::bench
