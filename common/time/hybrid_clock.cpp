#include "common/time/hybrid_clock.h"

#include <algorithm>
#include <limits>

namespace puente {

namespace {

/// A clock's reading as a stamp's time: never before 1970, never past what a stamp can hold.
std::uint64_t readingOf(Instant now) {
    const std::int64_t milliseconds = std::max<std::int64_t>(millisecondsOf(now), 0);
    return std::min(static_cast<std::uint64_t>(milliseconds), kStampTimeMax);
}

} // namespace

Stamp HybridClock::next(Instant now) {
    const std::uint64_t reading = readingOf(now);
    if (reading > m_last.time)
        m_last = {.time = reading, .counter = 0};
    else if (m_last.counter < std::numeric_limits<std::uint32_t>::max())
        ++m_last.counter;
    else
        m_last = {.time = m_last.time + 1, .counter = 0};
    return m_last;
}

void HybridClock::observe(Stamp remote, Instant now) {
    const std::uint64_t bound = readingOf(now + kDriftMax);
    if (remote.time > bound) return; // a clock far ahead: shown with its time, never followed
    m_last = std::max(m_last, remote);
}

bool HybridClock::isSuspect(Instant now) const {
    return m_last.time > readingOf(now + kDriftMax);
}

} // namespace puente
