#include "client/domain/due_words.h"

#include "client/domain/fold.h"

#include <charconv>

namespace puente {

std::optional<int> digitsIn(std::string_view text) {
    int number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || fault != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

Words wordsOf(std::string_view text) {
    std::string folded = fold(text);
    if (folded.ends_with(')'))
        if (const std::size_t open = folded.find(" ("); open != std::string::npos) folded.resize(open);
    Words words;
    std::string word;
    for (const char letter : folded + ' ') {
        if (letter != ' ' && letter != ',') {
            word.push_back(letter);
            continue;
        }
        while (word.size() > 1 && (word.back() == '.' || word.back() == ';'))
            word.pop_back();
        if (!word.empty()) words.push_back(std::exchange(word, {}));
    }
    return words;
}

bool WordReader::take(std::string_view phrase) {
    const std::size_t before = m_at;
    for (const std::string& word : wordsOf(phrase))
        if (peek() == word) {
            ++m_at;
        } else {
            m_at = before;
            return false;
        }
    return true;
}

std::string WordReader::rest() {
    std::string text;
    for (; !atEnd(); ++m_at)
        text += (text.empty() ? "" : " ") + m_words[m_at];
    return text;
}

} // namespace puente
