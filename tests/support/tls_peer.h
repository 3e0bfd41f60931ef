#pragma once

#include <QSslSocket>
#include <QTcpServer>

#include "server/relay/tls_identity.h"

#include <functional>

namespace puente::test {

/// A server of a test's own: TLS with a key of its own, and whatever behaviour is given it. It keeps every plain byte
/// that reaches it.
class TlsPeer final : public QTcpServer {
public:
    explicit TlsPeer(QSslConfiguration configuration) : m_configuration(std::move(configuration)) {
        listen(QHostAddress::LocalHost);
    }

    std::function<void(QSslSocket&)> onEncrypted = [](QSslSocket&) {};
    std::function<void(QSslSocket&)> onReadyRead = [this](QSslSocket& socket) { received += socket.readAll(); };
    bool shakesHands = true; ///< else it accepts, and says nothing

    QByteArray received;
    int connections = 0;

protected:
    void incomingConnection(qintptr descriptor) override {
        ++connections;
        auto* socket = new QSslSocket(this);
        socket->setSocketDescriptor(descriptor);
        socket->setSslConfiguration(m_configuration);
        connect(socket, &QSslSocket::encrypted, this, [this, socket] { onEncrypted(*socket); });
        connect(socket, &QSslSocket::readyRead, this, [this, socket] { onReadyRead(*socket); });
        if (shakesHands) socket->startServerEncryption();
    }

private:
    QSslConfiguration m_configuration;
};

inline TlsIdentity makeTlsIdentity() {
    return *TlsIdentity::fromKey(TlsIdentity::generateKey());
}

} // namespace puente::test
