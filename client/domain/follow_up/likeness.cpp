#include "client/domain/follow_up/likeness.h"

#include "client/domain/fold.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <string>
#include <vector>

namespace puente {

namespace {

constexpr std::size_t kWordSizeMin = 3;
constexpr std::array<std::string_view, 29> kEmptyWords{
    "las",  "los", "una",  "uno",   "del",   "con",  "por",  "para", "que", "sus", "and", "the", "for", "with", "from",
    "that", "its", "como", "entre", "sobre", "este", "esta", "al",   "de",  "en",  "la",  "el",  "of",  "to"};

bool isPartOfWord(char character) {
    const auto byte = static_cast<unsigned char>(character);
    return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

std::set<std::string> wordsOf(std::string_view text) {
    std::set<std::string> words;
    std::string word;
    const auto keep = [&] {
        if (word.size() >= kWordSizeMin && std::find(kEmptyWords.begin(), kEmptyWords.end(), word) == kEmptyWords.end())
            words.insert(word);
        word.clear();
    };
    for (const std::string folded = fold(text); const char character : folded)
        if (isPartOfWord(character))
            word += character;
        else
            keep();
    keep();
    return words;
}

} // namespace

Likeness likenessOf(std::string_view one, std::string_view other) {
    const std::set<std::string> a = wordsOf(one), b = wordsOf(other);
    std::vector<std::string> shared;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
    return {shared.size(), a.size() + b.size() - shared.size()};
}

} // namespace puente
