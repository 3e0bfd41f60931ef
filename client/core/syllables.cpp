#include "client/core/syllables.h"

#include "common/base/expects.h"

#include <algorithm>
#include <array>

namespace puente {

namespace {

constexpr std::array<std::string_view, 13> kConsonants{"b", "d", "f", "g", "k", "l", "m",
                                                       "n", "p", "r", "s", "t", "ch"};
constexpr std::string_view kVowels = "aeiou";

struct SoundsLike {
    std::string_view written;
    std::string_view ours;
};

constexpr std::array<SoundsLike, 5> kSoundsLike{{{"v", "b"}, {"z", "s"}, {"qu", "k"}, {"q", "k"}, {"c", "k"}}};

/// The number of the consonant that `letters` begin with, which is cut off.
std::optional<std::size_t> takeConsonant(std::string_view& letters) {
    for (std::size_t i = 0; i < kConsonants.size(); ++i)
        if (letters.starts_with(kConsonants[i])) {
            letters.remove_prefix(kConsonants[i].size());
            return i;
        }
    for (const auto& [written, ours] : kSoundsLike)
        if (letters.starts_with(written)) {
            letters.remove_prefix(written.size());
            return std::ranges::find(kConsonants, ours) - kConsonants.begin();
        }
    return std::nullopt;
}

} // namespace

std::string syllableOf(std::size_t number) {
    expects(number < kSyllables);
    return std::string(kConsonants[number / kVowels.size()]) + kVowels[number % kVowels.size()];
}

std::optional<std::uint8_t> takeSyllable(std::string_view& letters) {
    std::string_view rest = letters;
    const auto consonant = takeConsonant(rest);
    if (!consonant || rest.empty()) return std::nullopt;
    const std::size_t vowel = kVowels.find(rest.front());
    if (vowel == std::string_view::npos) return std::nullopt;
    const std::size_t number = *consonant * kVowels.size() + vowel;
    if (number >= kSyllables) return std::nullopt; // "chu" would be the 65th
    letters = rest.substr(1);
    return static_cast<std::uint8_t>(number);
}

} // namespace puente
