#pragma once

#include "client/domain/due_term.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace puente {

// The words in which due dates are written, in both languages, and a reader over them. For due_term.cpp.

using Words = std::vector<std::string>;

template <typename T>
using Named = std::pair<std::string_view, T>;

inline constexpr std::array<Named<int>, 38> kMonths{
    {{"enero", 1},      {"january", 1},  {"jan", 1},        {"ene", 1},        {"febrero", 2},   {"february", 2},
     {"feb", 2},        {"marzo", 3},    {"march", 3},      {"mar", 3},        {"abril", 4},     {"april", 4},
     {"abr", 4},        {"apr", 4},      {"mayo", 5},       {"may", 5},        {"junio", 6},     {"june", 6},
     {"jun", 6},        {"julio", 7},    {"july", 7},       {"jul", 7},        {"agosto", 8},    {"august", 8},
     {"ago", 8},        {"aug", 8},      {"septiembre", 9}, {"september", 9},  {"setiembre", 9}, {"sept", 9},
     {"octubre", 10},   {"october", 10}, {"oct", 10},       {"noviembre", 11}, {"november", 11}, {"nov", 11},
     {"diciembre", 12}, {"december", 12}}};

inline constexpr std::array<Named<int>, 33> kNumbers{{{"un", 1},        {"una", 1},      {"one", 1},
                                                      {"dos", 2},       {"two", 2},      {"tres", 3},
                                                      {"three", 3},     {"cuatro", 4},   {"four", 4},
                                                      {"cinco", 5},     {"five", 5},     {"seis", 6},
                                                      {"six", 6},       {"siete", 7},    {"ocho", 8},
                                                      {"nueve", 9},     {"diez", 10},    {"ten", 10},
                                                      {"quince", 15},   {"fifteen", 15}, {"veinte", 20},
                                                      {"twenty", 20},   {"treinta", 30}, {"thirty", 30},
                                                      {"cuarenta", 40}, {"forty", 40},   {"cuarenticinco", 45},
                                                      {"sesenta", 60},  {"sixty", 60},   {"noventa", 90},
                                                      {"ninety", 90},   {"cien", 100},   {"hundred", 100}}};

inline constexpr std::array<Named<int>, 20> kOrdinals{
    {{"primer", 1}, {"primero", 1}, {"1er", 1},    {"first", 1}, {"1st", 1},    {"i", 1},   {"segundo", 2},
     {"2do", 2},    {"second", 2},  {"2nd", 2},    {"ii", 2},    {"tercer", 3}, {"3er", 3}, {"third", 3},
     {"3rd", 3},    {"iii", 3},     {"cuarto", 4}, {"4to", 4},   {"fourth", 4}, {"iv", 4}}};

inline constexpr std::array<Named<DueTerm::Unit>, 15> kUnits{{{"dia", DueTerm::Unit::Days},
                                                              {"dias", DueTerm::Unit::Days},
                                                              {"day", DueTerm::Unit::Days},
                                                              {"days", DueTerm::Unit::Days},
                                                              {"semana", DueTerm::Unit::Weeks},
                                                              {"semanas", DueTerm::Unit::Weeks},
                                                              {"week", DueTerm::Unit::Weeks},
                                                              {"weeks", DueTerm::Unit::Weeks},
                                                              {"mes", DueTerm::Unit::Months},
                                                              {"meses", DueTerm::Unit::Months},
                                                              {"month", DueTerm::Unit::Months},
                                                              {"months", DueTerm::Unit::Months},
                                                              {"ano", DueTerm::Unit::Years},
                                                              {"anos", DueTerm::Unit::Years},
                                                              {"years", DueTerm::Unit::Years}}};

inline constexpr std::array<Named<int>, 24> kRhythms{
    {{"mensual", 1},         {"mensualmente", 1},     {"cada mes", 1},        {"monthly", 1},
     {"every month", 1},     {"trimestral", 3},       {"trimestralmente", 3}, {"cada trimestre", 3},
     {"cada tres meses", 3}, {"quarterly", 3},        {"every quarter", 3},   {"semestral", 6},
     {"semestralmente", 6},  {"cada semestre", 6},    {"cada seis meses", 6}, {"dos veces al ano", 6},
     {"twice a year", 6},    {"every six months", 6}, {"anual", 12},          {"anualmente", 12},
     {"cada ano", 12},       {"annual", 12},          {"annually", 12},       {"every year", 12}}};

template <typename Table>
auto lookedUp(const Table& table, std::string_view word) -> std::optional<decltype(table.front().second)> {
    const auto found = std::find_if(table.begin(), table.end(), [&](const auto& named) { return named.first == word; });
    if (found == table.end()) return std::nullopt;
    return found->second;
}

/// A number in digits and nothing else.
std::optional<int> digitsIn(std::string_view text);

/// A text's words, folded; what a remark in parentheses at its end says is left out.
Words wordsOf(std::string_view text);

/// Reads words from the left; every take moves on only if it takes something.
class WordReader {
public:
    explicit WordReader(const Words& words) : m_words(words) {}

    bool atEnd() const { return m_at == m_words.size(); }
    std::string_view peek() const { return atEnd() ? std::string_view() : std::string_view(m_words[m_at]); }

    /// The words of `phrase`, all of them.
    bool take(std::string_view phrase);
    /// The first of these phrases that stands there.
    bool takeAny(std::initializer_list<std::string_view> phrases) {
        return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) { return take(phrase); });
    }
    /// As many of these phrases as stand there.
    void skip(std::initializer_list<std::string_view> phrases) {
        while (takeAny(phrases)) {
        }
    }
    template <typename Table>
    auto takeFrom(const Table& table) -> std::optional<decltype(table.front().second)> {
        const auto found = lookedUp(table, peek());
        if (found) ++m_at;
        return found;
    }
    std::optional<int> takeNumber(int min, int max) {
        const auto number = digitsIn(peek());
        if (!number || *number < min || *number > max) return std::nullopt;
        ++m_at;
        return number;
    }
    std::optional<int> takeYear() {
        skip({"del", "de", "of", "ano", "the year", "year"});
        return peek().size() == 4 ? takeNumber(1900, 2200) : std::nullopt;
    }
    /// All that is left, and moves to the end.
    std::string rest();

private:
    const Words& m_words;
    std::size_t m_at = 0;
};

} // namespace puente
