#pragma once

#include "sync/model/value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace puente {

/// What the text of a due date says, as far as that is certain. The patterns, in Spanish and English:
/// docs/due_dates.md.
struct DueTerm {
    enum class Kind : std::uint8_t {
        Unread,    ///< nothing that is certain: "en el corto plazo", "a inicios del 2017"
        Exact,     ///< one day, in `last`
        Period,    ///< any time from `first` to `last`
        Counted,   ///< so many units from an event: "60 días después de la notificación"
        AtMeeting, ///< at or before a meeting: "antes de la XXIII CRM", "next RCGM meeting"
        Recurring, ///< again and again: "trimestral", "twice a year"
    };
    enum class Unit : std::uint8_t { Days, Weeks, Months, Years };

    Kind kind = Kind::Unread;
    Day first = {}; ///< Period
    Day last = {};  ///< Exact, Period
    int count = 0;  ///< Counted
    Unit unit = Unit::Days;
    bool isBefore = false; ///< Counted: before the meeting; AtMeeting: it must be done before the meeting begins
    /// Counted and AtMeeting: what the meeting is called. Empty: of a counted term, the notification; of a meeting, the
    /// next one, whichever that is.
    std::string meeting = {};
    int everyMonths = 0; ///< Recurring
};

/// Reads the text of a due date.
DueTerm readTerm(std::string_view text);

/// What a term has to be held against. Nothing is guessed: what is not known leaves the term without a day.
struct TermContext {
    std::optional<Day> notified = {}; ///< from when a counted term runs
    std::optional<Day> meeting = {};  ///< the day on which the meeting that the term names begins
    std::optional<Day> since = {};    ///< from when a recurring term runs
    std::optional<Day> reported = {}; ///< the last day for which something was reported
};

/// The last day on which something due so is in time; nothing if that cannot be said.
/// A recurring term is due at the end of each of its periods (of the calendar year): at the end of the first one not
/// reported on since `since`; without that, of the one after `reported`.
std::optional<Day> lastDayOf(const DueTerm& term, const TermContext& context);

} // namespace puente
