#pragma once

#include "common/time/clock.h"
#include "sync/model/value.h"

#include <optional>
#include <string>
#include <string_view>

namespace puente {

/// A stretch of days, both ends included.
struct Days {
    Day first;
    Day last;
    bool contains(Day day) const { return first <= day && day <= last; }
    friend bool operator==(const Days&, const Days&) = default;
};

/// True for a day between these two, both included; one that is missing bounds nothing.
inline bool isWithin(Day day, const std::optional<Day>& first, const std::optional<Day>& last) {
    return (!first || *first <= day) && (!last || day <= *last);
}

/// The day, if the calendar has it and its year has four digits.
std::optional<Day> dayOf(int year, int month, int day);
Days monthOf(int year, int month);
/// `months` of 1, 3, 6 or 12, counted within the calendar year: the stretch that `day` lies in.
Days stretchOf(Day day, int months);

/// The day it is in UTC.
Day dayOf(Instant instant);
int yearOf(Day day);
/// As many months later; in a shorter month its last day.
Day plusMonths(Day day, int months);

/// A quarter of a calendar year.
struct Quarter {
    int year = 0;
    int number = 1; ///< 1 to 4
    Days days() const { return stretchOf(*dayOf(year, number * 3, 1), 3); }
    friend auto operator<=>(const Quarter&, const Quarter&) = default;
};

/// "2026-T3", "2026-Q3", "T3 2026", "2026 q3": nothing for anything else.
std::optional<Quarter> readQuarter(std::string_view text);
/// "2026-Q3": the form in which quarters are stored, whatever the language.
std::string formatQuarter(const Quarter& quarter);
Quarter quarterOf(Day day);
Quarter before(const Quarter& quarter);

} // namespace puente
