#include "server/relay/connection.h"

#include <QTimer>

#include "sync/session/output_buffer.h"

#include <algorithm>
#include <array>
#include <utility>

namespace puente {

namespace {

constexpr std::size_t kReadSize = 64 * 1024;

qint64 write(QSslSocket& socket, const Bytes& bytes) {
    return socket.write(reinterpret_cast<const char*>(bytes.data()), static_cast<qint64>(bytes.size()));
}

} // namespace

Connection::Connection(QSslSocket* socket, Welcome welcome, const ServerContext& context, QObject* parent)
    : QObject(parent), m_socket(socket), m_welcome(welcome), m_context(context), m_begun(context.clock.now()),
      m_since(m_begun) {
    m_socket->setParent(this);
    m_socket->setReadBufferSize(m_context.limits.readBufferMax);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_socket, &QSslSocket::encrypted, this, &Connection::onEncrypted);
    connect(m_socket, &QSslSocket::readyRead, this, &Connection::pump);
    connect(m_socket, &QSslSocket::bytesWritten, this, &Connection::pump);
    connect(m_socket, &QSslSocket::encryptedBytesWritten, this, &Connection::onMoved);
    connect(m_socket, &QSslSocket::disconnected, this, &Connection::onDisconnected);
    connect(m_socket, &QSslSocket::errorOccurred, this, &Connection::onDisconnected);
    m_socket->startServerEncryption();
}

void Connection::enter(State state) {
    m_state = state;
    m_since = m_context.clock.now();
}

void Connection::onEncrypted() {
    if (m_state != State::Handshaking) return;
    enter(State::Talking);
    m_paidUntil = m_since + m_context.limits.rateWindow;
    m_responder.emplace(m_context.relay, m_context.limits.session, m_since);
    if (m_welcome == Welcome::SayBusy) return end(SessionError::Busy);
    pump();
}

void Connection::onMoved(qint64 bytes) {
    pay(bytes);
    if (m_responder) m_responder->outputMoved(m_context.clock.now());
    pump();
}

void Connection::onDisconnected() {
    if (m_state == State::Finished) return;
    if (m_socket->state() == QAbstractSocket::ConnectedState) return; // an error that the socket survived
    if (m_state == State::Talking)
        while (receive()) {
        } // what came before the end counts
    const bool isDone = m_responder && m_responder->account().isAnswered && waiting() == 0;
    finish(isDone ? EventWord("done") : EventWord("left"));
}

// Reads only while what was answered so far fits into the write buffer: a client that asks and does not listen holds up
// nobody but itself.
void Connection::pump() {
    if (m_pumping) return; // writing may flush, which calls back
    m_pumping = true;
    send();
    while (m_state == State::Talking && mayWrite() && receive())
        send();
    // Closing with unread bytes would reset the connection, and the last words would be lost with it: so they are read,
    // and the client, once told, leaves. If it does not, tick() ends it.
    if (m_state == State::Closing)
        while (m_socket->skip(kReadSize) > 0) {
        }
    m_pumping = false;
}

void Connection::send() {
    while (m_responder && m_state != State::Finished && mayWrite() && m_responder->hasOutput()) {
        const Bytes bytes = m_responder->takeOutput();
        if (!bytes.empty() && write(*m_socket, bytes) < 0) return;
        m_context.counters.bytesOut += bytes.size();
        m_bytesOut += bytes.size();
        if (bytes.size() >= OutputBuffer::kSliceSize || !m_responder->hasOutput()) continue;
        return pumpLater(); // what is left is much work
    }
}

/// When all other connections have had their turn.
void Connection::pumpLater() {
    if (std::exchange(m_isPumpDue, true)) return;
    QTimer::singleShot(0, this, [this] {
        m_isPumpDue = false;
        pump();
    });
}

/// False when nothing is there. Only a read beyond its buffer makes the socket decrypt what waits behind a full one, so
/// bytesAvailable() must not be asked instead.
bool Connection::receive() {
    std::array<std::uint8_t, kReadSize> buffer;
    const qint64 size = m_socket->read(reinterpret_cast<char*>(buffer.data()), kReadSize);
    if (size <= 0) return false;
    pay(size);
    m_context.counters.bytesIn += static_cast<std::uint64_t>(size);
    m_bytesIn += static_cast<std::uint64_t>(size);
    const ByteView arrived(buffer.data(), static_cast<std::size_t>(size));
    if (!m_responder->feed(arrived, m_context.clock.now())) close(m_context.counters.faulty);
    return true;
}

// What the responder still wants to say is said, and no more is listened to.
void Connection::close(std::uint64_t& reason) {
    ++reason;
    enter(State::Closing);
}

void Connection::end(SessionError reason) {
    if (m_state == State::Handshaking) return cut();
    if (m_state != State::Talking) return;
    m_responder->stop(reason);
    enter(State::Closing);
    pump();
}

void Connection::cut() {
    if (m_state == State::Finished) return;
    m_socket->disconnect(this);
    m_socket->abort();
    finish("cut");
}

/// What had arrived whole is kept, so that nobody needs to send it again.
void Connection::finish(EventWord how) {
    if (m_responder) (void)m_responder->connectionLost();
    if (m_welcome == Welcome::Talk) // of the others it was said that they were turned away
        tell(how, m_responder ? m_responder->account() : Responder::Account{});
    enter(State::Finished);
    Q_EMIT finished();
}

void Connection::tell(EventWord how, const Responder::Account& account) {
    const Duration elapsed = m_context.clock.now() - m_begun;
    if (!m_responder) return m_context.events.write(Event::HandshakeFailed, {{"how", how}, {"seconds", elapsed}});
    const EventValue device = account.device ? EventValue(shortened(*account.device)) : EventValue("none");
    m_context.events.write(Event::ConversationEnded, {{"how", account.error ? eventWord(*account.error) : how},
                                                      {"seconds", elapsed},
                                                      {"bytes_in", m_bytesIn},
                                                      {"bytes_out", m_bytesOut},
                                                      {"device", device}});
    for (const auto& [reason, refused] : account.refused.items())
        m_context.events.write(Event::Refused, {{"reason", reason},
                                                {"count", refused.count},
                                                {"device", device},
                                                {"space", shortened(refused.firstSpace)}});
}

void Connection::tick() {
    const Duration elapsed = m_context.clock.now() - m_since;
    switch (m_state) {
    case State::Handshaking:
        if (elapsed <= m_context.limits.session.handshakeMax) return;
        ++m_context.counters.timedOut;
        return cut();
    case State::Talking: return tickConversation();
    case State::Closing:
        if (elapsed > m_context.limits.closingMax) cut();
        return;
    case State::Finished: return;
    }
}

void Connection::tickConversation() {
    const Instant now = m_context.clock.now();
    if (now > m_paidUntil) {
        ++m_context.counters.timedOut;
        return cut();
    }
    if (m_responder->tick(now)) return pump();
    close(m_context.counters.timedOut);
    pump();
}

/// What leaves here may be long on its way, out of our sight: so what moves buys time ahead.
void Connection::pay(std::int64_t bytes) {
    const Instant now = m_context.clock.now();
    const Duration bought(bytes * 1000 / m_context.limits.rateMin);
    m_paidUntil = std::min(std::max(m_paidUntil, now) + bought, now + m_context.limits.rateCreditMax);
}

} // namespace puente
