#pragma once

#include <chrono>
#include <cstdint>

namespace puente {

using Duration = std::chrono::milliseconds;

/// A point in UTC. Only clocks make one; everything below the edges is given it.
using Instant = std::chrono::sys_time<Duration>;

inline std::int64_t millisecondsOf(Instant instant) {
    return instant.time_since_epoch().count();
}
inline Instant instantOf(std::int64_t milliseconds) {
    return Instant(Duration(milliseconds));
}

/// What time it is, as far as this device knows; it may be years off, and may jump.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

/// The system's clock. Created only where a program starts.
class SystemClock final : public Clock {
public:
    Instant now() const override { return std::chrono::floor<Duration>(std::chrono::system_clock::now()); }
};

} // namespace puente
