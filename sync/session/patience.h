#pragma once

#include "common/time/clock.h"
#include "sync/session/limits.h"

#include <algorithm>
#include <optional>

namespace puente {

/// How long one side still waits for the other. Whole frames and bytes that leave are signs of life; a byte more of an
/// unfinished frame is none, or a peer could hold a conversation for ever at a byte a minute. What is large may take
/// longer: nobody answers before it has crossed the line, and no buffer on the way tells when it has
/// (docs/decisions/0212-a-slow-line-is-no-dead-one.md).
class Patience {
public:
    Patience(const SessionLimits& limits, Instant now) : m_limits(limits), m_begun(now), m_lastLife(now), m_now(now) {}

    void tick(Instant now) {
        m_now = now;
        m_lastLife = std::min(m_lastLife, now); // a clock that jumps back must not make us wait for ever
        m_begun = std::min(m_begun, now);
        m_frameBegun = std::min(m_frameBegun, now);
    }
    void sawFrame() {
        m_hasMet = true;
        m_lastLife = m_now;
        m_frameBegun = m_now;
        m_underWay = 0;
    }
    void sawProgress() { m_lastLife = m_now; }
    /// These were handed to whoever sends them.
    void said(std::size_t bytes) {
        m_lastLife = m_now;
        m_underWay = std::min(m_underWay + bytes, m_limits.underWayMax);
    }
    /// An unfinished frame is here, of so many bytes in all as far as is known; nothing when there is none.
    void setUnfinished(std::optional<std::size_t> size) {
        if (size && !m_unfinished) m_frameBegun = m_now;
        m_unfinished = size;
    }

    bool isExhausted() const {
        if (!m_hasMet && m_now - m_begun > m_limits.handshakeMax + timeOfAFirstAnswer()) return true;
        if (m_unfinished) return m_now - m_frameBegun > m_limits.frameMax + onTheSlowestLine(*m_unfinished);
        return m_now - m_lastLife > m_limits.silenceMax + onTheSlowestLine(m_underWay);
    }

private:
    /// None for who has said nothing: a stranger must show soon who it is.
    Duration timeOfAFirstAnswer() const {
        return m_underWay == 0 ? Duration(0) : onTheSlowestLine(m_underWay + m_unfinished.value_or(0));
    }
    Duration onTheSlowestLine(std::size_t bytes) const {
        return Duration(static_cast<std::int64_t>(bytes * 1000 / m_limits.lineRateMin));
    }

    SessionLimits m_limits;
    Instant m_begun, m_lastLife, m_now;
    Instant m_frameBegun{};
    std::size_t m_underWay = 0;              ///< said since the last whole frame
    std::optional<std::size_t> m_unfinished; ///< frame
    bool m_hasMet = false;
};

} // namespace puente
