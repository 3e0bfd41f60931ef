#pragma once

#include "sync/model/value.h"

#include <optional>
#include <string>
#include <string_view>

namespace puente {

/// The day that a text names fully: "2026-12-01". Nothing for a year or a month alone, for a day that no calendar has,
/// and for 01/12/2026, which is one day in San José and another in Washington.
std::optional<Day> parseDay(std::string_view text);

/// "2026-12-01". parseDay() reads it back.
std::string formatDay(Day day);

} // namespace puente
