#include "client/core/tls_carrier.h"

#include <QCryptographicHash>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

#include <array>

namespace puente {

namespace {

constexpr std::int64_t kWriteBufferMax = 512 * 1024;
constexpr std::int64_t kReadBufferMax = 512 * 1024;
constexpr std::size_t kReadSize = 64 * 1024;
constexpr auto kTick = std::chrono::milliseconds(100);

/// No authority is asked and no ticket kept: the pin alone says who the server is.
QSslConfiguration configuration() {
    QSslConfiguration configuration;
    configuration.setProtocol(QSsl::TlsV1_3OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setCaCertificates({});
    configuration.setSslOption(QSsl::SslOptionDisableSessionTickets, true);
    configuration.setSslOption(QSsl::SslOptionDisableSessionSharing, true);
    configuration.setSslOption(QSsl::SslOptionDisableSessionPersistence, true);
    configuration.setSslOption(QSsl::SslOptionDisableServerNameIndication, true);
    return configuration;
}

QNetworkProxy proxyOf(const std::optional<HttpProxy>& proxy) {
    if (!proxy) return QNetworkProxy(QNetworkProxy::NoProxy);
    return QNetworkProxy(QNetworkProxy::HttpProxy, QString::fromStdString(proxy->host), proxy->port,
                         QString::fromStdString(proxy->user), QString::fromStdString(proxy->password));
}

/// Nothing for a key that Qt cannot hold: the hash of nothing must never pass for a pin.
std::optional<Pin> pinOf(const QSslCertificate& certificate) {
    const QByteArray publicKey = certificate.publicKey().toDer();
    if (publicKey.isEmpty()) return std::nullopt;
    const QByteArray hash = QCryptographicHash::hash(publicKey, QCryptographicHash::Sha256);
    return Pin::from(bytesOf({hash.constData(), static_cast<std::size_t>(hash.size())}));
}

TransportFault faultOf(QAbstractSocket::SocketError error, bool connected) {
    switch (error) {
    case QAbstractSocket::HostNotFoundError: return TransportFault::HostNotFound;
    case QAbstractSocket::ConnectionRefusedError: return TransportFault::Refused;
    case QAbstractSocket::RemoteHostClosedError: return TransportFault::Cut;
    case QAbstractSocket::SocketTimeoutError: return TransportFault::TimedOut;
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInvalidUserDataError:
    case QAbstractSocket::SslInternalError: return TransportFault::NotTls;
    case QAbstractSocket::ProxyAuthenticationRequiredError:
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
    case QAbstractSocket::ProxyNotFoundError:
    case QAbstractSocket::ProxyProtocolError: return TransportFault::ProxyFailed;
    default: return connected ? TransportFault::Cut : TransportFault::Unreachable;
    }
}

} // namespace

TlsCarrier::TlsCarrier(const ServerAddress& address, Conversation& conversation, const Clock& clock,
                       const TransportOptions& options)
    : m_address(address), m_conversation(conversation), m_clock(clock), m_options(options) {
    m_socket.setSslConfiguration(configuration());
    m_socket.setProxy(proxyOf(options.proxy));
    m_socket.setReadBufferSize(kReadBufferMax);
    m_deadline.setSingleShot(true);
    connect(&m_socket, &QSslSocket::encrypted, this, &TlsCarrier::onEncrypted);
    connect(&m_socket, &QSslSocket::readyRead, this, &TlsCarrier::onReadyRead);
    connect(&m_socket, &QSslSocket::bytesWritten, this, &TlsCarrier::send);
    connect(&m_socket, &QSslSocket::encryptedBytesWritten, this, &TlsCarrier::moved);
    connect(&m_socket, &QSslSocket::disconnected, this, &TlsCarrier::onDisconnected);
    connect(&m_socket, &QSslSocket::errorOccurred, this, &TlsCarrier::onError);
    connect(&m_ticker, &QTimer::timeout, this, &TlsCarrier::onTick);
    connect(&m_deadline, &QTimer::timeout, this,
            [this] { m_closing ? m_loop.quit() : fail(TransportFault::TimedOut); });
}

Result<Traffic, TransportFault> TlsCarrier::run() {
    if (!m_conversation.start(m_clock.now())) return Failure{TransportFault::Conversation};
    m_ticker.start(kTick);
    m_deadline.start(m_options.connectMax);
    m_socket.connectToHostEncrypted(QString::fromStdString(m_address.host), m_address.port);
    if (!m_fault) m_loop.exec();
    m_socket.disconnect(this);
    m_socket.abort();
    if (!m_fault) return m_traffic;
    if (*m_fault != TransportFault::Conversation) m_conversation.connectionLost();
    return Failure{*m_fault};
}

void TlsCarrier::onEncrypted() {
    const auto pin = pinOf(m_socket.peerCertificate());
    if (!pin || !m_address.accepts(*pin)) return fail(TransportFault::WrongPin);
    if (m_socket.sessionProtocol() < QSsl::TlsV1_3) return fail(TransportFault::NotTls);
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_traffic.connected = true;
    moved();
}

void TlsCarrier::onReadyRead() {
    std::array<std::uint8_t, kReadSize> buffer;
    // Until read() has nothing: only a read beyond its buffer makes the socket decrypt what waits behind a full one.
    while (m_traffic.connected && !m_fault && !m_closing) {
        const qint64 size = m_socket.read(reinterpret_cast<char*>(buffer.data()), kReadSize);
        if (size <= 0) return;
        m_traffic.bytesDown += static_cast<std::uint64_t>(size);
        if (!m_conversation.feed({buffer.data(), static_cast<std::size_t>(size)}, m_clock.now()))
            return fail(TransportFault::Conversation);
        moved();
    }
}

void TlsCarrier::onDisconnected() {
    if (m_closing) return m_loop.quit();
    onReadyRead(); // what came before the end counts
    if (!m_closing) fail(TransportFault::Cut);
}

void TlsCarrier::onError(QAbstractSocket::SocketError error) {
    if (m_closing) return m_loop.quit();
    if (error == QAbstractSocket::RemoteHostClosedError && m_traffic.connected) return; // disconnected() follows
    const bool proxyForbids = m_options.proxy && error == QAbstractSocket::SocketAccessError;
    fail(proxyForbids ? TransportFault::ProxyFailed : faultOf(error, m_traffic.connected));
}

void TlsCarrier::onTick() {
    if (m_options.cancel.stop_requested()) return fail(TransportFault::Cancelled);
    if (!m_traffic.connected || m_closing) return;
    if (!m_conversation.tick(m_clock.now())) return fail(TransportFault::Conversation);
    send();
}

// Something moved: the silence begins anew, and there may be more to say.
void TlsCarrier::moved() {
    if (!m_traffic.connected || m_closing || m_fault) return; // the handshake has a deadline of its own
    m_deadline.start(m_options.silenceMax);
    send();
    if (m_options.onProgress) m_options.onProgress(m_traffic);
}

void TlsCarrier::send() {
    if (!m_traffic.connected || m_sending || m_closing || m_fault) return;
    m_sending = true; // writing may flush, which calls back
    while (waiting() < kWriteBufferMax) {
        const Bytes bytes = m_conversation.takeOutput();
        if (bytes.empty()) break;
        m_socket.write(reinterpret_cast<const char*>(bytes.data()), static_cast<qint64>(bytes.size()));
        m_traffic.bytesUp += bytes.size();
    }
    m_sending = false;
    if (m_conversation.isDone()) finish();
}

void TlsCarrier::finish() {
    m_closing = true;
    m_deadline.start(m_options.closingMax);
    m_socket.disconnectFromHost();
    if (m_socket.state() == QAbstractSocket::UnconnectedState) m_loop.quit();
}

void TlsCarrier::fail(TransportFault fault) {
    if (!m_fault && !m_closing) m_fault = fault;
    m_socket.abort();
    m_loop.quit();
}

} // namespace puente
