#include "server/relay/relay_server.h"

#include <memory>

namespace puente {

namespace {

constexpr int kBacklog = 512;
constexpr auto kAcceptPause = std::chrono::seconds(1);

/// Whom a client counts as: its IPv4 address, or its IPv6 /64, which is what one household or office is given.
QByteArray hostOf(const QHostAddress& address) {
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    if (isIpv4) return QByteArray::number(ipv4);
    const Q_IPV6ADDR ipv6 = address.toIPv6Address();
    return QByteArray(reinterpret_cast<const char*>(&ipv6), 8);
}

} // namespace

RelayServer::RelayServer(Relay& relay, const TlsIdentity& identity, const ServerLimits& limits, const Clock& clock,
                         EventLog& events, QObject* parent)
    : QTcpServer(parent), m_limits(limits), m_context{relay, m_limits, clock, m_counters, events},
      m_configuration(identity.configuration()) {
    setListenBacklogSize(kBacklog);
    connect(&m_ticker, &QTimer::timeout, this, &RelayServer::tick);
    m_ticker.start(m_limits.tick);
    connect(this, &QTcpServer::acceptError, this, &RelayServer::onAcceptError);
}

RelayServer::~RelayServer() {
    for (Connection* connection : m_connections) {
        connection->disconnect(this);
        delete connection; // while what it refers to is there
    }
}

void RelayServer::incomingConnection(qintptr descriptor) {
    auto socket = std::make_unique<QSslSocket>();
    socket->setSslConfiguration(m_configuration);
    if (!socket->setSocketDescriptor(descriptor)) return;
    ++m_counters.accepted;
    const QByteArray host = hostOf(socket->peerAddress());
    const Admission admission = admissionOf(host);
    if (admission != Admission::Talk) {
        ++m_counters.busy;
        const EventWord limit = isFull() ? EventWord("max-connections") : EventWord("max-per-ip");
        m_context.events.write(Event::TurnedAway, {{"limit", limit}});
    }
    if (admission == Admission::Cut) return socket->abort();
    adopt(socket.release(), host,
          admission == Admission::Talk ? Connection::Welcome::Talk : Connection::Welcome::SayBusy);
}

// A word of refusal costs a handshake, so only so many are told; beyond that they are cut.
RelayServer::Admission RelayServer::admissionOf(const QByteArray& host) const {
    if (m_connections.size() >= m_limits.connectionsMax + m_limits.busyAnswersMax) return Admission::Cut;
    const std::size_t fromHost = m_perHost.value(host);
    if (fromHost >= m_limits.connectionsPerHostMax + m_limits.busyAnswersMax) return Admission::Cut;
    const bool tooMany = isFull() || fromHost >= m_limits.connectionsPerHostMax;
    return tooMany ? Admission::SayBusy : Admission::Talk;
}

// Out of file descriptors: those who have one must not be disturbed, and the others wait in the backlog.
void RelayServer::onAcceptError() {
    m_context.events.write(Event::AcceptFailed);
    QTimer::singleShot(kAcceptPause, this, &QTcpServer::resumeAccepting);
}

void RelayServer::adopt(QSslSocket* socket, const QByteArray& host, Connection::Welcome welcome) {
    auto* connection = new Connection(socket, welcome, m_context, this);
    m_connections.insert(connection);
    ++m_perHost[host];
    m_counters.open = m_connections.size();
    connect(connection, &Connection::finished, this, [=, this] { release(connection, host); });
}

void RelayServer::release(Connection* connection, const QByteArray& host) {
    connection->deleteLater();
    m_connections.erase(connection);
    m_counters.open = m_connections.size();
    if (--m_perHost[host] == 0) m_perHost.remove(host);
    if (m_stopping && m_connections.empty()) Q_EMIT stopped();
}

void RelayServer::tick() {
    // A copy: whoever times out leaves the set.
    for (Connection* connection : std::set(m_connections))
        connection->tick();
    if (m_stopping) endAll(m_context.clock.now() - m_stopSince);
}

void RelayServer::stop() {
    if (m_stopping) return;
    close();
    m_stopping = true;
    m_stopSince = m_context.clock.now();
    if (m_connections.empty()) QMetaObject::invokeMethod(this, &RelayServer::stopped, Qt::QueuedConnection);
}

void RelayServer::endAll(Duration elapsed) {
    for (Connection* connection : std::set(m_connections)) {
        if (elapsed > 2 * m_limits.stopMax)
            connection->cut();
        else if (elapsed > m_limits.stopMax)
            connection->end(SessionError::ShuttingDown);
    }
}

} // namespace puente
