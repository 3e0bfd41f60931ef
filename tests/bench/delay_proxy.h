#pragma once

#include <QObject>
#include <QTcpServer>

#include <atomic>
#include <cstdint>

namespace puente::bench {

/// A TCP proxy on loopback that holds back every byte for a while in each direction, and counts them.
///
/// It delays, it does not limit: what was sent together arrives together. Lives in the thread that runs its event loop.
class DelayProxy : public QObject {
    Q_OBJECT

public:
    /// `delayMs` is one way; `target` a port on loopback.
    DelayProxy(quint16 target, int delayMs, QObject* parent = nullptr);

    quint16 port() const { return m_server.serverPort(); }
    std::uint64_t bytesUp() const { return m_up; }
    std::uint64_t bytesDown() const { return m_down; }

private:
    void onConnection();
    void forward(class QTcpSocket* from, class QTcpSocket* to, std::atomic<std::uint64_t>& counter);

    QTcpServer m_server;
    quint16 m_target = 0;
    int m_delayMs = 0;
    std::atomic<std::uint64_t> m_up = 0;
    std::atomic<std::uint64_t> m_down = 0;
};

} // namespace puente::bench
