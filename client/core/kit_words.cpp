#include "client/core/kit_words.h"

#include "client/core/syllables.h"
#include "common/base/expects.h"

#include <array>

namespace puente {

namespace {

/// Twice a number in GF(64) modulo x^6 + x + 1.
std::uint8_t doubled(std::uint8_t number) {
    return static_cast<std::uint8_t>((number << 1 ^ (number & 0x20U ? 0x43U : 0U)) & 0x3fU);
}

/// The third syllable: 2a + 3b + place. The factors are neither 0, 1 nor each other, so it changes with either
/// syllable, and when any two of the three change places.
std::uint8_t checkOf(std::uint8_t first, std::uint8_t second, std::size_t place) {
    return static_cast<std::uint8_t>(doubled(first) ^ doubled(second) ^ second ^ place);
}

constexpr char kNoLetter = 0;
constexpr char kForeignLetter = '?';

/// The plain letters of U+00C0 to U+00FF, a blank where there is none.
constexpr std::string_view kPlainLetters = "aaaaaa?ceeeeiiii?nooooo ouuuuy??"
                                           "aaaaaa?ceeeeiiii?nooooo ouuuuy?y";
static_assert(kPlainLetters.size() == 64);

/// The letter that a two-byte character stands for.
char plainLetter(std::uint8_t lead, std::uint8_t next) {
    if (lead == 0xc3) {
        const char letter = kPlainLetters[next & 0x3fU];
        return letter == ' ' ? kNoLetter : letter;
    }
    const bool isCombiningAccent = lead == 0xcc || (lead == 0xcd && next < 0xb0);
    return isCombiningAccent || lead == 0xc2 ? kNoLetter : kForeignLetter;
}

/// Lower-case ASCII letters of a text, accents off; '?' for a letter that cannot be one of ours.
std::string lettersOf(std::string_view text) {
    std::string letters;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<std::uint8_t>(text[i]);
        char letter = kNoLetter;
        if (byte >= 'a' && byte <= 'z') letter = text[i];
        if (byte >= 'A' && byte <= 'Z') letter = static_cast<char>(byte - 'A' + 'a');
        if (byte >= 0xc2 && byte < 0xe0 && i + 1 < text.size())
            letter = plainLetter(byte, static_cast<std::uint8_t>(text[++i]));
        else if (byte > 0xe2) // E2 begins typographic dashes, quotes and blanks
            letter = kForeignLetter;
        if (letter != kNoLetter) letters += letter;
    }
    return letters;
}

/// Twelve bits at a time to bytes: the first four bits are the kind.
class BitSink {
public:
    BitSink() { m_bytes.reserve(kWordsMax * kBitsInWord / 8 + 1); } // growing would leave copies of a secret behind

    void add(std::uint8_t syllable) {
        m_bits = m_bits << 6 | syllable;
        m_count += 6;
        if (!m_hasKind) {
            if (m_count >= 4) takeKind();
            return;
        }
        if (m_count < 8) return;
        m_count -= 8;
        m_bytes.push_back(static_cast<std::uint8_t>(m_bits >> m_count));
    }
    std::uint8_t kind() const { return m_kind; }
    Bytes takeBytes() { return std::move(m_bytes); }

private:
    void takeKind() {
        m_count -= 4;
        m_kind = static_cast<std::uint8_t>(m_bits >> m_count & 0xfU);
        m_hasKind = true;
    }

    std::uint32_t m_bits = 0;
    unsigned m_count = 0;
    bool m_hasKind = false;
    std::uint8_t m_kind = 0;
    Bytes m_bytes;
};

/// The six bits from `from` on of four bits of kind and the bytes.
std::uint8_t sixBits(std::uint8_t kind, ByteView bytes, std::size_t from) {
    unsigned six = 0;
    for (std::size_t bit = from; bit < from + 6; ++bit) {
        const unsigned value = bit < 4 ? kind >> (3 - bit) : bytes[(bit - 4) / 8] >> (7 - (bit - 4) % 8);
        six = six << 1 | (value & 1U);
    }
    return static_cast<std::uint8_t>(six);
}

struct Word {
    std::uint8_t first = 0;
    std::uint8_t second = 0;
};

/// The word that the letters begin with, if it is whole and right at this place.
std::optional<Word> takeWord(std::string_view& letters, std::size_t place) {
    const auto first = takeSyllable(letters), second = takeSyllable(letters), check = takeSyllable(letters);
    if (!first || !second || check != checkOf(*first, *second, place)) return std::nullopt;
    return Word{*first, *second};
}

} // namespace

std::vector<std::string> wordsOf(std::uint8_t kind, ByteView bytes) {
    const std::size_t bits = 4 + 8 * bytes.size();
    expects(kind < 16 && bits % kBitsInWord == 0 && bits / kBitsInWord <= kWordsMax);
    std::vector<std::string> words;
    for (std::size_t bit = 0; bit < bits; bit += kBitsInWord) {
        const std::uint8_t first = sixBits(kind, bytes, bit), second = sixBits(kind, bytes, bit + 6);
        words.push_back(syllableOf(first) + syllableOf(second) + syllableOf(checkOf(first, second, words.size() + 1)));
    }
    return words;
}

WordContent readWords(std::string_view text) {
    const std::string all = lettersOf(text);
    std::string_view letters = all;
    WordContent content;
    content.isEmpty = letters.empty();
    BitSink bits;
    while (!letters.empty() && content.wordsRead < kWordsMax) {
        const auto word = takeWord(letters, content.wordsRead + 1);
        if (!word) break;
        bits.add(word->first);
        bits.add(word->second);
        ++content.wordsRead;
        content.isFinished = letters.empty();
    }
    content.kind = bits.kind();
    content.bytes = bits.takeBytes();
    return content;
}

} // namespace puente
