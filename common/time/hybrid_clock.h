#pragma once

#include "common/time/clock.h"
#include "common/time/stamp.h"

namespace puente {

/// How far a remote stamp may push this device's clock beyond its own reading.
inline constexpr Duration kDriftMax = std::chrono::minutes(5);

/// Stamps the writes of one device (hybrid logical clock, Kulkarni et al. 2014).
///
/// The stamp never runs backwards, and a remote stamp never pushes it beyond now + kDriftMax: one
/// device with a clock in 2099 must not drag all others there.
class HybridClock {
public:
    HybridClock() = default;
    /// Goes on from the last stamp that was made durable.
    explicit HybridClock(Stamp last) : m_last(last) {}

    /// The stamp of a write made now: greater than every stamp given or observed within bounds.
    Stamp next(Instant now);

    /// Takes note of a stamp that arrived from elsewhere.
    void observe(Stamp remote, Instant now);

    /// The greatest stamp so far: what must be durable before the write that carries it.
    Stamp last() const { return m_last; }

    /// True when this device's last stamp lies more than kDriftMax after `now`: its clock has jumped
    /// back, or was far ahead before. The user is warned; nothing is refused.
    bool isSuspect(Instant now) const;

private:
    Stamp m_last;
};

} // namespace puente
