#pragma once

#include <QObject>
#include <QSslSocket>

#include "server/relay/counters.h"
#include "server/relay/event_log.h"
#include "server/relay/server_limits.h"
#include "sync/session/responder.h"

#include <optional>

namespace puente {

/// What all connections of one server share. All of it outlives them.
struct ServerContext {
    Relay& relay;
    const ServerLimits& limits;
    const Clock& clock; ///< for time-outs: one that never jumps
    Counters& counters;
    EventLog& events;
};

/// One client: its TLS socket, and the conversation that it carries. It moves bytes no faster than the other side
/// takes them, and ends by itself when the client leaves, breaks the protocol or takes too long.
class Connection final : public QObject {
    Q_OBJECT

public:
    enum class Welcome { Talk, SayBusy };

    /// Takes the socket over and begins its handshake.
    Connection(QSslSocket* socket, Welcome welcome, const ServerContext& context, QObject* parent);

    /// Looks at every time-out.
    void tick();
    /// Says why, as far as the client listens, and ends.
    void end(SessionError reason);
    /// Ends without a word.
    void cut();

Q_SIGNALS:
    void finished();

private:
    enum class State { Handshaking, Talking, Closing, Finished };

    void enter(State state);
    void onEncrypted();
    void onMoved(qint64 bytes);
    void onDisconnected();
    void pump();
    void send();
    void pumpLater();
    bool receive();
    void close(std::uint64_t& reason);
    void finish(EventWord how);
    void tell(EventWord how, const Responder::Account& account);
    void tickConversation();
    void pay(std::int64_t bytes);
    std::int64_t waiting() const { return m_socket->bytesToWrite() + m_socket->encryptedBytesToWrite(); }
    bool mayWrite() const { return waiting() < m_context.limits.writeBufferMax; }

    QSslSocket* m_socket;
    Welcome m_welcome;
    ServerContext m_context;
    State m_state = State::Handshaking;
    Instant m_begun;
    Instant m_since; ///< when the present state began
    std::uint64_t m_bytesIn = 0, m_bytesOut = 0;
    std::optional<Responder> m_responder;
    Instant m_paidUntil; ///< by what was moved
    bool m_pumping = false;
    bool m_isPumpDue = false; ///< once all others have had their turn
};

} // namespace puente
