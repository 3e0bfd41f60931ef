#pragma once

#include "common/base/bytes.h"
#include "common/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace puente {

/// Words of three syllables that carry secret bytes over paper or telephone: two syllables of content (twelve bits) and
/// one that checks them and the word's place. Within a word any one wrong syllable, or two that changed places, is
/// found, and so is any word at another's place; of other wrong words one in 64 passes, for the content's own checksum
/// to catch. docs/formats/recovery_kit.md.
inline constexpr std::size_t kBitsInWord = 12;
inline constexpr std::size_t kWordsMax = 63; // each place has its own number in the check

/// What stands in the words: four bits that say what it is, then bytes, together whole words.
std::vector<std::string> wordsOf(std::uint8_t kind, ByteView bytes);

struct WordContent {
    std::uint8_t kind = 0;
    Bytes bytes;
    bool isEmpty = true;       ///< there is not one letter
    bool isFinished = false;   ///< false: a word is wrong or missing
    std::size_t wordsRead = 0; ///< how many words from the first on are right
};

/// Reads words until one is wrong. Case, accents, numbers, punctuation, blanks and line breaks do not matter, not even
/// whether words are kept apart: every word has three syllables.
WordContent readWords(std::string_view text);

} // namespace puente
