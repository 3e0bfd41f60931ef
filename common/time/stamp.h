#pragma once

#include <compare>
#include <cstdint>

namespace puente {

/// When something was written, by a hybrid clock: it never runs backwards on one device, and a write
/// that saw another one is stamped later, whatever the wall clocks say. It orders only what is shown
/// of concurrent values; it decides nothing.
struct Stamp {
    std::uint64_t time = 0;    ///< milliseconds since 1970, UTC; below 2^48
    std::uint32_t counter = 0; ///< tells apart what happened in the same millisecond

    friend auto operator<=>(const Stamp&, const Stamp&) = default;
};

inline constexpr std::uint64_t kStampTimeMax = (std::uint64_t{1} << 48) - 1;

} // namespace puente
