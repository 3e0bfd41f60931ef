#pragma once

#include "common/time/clock.h"
#include "sync/session/limits.h"

#include <algorithm>

namespace puente {

/// How long one side still waits for the other. Whole frames and bytes taken to be sent are signs of life; a byte more
/// of an unfinished frame is none, or a peer could hold a conversation for ever at a byte a minute.
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
    }
    void sawProgress() { m_lastLife = m_now; }
    void setMidFrame(bool midFrame) {
        if (midFrame && !m_midFrame) m_frameBegun = m_now;
        m_midFrame = midFrame;
    }

    bool isExhausted() const {
        if (!m_hasMet && m_now - m_begun > m_limits.handshakeMax) return true;
        return m_midFrame ? m_now - m_frameBegun > m_limits.frameMax : m_now - m_lastLife > m_limits.silenceMax;
    }

private:
    SessionLimits m_limits;
    Instant m_begun, m_lastLife, m_now;
    Instant m_frameBegun{};
    bool m_hasMet = false, m_midFrame = false;
};

} // namespace puente
