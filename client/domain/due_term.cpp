#include "client/domain/due_term.h"

#include "client/domain/calendar.h"
#include "client/domain/day_text.h"
#include "client/domain/due_words.h"
#include "client/domain/fold.h"

#include <algorithm>
#include <array>

namespace puente {

namespace {

using Read = std::optional<DueTerm>;

DueTerm period(const Days& days) {
    return {.kind = DueTerm::Kind::Period, .first = days.first, .last = days.last};
}

DueTerm exact(Day day) {
    return {.kind = DueTerm::Kind::Exact, .first = day, .last = day};
}

// --- days and periods -----------------------------------------------------------------------------------------------

std::optional<Day> takeDay(WordReader& reader) {
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
Read readExact(WordReader reader) {
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
    const auto year = digitsIn(word.substr(0, 4)), rest = digitsIn(word.substr(5));
    if (!year || !rest || *year < 1900) return std::nullopt;
    if (word.size() == 7 && *rest >= 1 && *rest <= 12) return monthOf(*year, *rest);
    if (word.size() == 9 && *rest >= *year) return Days{*dayOf(*year, 1, 1), *dayOf(*rest, 12, 31)};
    return std::nullopt;
}

/// "2026-T3", "2019-2022", "2021-09", "2003-06-01/2004-12-31".
Read readIsoPeriod(WordReader reader) {
    reader.skip({"period", "periodo", "el", "the"});
    const auto days = isoPeriod(reader.peek());
    (void)reader.take(reader.peek());
    return days && reader.atEnd() ? Read(period(*days)) : std::nullopt;
}

/// "septiembre de 2010", "a finales de junio de 2010", "febrero o marzo de 2011".
Read readMonths(WordReader reader) {
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
Read readPartOfYear(WordReader reader) {
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
Read readYear(WordReader reader) {
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
std::optional<std::string> takeMeeting(WordReader& reader) {
    reader.skip({"la", "el", "the"});
    const bool isNext = reader.takeAny({"proxima", "siguiente", "next", "upcoming"});
    const std::string name = reader.rest();
    if (!isMeeting(name)) return std::nullopt;
    return isNext ? std::string() : name;
}

/// "antes de la XXIII CRM", "next Vice-Ministerial Meeting", "en la XX CRM".
Read readMeeting(WordReader reader) {
    const bool isBefore = reader.takeAny({"antes de", "previo a", "before", "prior to"});
    const bool isAt = !isBefore && reader.takeAny({"para", "en", "durante", "at", "in", "during", "by", "for"});
    const bool isNext = reader.peek() == "next" || reader.peek() == "upcoming" || reader.peek() == "proxima";
    if (!isBefore && !isAt && !isNext) return std::nullopt;
    auto meeting = takeMeeting(reader);
    if (!meeting) return std::nullopt;
    return DueTerm{.kind = DueTerm::Kind::AtMeeting, .isBefore = isBefore, .meeting = std::move(*meeting)};
}

std::optional<int> takeCount(WordReader& reader) {
    if (const auto number = reader.takeNumber(1, 1000)) return number;
    return reader.takeFrom(kNumbers);
}

/// "60 días después de la notificación", "en un plazo no mayor de sesenta días", "30 days before the XX RCM".
Read readCounted(WordReader reader) {
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
    WordReader event = reader;
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
        if (auto term = read(WordReader(words))) return *term;
    if (auto term = readRecurring(WordReader(words).rest())) return *term;
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
