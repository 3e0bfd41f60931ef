#include "client/domain/fold.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace puente {

namespace {

/// The base letters of U+00C0..U+017F, lower case; '.' where a letter has none and stays what it is.
constexpr std::string_view kLatin1Base = "aaaaaa.ceeeeiiii.nooooo.ouuuuy..aaaaaa.ceeeeiiii.nooooo.ouuuuy.y";
constexpr std::string_view kLatinExtendedBase = "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk.lllllll"
                                                "lllnnnnnnn..oooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(kLatin1Base.size() == 0x40);
static_assert(kLatinExtendedBase.size() == 0x80);

bool isSpace(char letter) {
    return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r' || letter == '\f' || letter == '\v';
}

/// The code point of a two-byte character; 0 if there is none at this place.
std::uint32_t twoByteCharacter(std::string_view text, std::size_t at) {
    if (at + 1 >= text.size()) return 0;
    const auto lead = static_cast<std::uint8_t>(text[at]), trail = static_cast<std::uint8_t>(text[at + 1]);
    if ((lead & 0xe0) != 0xc0 || (trail & 0xc0) != 0x80) return 0;
    return (lead & 0x1fu) << 6 | (trail & 0x3fu);
}

bool isCombiningMark(std::uint32_t character) {
    return character >= 0x300 && character <= 0x36f;
}

/// The plain letter behind an accented one; 0 if it has none.
char baseLetter(std::uint32_t character) {
    char base = '.';
    if (character >= 0xc0 && character < 0x100) base = kLatin1Base[character - 0xc0];
    if (character >= 0x100 && character < 0x180) base = kLatinExtendedBase[character - 0x100];
    return base == '.' ? '\0' : base;
}

/// Folds what takes two bytes in UTF-8 into `folded`.
void foldWide(std::uint32_t character, std::string_view raw, std::string& folded) {
    if (isCombiningMark(character)) return;
    if (const char base = baseLetter(character)) {
        folded.push_back(base);
    } else if (character >= 0xc0 && character < 0xdf && character != 0xd7) { // Æ, Ð, Ø, Þ: lower case is 32 further on
        folded.push_back(raw[0]);
        folded.push_back(static_cast<char>(raw[1] + 0x20));
    } else {
        folded.append(raw);
    }
}

char lowered(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
}

/// Appends one space, unless it would lead or repeat.
void foldSpace(std::string& folded) {
    if (!folded.empty() && folded.back() != ' ') folded.push_back(' ');
}

} // namespace

std::string fold(std::string_view text) {
    std::string folded;
    folded.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        if (const std::uint32_t wide = twoByteCharacter(text, at)) {
            if (wide == 0xa0)
                foldSpace(folded);
            else
                foldWide(wide, text.substr(at, 2), folded);
            at += 2;
            continue;
        }
        if (isSpace(text[at]))
            foldSpace(folded);
        else
            folded.push_back(lowered(text[at]));
        ++at;
    }
    if (!folded.empty() && folded.back() == ' ') folded.pop_back();
    return folded;
}

std::string foldName(std::string_view text) {
    std::string spaced(text);
    for (char& letter : spaced)
        if (letter == '_' || letter == '-' || letter == '.') letter = ' ';
    return fold(spaced);
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

std::string_view clipped(std::string_view text, std::size_t sizeMax) {
    if (text.size() <= sizeMax) return text;
    while (sizeMax > 0 && (static_cast<std::uint8_t>(text[sizeMax]) & 0xc0) == 0x80)
        --sizeMax;
    return text.substr(0, sizeMax);
}

std::vector<std::string> splitWords(std::string_view folded) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t end = std::min(folded.find(' ', at), folded.size());
        if (end > at) words.emplace_back(folded.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

} // namespace puente
