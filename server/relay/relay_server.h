#pragma once

#include <QHash>
#include <QTcpServer>
#include <QTimer>

#include "server/relay/connection.h"
#include "server/relay/tls_identity.h"

#include <set>

namespace puente {

/// Accepts clients, a bounded number of them, and lets each talk to the relay. All in one thread.
///
/// It makes its TLS sockets itself: QSslServer would count a client only after its handshake, and what must be bounded
/// is the handshakes too (docs/decisions/0051-own-tls-listener.md).
class RelayServer final : public QTcpServer {
    Q_OBJECT

public:
    /// `relay`, `clock` and `events` must outlive the server.
    RelayServer(Relay& relay, const TlsIdentity& identity, const ServerLimits& limits, const Clock& clock,
                EventLog& events, QObject* parent = nullptr);
    ~RelayServer() override;

    /// Accepts nobody else; conversations get `stopMax` to end, then are told and cut. stopped() says when none is
    /// left.
    void stop();
    const Counters& counters() const { return m_counters; }

Q_SIGNALS:
    void stopped();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    enum class Admission { Talk, SayBusy, Cut };

    Admission admissionOf(const QByteArray& host) const;
    bool isFull() const { return m_connections.size() >= m_limits.connectionsMax; }
    void onAcceptError();
    void adopt(QSslSocket* socket, const QByteArray& host, Connection::Welcome welcome);
    void release(Connection* connection, const QByteArray& host);
    void tick();
    void endAll(Duration elapsed);

    ServerLimits m_limits;
    Counters m_counters;
    ServerContext m_context;
    QSslConfiguration m_configuration;
    QTimer m_ticker;
    std::set<Connection*> m_connections;
    QHash<QByteArray, std::size_t> m_perHost;
    bool m_stopping = false;
    Instant m_stopSince;
};

} // namespace puente
