#pragma once

#include <QEventLoop>
#include <QSslSocket>
#include <QTimer>

#include "client/core/tls_transport.h"

namespace puente {

/// converse() at work: a TLS socket on one side, a conversation on the other. Single-use.
class TlsCarrier final : public QObject {
    Q_OBJECT

public:
    TlsCarrier(const ServerAddress& address, Conversation& conversation, const Clock& clock,
               const TransportOptions& options);

    Result<Traffic, TransportFault> run();

private:
    void onEncrypted();
    void onReadyRead();
    void onDisconnected();
    void onError(QAbstractSocket::SocketError error);
    void onTick();
    void send();
    void moved();
    void finish();
    void fail(TransportFault fault);
    std::int64_t waiting() const { return m_socket.bytesToWrite() + m_socket.encryptedBytesToWrite(); }

    const ServerAddress& m_address;
    Conversation& m_conversation;
    const Clock& m_clock;
    const TransportOptions& m_options;

    QSslSocket m_socket;
    QTimer m_ticker;   // of the conversation, and for cancelling
    QTimer m_deadline; // of connecting, then of silence, then of closing
    QEventLoop m_loop;
    Traffic m_traffic;
    std::optional<TransportFault> m_fault;
    bool m_closing = false;
    bool m_sending = false;
};

} // namespace puente
