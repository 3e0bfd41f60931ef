#pragma once

#include "sync/session/responder.h"

#include <deque>

namespace puente::test {

/// A slow, long line between the two sides of a conversation, in a time of its own: what is sent waits for the line,
/// and arrives later. What has not arrived when the line breaks is lost.
class SlowLine {
public:
    struct Quality {
        std::uint64_t bitsPerSecond = 56'000;
        Duration latency = std::chrono::milliseconds(300); ///< one way
        Duration cutEvery = std::chrono::seconds(60);      ///< of each conversation
        std::size_t buffer = 16 * 1024;                    ///< bytes that a side hands over before the line has them
        bool isPowerCut = false;                           ///< the client does not even notice the cut
    };

    explicit SlowLine(const Quality& quality) : m_quality(quality) {}

    /// One conversation, to its end or to the cut; true when the client is done.
    template <typename Client>
    bool talk(Client& client, Responder& server) {
        m_up = m_down = {};
        const Instant end = m_now + m_quality.cutEvery;
        if (!client.start(m_now)) return false;
        while (m_now < end && !client.isDone()) {
            send(m_up, [&] { return client.takeOutput(); });
            const std::uint64_t sentBefore = m_sentDown;
            send(m_down, [&] { return server.hasOutput() ? server.takeOutput() : Bytes{}; });
            if (m_sentDown > sentBefore) server.outputMoved(m_now);
            m_now += std::chrono::milliseconds(10);
            m_isAlive = arrive(m_up, server) && arrive(m_down, client) && client.tick(m_now) && server.tick(m_now);
            if (!m_isAlive) break;
        }
        if (!client.isDone() && !m_quality.isPowerCut) (void)client.connectionLost();
        (void)server.connectionLost();
        return client.isDone();
    }

    Instant now() const { return m_now; }
    /// False when a conversation ended otherwise than by the cut.
    bool isAlive() const { return m_isAlive; }
    std::uint64_t sentUp() const { return m_sentUp; }     ///< bytes that went onto the line, arrived or not
    std::uint64_t sentDown() const { return m_sentDown; } ///< likewise

private:
    static constexpr std::size_t kPacketSize = 512;

    struct Packet {
        Instant arrival;
        Bytes bytes;
    };
    struct Direction {
        Bytes waiting;
        std::size_t begin = 0; ///< of what waits
        std::deque<Packet> under;
        Instant lineFree{};
    };

    template <typename Take>
    void send(Direction& direction, Take take) {
        while (direction.waiting.size() - direction.begin < m_quality.buffer) {
            const Bytes more = take();
            if (more.empty()) break;
            direction.waiting.erase(direction.waiting.begin(),
                                    direction.waiting.begin() + static_cast<std::ptrdiff_t>(direction.begin));
            direction.begin = 0;
            append(direction.waiting, more);
        }
        direction.lineFree = std::max(direction.lineFree, m_now);
        while (direction.begin < direction.waiting.size() && direction.lineFree <= m_now) {
            const std::size_t size = std::min(kPacketSize, direction.waiting.size() - direction.begin);
            const ByteView bytes = ByteView(direction.waiting).subspan(direction.begin, size);
            direction.lineFree +=
                Duration(static_cast<std::int64_t>(size) * 8'000 / static_cast<std::int64_t>(m_quality.bitsPerSecond));
            direction.under.push_back({direction.lineFree + m_quality.latency, {bytes.begin(), bytes.end()}});
            direction.begin += size;
            (&direction == &m_up ? m_sentUp : m_sentDown) += size;
        }
    }

    template <typename Side>
    bool arrive(Direction& direction, Side& side) {
        while (!direction.under.empty() && direction.under.front().arrival <= m_now) {
            if (!side.feed(direction.under.front().bytes, m_now)) return false;
            direction.under.pop_front();
        }
        return true;
    }

    Quality m_quality;
    Instant m_now = instantOf(1'760'000'000'000);
    Direction m_up, m_down;
    bool m_isAlive = true;
    std::uint64_t m_sentUp = 0, m_sentDown = 0;
};

} // namespace puente::test
