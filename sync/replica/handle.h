#pragma once

#include "sync/model/dot.h"

#include <array>
#include <optional>
#include <string_view>

namespace puente {

inline constexpr std::size_t kHandleSize = 16;
using HandleBytes = std::array<std::uint8_t, kHandleSize>;

/// The first 16 bytes of the hash that names a record to people.
HandleBytes handleOf(const LogId& log, std::uint32_t sequence, std::uint32_t index);

/// The smallest and the greatest handle that begins with a text; nothing if none does. Letters that are easily
/// mistaken are read as Crockford has it: o is 0, i and l are 1, and upper case is lower case.
struct HandleRange {
    HandleBytes least{}, most{};
};
std::optional<HandleRange> handlesWith(std::string_view prefix);

} // namespace puente
