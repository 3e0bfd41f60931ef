#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace puente {

/// The 64 syllables that keys are read aloud in: a consonant and a vowel, six bits. They sound different in Spanish and
/// in English alike (no b beside v, no s beside z, no silent h).
inline constexpr std::size_t kSyllables = 64;

/// The syllable of a number below 64.
std::string syllableOf(std::size_t number);

/// Takes the syllable that `letters` (lower-case ASCII) begin with. Letters that are not ours but sound like one of
/// ours are taken for it: v for b, z for s, c or q(u) for k.
std::optional<std::uint8_t> takeSyllable(std::string_view& letters);

} // namespace puente
