#pragma once

#include "common/time/clock.h"

namespace puente {

/// Time that never jumps, from an arbitrary beginning: for time-outs only.
class MonotonicClock final : public Clock {
public:
    Instant now() const override {
        return Instant(std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now().time_since_epoch()));
    }
};

} // namespace puente
