#pragma once

#include <cstddef>

namespace puente {

/// Counts of cases below this do not leave the space in which they were counted: one or two could be somebody. The
/// schema of `case_count` has the same minimum.
inline constexpr std::size_t kCaseCountMin = 5;

} // namespace puente
