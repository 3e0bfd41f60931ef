#pragma once

#include "common/base/bytes.h"

#include <optional>

namespace puente {

/// The compression dictionary that new segments are made with.
inline constexpr std::uint8_t kCurrentDictionary = 0;

/// A dictionary by the number in a segment's header: 0 is empty, 1 was trained on Spanish and English text of the
/// domain. Dictionaries are never changed, only added. Nothing for a number of a newer version.
std::optional<ByteView> dictionary(std::uint8_t number);

} // namespace puente
