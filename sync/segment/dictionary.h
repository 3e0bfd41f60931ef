#pragma once

#include "common/codec/compression.h"

namespace puente {

/// The compression dictionary that new segments are made with.
inline constexpr std::uint8_t kCurrentDictionary = 1;

/// A dictionary by the number in a segment's header: 0 is empty, 1 was trained on Spanish and English text of the
/// domain. Dictionaries are never changed, only added. Nullptr for a number of a newer version.
const CompressionDictionary* dictionary(std::uint8_t number);

/// The trained dictionary's bytes, as sync/segment/dictionary_1.zdict holds them.
ByteView firstDictionaryBytes();

} // namespace puente
