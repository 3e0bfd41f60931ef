#include "client/domain/csv.h"

#include <algorithm>
#include <array>

namespace puente {

namespace {

constexpr char kApostrophe = '\'';

/// How a formula may begin: the signs, what a spreadsheet skips before them, and their full-width forms.
constexpr std::array<std::string_view, 11> kTriggers{
    "=", "+", "-", "@", "\t", "\r", "\n", "\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d", "\xef\xbc\xa0"};

/// True for a trigger, with any number of apostrophes before it.
bool looksLikeFormula(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(kApostrophe), text.size()));
    return std::any_of(kTriggers.begin(), kTriggers.end(),
                       [&](std::string_view trigger) { return text.starts_with(trigger); });
}

void appendQuoted(std::string& target, std::string_view cell) {
    target.push_back('"');
    for (const char letter : cell) {
        if (letter == '"') target.push_back('"');
        target.push_back(letter);
    }
    target.push_back('"');
}

} // namespace

std::string harmlessCell(std::string_view text) {
    return looksLikeFormula(text) ? kApostrophe + std::string(text) : std::string(text);
}

std::string restoreCell(std::string_view cell) {
    const bool marked = cell.starts_with(kApostrophe) && looksLikeFormula(cell);
    return std::string(cell.substr(marked ? 1 : 0));
}

std::string writeCsv(const std::vector<std::vector<std::string>>& rows, CsvFlavour flavour) {
    std::string text = flavour == CsvFlavour::SpanishExcel ? "\xef\xbb\xbf" : "";
    const char delimiter = flavour == CsvFlavour::SpanishExcel ? ';' : ',';
    for (const std::vector<std::string>& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) text.push_back(delimiter);
            appendQuoted(text, harmlessCell(row[i]));
        }
        text += "\r\n";
    }
    return text;
}

} // namespace puente
