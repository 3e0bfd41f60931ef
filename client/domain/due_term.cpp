#include "client/domain/due_term.h"

#include "client/domain/calendar.h"
#include "client/domain/day_text.h"
#include "client/domain/fold.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>
#include <utility>
#include <vector>

namespace puente {

namespace {

using Words = std::vector<std::string>;

template <typename T>
using Named = std::pair<std::string_view, T>;

constexpr std::array<Named<int>, 38> kMonths{
    {{"enero", 1},      {"january", 1},  {"jan", 1},        {"ene", 1},        {"febrero", 2},   {"february", 2},
     {"feb", 2},        {"marzo", 3},    {"march", 3},      {"mar", 3},        {"abril", 4},     {"april", 4},
     {"abr", 4},        {"apr", 4},      {"mayo", 5},       {"may", 5},        {"junio", 6},     {"june", 6},
     {"jun", 6},        {"julio", 7},    {"july", 7},       {"jul", 7},        {"agosto", 8},    {"august", 8},
     {"ago", 8},        {"aug", 8},      {"septiembre", 9}, {"september", 9},  {"setiembre", 9}, {"sept", 9},
     {"octubre", 10},   {"october", 10}, {"oct", 10},       {"noviembre", 11}, {"november", 11}, {"nov", 11},
     {"diciembre", 12}, {"december", 12}}};

constexpr std::array<Named<int>, 33> kNumbers{{{"un", 1},        {"una", 1},      {"one", 1},
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

constexpr std::array<Named<int>, 20> kOrdinals{{{"primer", 1}, {"primero", 1}, {"1er", 1}, {"first", 1},  {"1st", 1},
                                                {"i", 1},      {"segundo", 2}, {"2do", 2}, {"second", 2}, {"2nd", 2},
                                                {"ii", 2},     {"tercer", 3},  {"3er", 3}, {"third", 3},  {"3rd", 3},
                                                {"iii", 3},    {"cuarto", 4},  {"4to", 4}, {"fourth", 4}, {"iv", 4}}};

constexpr std::array<Named<DueTerm::Unit>, 15> kUnits{{{"dia", DueTerm::Unit::Days},
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

constexpr std::array<Named<int>, 24> kRhythms{
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

std::optional<int> digits(std::string_view text) {
    int number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || fault != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

/// A text's words, folded; what a remark in parentheses at its end says is left out.
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

/// Reads words from the left; every take moves on only if it takes something.
class Reader {
public:
    explicit Reader(const Words& words) : m_words(words) {}

    bool atEnd() const { return m_at == m_words.size(); }
    std::string_view peek() const { return atEnd() ? std::string_view() : std::string_view(m_words[m_at]); }

    /// The words of `phrase`, all of them.
    bool take(std::string_view phrase) {
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
        const auto number = digits(peek());
        if (!number || *number < min || *number > max) return std::nullopt;
        ++m_at;
        return number;
    }
    std::optional<int> takeYear() {
        skip({"del", "de", "of", "ano", "the year", "year"});
        return peek().size() == 4 ? takeNumber(1900, 2200) : std::nullopt;
    }
    std::string rest() {
        std::string text;
        for (; !atEnd(); ++m_at)
            text += (text.empty() ? "" : " ") + m_words[m_at];
        return text;
    }

private:
    const Words& m_words;
    std::size_t m_at = 0;
};

using Read = std::optional<DueTerm>;

DueTerm period(const Days& days) {
    return {.kind = DueTerm::Kind::Period, .first = days.first, .last = days.last};
}

DueTerm exact(Day day) {
    return {.kind = DueTerm::Kind::Exact, .first = day, .last = day};
}

// --- days and periods -----------------------------------------------------------------------------------------------

std::optional<Day> takeDay(Reader& reader) {
    if (const auto day = parseDay(reader.peek())) {
        (void)reader.take(reader.peek());
        return day;
    }
    auto month = reader.takeFrom(kMonths);
    const auto number = reader.takeNumber(1, 31);
    if (!number) return std::nullopt;
    reader.skip({"de", "of"});
    if (!month) month = reader.takeFrom(kMonths);
    const auto year = month ? reader.takeYear() : std::nullopt;
    return year ? dayOf(*year, *month, *number) : std::nullopt;
}

/// "17 de noviembre de 2011", and the bounds: "a más tardar el ...", "antes del ...".
Read readExact(Reader reader) {
    const bool isBound = reader.takeAny({"a mas tardar el", "no later than", "hasta el", "by", "until"});
    const bool isBefore = !isBound && reader.takeAny({"antes del", "before"});
    reader.skip({"el", "the", "on"});
    const auto day = takeDay(reader);
    if (!day || !reader.atEnd()) return std::nullopt;
    if (!isBefore) return exact(*day);
    const Day last{day->number - 1};
    return period({last, last}); // and not the day itself, so that the text stays as it was written
}

std::optional<Days> isoPeriod(std::string_view word) {
    const std::size_t slash = word.find('/'), dash = word.find('-');
    if (slash != std::string_view::npos) {
        const auto first = parseDay(word.substr(0, slash)), last = parseDay(word.substr(slash + 1));
        return first && last && *first <= *last ? std::optional(Days{*first, *last}) : std::nullopt;
    }
    if (const auto quarter = readQuarter(word)) return quarter->days();
    if (dash != 4) return std::nullopt;
    const auto year = digits(word.substr(0, 4)), rest = digits(word.substr(5));
    if (!year || !rest || *year < 1900) return std::nullopt;
    if (word.size() == 7 && *rest >= 1 && *rest <= 12) return monthOf(*year, *rest);
    if (word.size() == 9 && *rest >= *year) return Days{*dayOf(*year, 1, 1), *dayOf(*rest, 12, 31)};
    return std::nullopt;
}

/// "2026-T3", "2019-2022", "2021-09", "2003-06-01/2004-12-31".
Read readIsoPeriod(Reader reader) {
    reader.skip({"period", "periodo", "el", "the"});
    const auto days = isoPeriod(reader.peek());
    (void)reader.take(reader.peek());
    return days && reader.atEnd() ? Read(period(*days)) : std::nullopt;
}

/// "septiembre de 2010", "a finales de junio de 2010", "febrero o marzo de 2011".
Read readMonths(Reader reader) {
    reader.skip({"durante", "during", "el mes de", "mes de", "the month of", "en", "in", "a finales de", "finales de",
                 "a fines de", "fines de", "late", "the end of", "end of", "by"});
    const auto first = reader.takeFrom(kMonths);
    if (!first) return std::nullopt;
    const bool isSpan = reader.takeAny({"o", "a", "y", "or", "to", "and", "-"});
    const auto last = isSpan ? reader.takeFrom(kMonths) : first;
    const auto year = last && *last >= *first ? reader.takeYear() : std::nullopt;
    if (!year || !reader.atEnd()) return std::nullopt;
    return period({monthOf(*year, *first).first, monthOf(*year, *last).last});
}

/// "primer trimestre del año 2000", "second half of 2020", "first trimester of 2001".
Read readPartOfYear(Reader reader) {
    reader.skip({"durante", "during", "en", "in", "el", "the"});
    const auto ordinal = reader.takeFrom(kOrdinals);
    if (!ordinal) return std::nullopt;
    const bool isQuarter = reader.takeAny({"trimestre", "quarter", "trimester"});
    const bool isHalf = !isQuarter && reader.takeAny({"semestre", "half", "semester"});
    const auto year = isQuarter || isHalf ? reader.takeYear() : std::nullopt;
    const int months = isQuarter ? 3 : 6;
    if (!year || !reader.atEnd() || *ordinal * months > 12) return std::nullopt;
    return period(stretchOf(*dayOf(*year, *ordinal * months, 1), months));
}

/// "2021", "durante el año 2021", "a finales de 2021".
Read readYear(Reader reader) {
    reader.skip({"durante", "during", "en", "in", "el", "the", "a finales de", "finales de", "a fines de", "end of"});
    const auto year = reader.takeYear();
    if (!year || !reader.atEnd()) return std::nullopt;
    return period({*dayOf(*year, 1, 1), *dayOf(*year, 12, 31)});
}

// --- meetings and counted terms -------------------------------------------------------------------------------------

/// True for words that can be the name of a meeting.
bool isMeeting(const std::string& name) {
    constexpr std::array<std::string_view, 13> kTelling{"crm",
                                                        "rcm",
                                                        "grcm",
                                                        "rcgm",
                                                        "grc",
                                                        "conferencia",
                                                        "conference",
                                                        "reunion",
                                                        "meeting",
                                                        "viceministerial",
                                                        "vice-ministerial",
                                                        "monitoreo",
                                                        "monitoring"};
    const Words words = wordsOf(name);
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        return std::find(kTelling.begin(), kTelling.end(), word) != kTelling.end();
    });
}

/// The name of a meeting, to the end; empty for "the next one".
std::optional<std::string> takeMeeting(Reader& reader) {
    reader.skip({"la", "el", "the"});
    const bool isNext = reader.takeAny({"proxima", "siguiente", "next", "upcoming"});
    const std::string name = reader.rest();
    if (!isMeeting(name)) return std::nullopt;
    return isNext ? std::string() : name;
}

/// "antes de la XXIII CRM", "next Vice-Ministerial Meeting", "en la XX CRM".
Read readMeeting(Reader reader) {
    const bool isBefore = reader.takeAny({"antes de", "previo a", "before", "prior to"});
    const bool isAt = !isBefore && reader.takeAny({"para", "en", "durante", "at", "in", "during", "by", "for"});
    const bool isNext = reader.peek() == "next" || reader.peek() == "upcoming" || reader.peek() == "proxima";
    if (!isBefore && !isAt && !isNext) return std::nullopt;
    auto meeting = takeMeeting(reader);
    if (!meeting) return std::nullopt;
    return DueTerm{.kind = DueTerm::Kind::AtMeeting, .isBefore = isBefore, .meeting = std::move(*meeting)};
}

std::optional<int> takeCount(Reader& reader) {
    if (const auto number = reader.takeNumber(1, 1000)) return number;
    return reader.takeFrom(kNumbers);
}

/// "60 días después de la notificación", "en un plazo no mayor de sesenta días", "30 days before the XX RCM".
Read readCounted(Reader reader) {
    reader.skip({"en el plazo de", "en un plazo de", "en un plazo", "plazo", "dentro de", "within", "no mayor de",
                 "no mayor a", "maximo de", "de", "in", "a", "a maximum of", "no more than"});
    const auto count = takeCount(reader);
    const auto unit = count ? reader.takeFrom(kUnits) : std::nullopt;
    if (!unit) return std::nullopt;
    DueTerm term{.kind = DueTerm::Kind::Counted, .count = *count, .unit = *unit};
    if (reader.atEnd()) return term;
    term.isBefore = reader.takeAny({"antes de", "before", "prior to"});
    if (!term.isBefore && !reader.takeAny({"despues de", "a partir de", "desde", "tras", "posteriores a",
                                           "contados desde", "after", "from", "of"}))
        return std::nullopt;
    Reader event = reader;
    event.skip({"la", "su", "the", "its"});
    if (!term.isBefore && event.takeAny({"notificacion", "notification"}) && event.atEnd()) return term;
    auto meeting = takeMeeting(reader);
    if (!meeting || meeting->empty()) return std::nullopt;
    term.meeting = std::move(*meeting);
    return term;
}

Read readRecurring(const std::string& words) {
    const auto months = lookedUp(kRhythms, words);
    if (!months) return std::nullopt;
    return DueTerm{.kind = DueTerm::Kind::Recurring, .everyMonths = *months};
}

Day moved(Day day, const DueTerm& term) {
    const int count = term.isBefore ? -term.count : term.count;
    switch (term.unit) {
    case DueTerm::Unit::Days: return {day.number + count};
    case DueTerm::Unit::Weeks: return {day.number + 7 * count};
    case DueTerm::Unit::Months: return plusMonths(day, count);
    case DueTerm::Unit::Years: return plusMonths(day, 12 * count);
    }
    return day;
}

std::optional<Day> nextOccurrence(const DueTerm& term, const TermContext& context) {
    if (context.reported)
        return stretchOf({stretchOf(*context.reported, term.everyMonths).last.number + 1}, term.everyMonths).last;
    if (context.since) return stretchOf(*context.since, term.everyMonths).last;
    return std::nullopt;
}

} // namespace

DueTerm readTerm(std::string_view text) {
    if (const auto day = parseDay(trimmed(text))) return exact(*day);
    const Words words = wordsOf(text);
    if (words.empty()) return {};
    for (const auto read : {readExact, readIsoPeriod, readMonths, readPartOfYear, readYear, readMeeting, readCounted})
        if (auto term = read(Reader(words))) return *term;
    if (auto term = readRecurring(Reader(words).rest())) return *term;
    return {};
}

std::optional<Day> lastDayOf(const DueTerm& term, const TermContext& context) {
    const auto from = [&](const std::optional<Day>& event) {
        return event ? std::optional(moved(*event, term)) : std::nullopt;
    };
    switch (term.kind) {
    case DueTerm::Kind::Exact:
    case DueTerm::Kind::Period: return term.last;
    case DueTerm::Kind::Counted: return from(term.meeting.empty() ? context.notified : context.meeting);
    case DueTerm::Kind::AtMeeting:
        if (!context.meeting) return std::nullopt;
        return Day{context.meeting->number - (term.isBefore ? 1 : 0)};
    case DueTerm::Kind::Recurring: return nextOccurrence(term, context);
    case DueTerm::Kind::Unread: return std::nullopt;
    }
    return std::nullopt;
}

} // namespace puente
