#pragma once

#include "common/time/clock.h"
#include "common/time/stamp.h"

#include <string>

namespace puente {

/// "2026-12-01T14:03:22Z": for JSON.
std::string isoTime(Instant instant);
/// "2026-12-01 14:03 UTC": for people; offices in several time zones read the same.
std::string humanTime(Instant instant);

inline Instant instantOf(const Stamp& stamp) {
    return instantOf(static_cast<std::int64_t>(stamp.time));
}

} // namespace puente
