#pragma once

#include <QSslConfiguration>
#include <QSslSocket>
#include <QTest>

#include "sync/session/frame.h"

#include <vector>

namespace puente::test {

/// A client made by hand, over real TLS: it trusts whoever answers, and sends what a test tells it to, sound or not.
class TlsClient {
public:
    explicit TlsClient(quint16 port, QSsl::SslProtocol protocol = QSsl::TlsV1_3OrLater) {
        QSslConfiguration configuration;
        configuration.setProtocol(protocol);
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket.setSslConfiguration(configuration);
        QObject::connect(&socket, &QSslSocket::readyRead, &socket, [this] {
            if (listens) take();
        });
        socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), port);
    }

    bool isEncrypted(int milliseconds = 10'000) {
        return QTest::qWaitFor([&] { return socket.isEncrypted(); }, milliseconds);
    }
    bool isClosed(int milliseconds = 10'000) {
        return QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, milliseconds);
    }
    void send(ByteView bytes) {
        socket.write(reinterpret_cast<const char*>(bytes.data()), static_cast<qint64>(bytes.size()));
    }
    void send(const std::vector<Frame>& frames) {
        for (const Frame& frame : frames)
            send(encodeFrame(frame));
    }
    /// The first frame of this kind, once it is there; nullptr when it does not come.
    template <typename Kind>
    const Kind* hear() {
        const auto find = [&]() -> const Kind* {
            for (const Frame& frame : heard)
                if (const Kind* found = std::get_if<Kind>(&frame)) return found;
            return nullptr;
        };
        return QTest::qWaitFor([&] { return find() != nullptr; }, 10'000) ? find() : nullptr;
    }
    bool hears(SessionError error) {
        const ErrorFrame* heardError = hear<ErrorFrame>();
        return heardError && heardError->error == error;
    }

    QSslSocket socket;
    std::vector<Frame> heard;
    bool listens = true;

private:
    void take() {
        const QByteArray bytes = socket.readAll();
        m_reader.feed(bytesOf({bytes.constData(), static_cast<std::size_t>(bytes.size())}));
        for (auto frame = m_reader.next(); frame.ok() && *frame; frame = m_reader.next())
            heard.push_back(std::move(**frame));
    }

    FrameReader m_reader{SessionLimits{}};
};

} // namespace puente::test
