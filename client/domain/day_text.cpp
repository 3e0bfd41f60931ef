#include "client/domain/day_text.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace puente {

namespace {

constexpr int kYearMin = 1, kYearMax = 9999;

std::optional<int> digits(std::string_view text) {
    int number = 0;
    if (text.empty() || text.front() < '0' || text.front() > '9') return std::nullopt;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

} // namespace

std::optional<Day> parseDay(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = digits(text.substr(0, 4)), month = digits(text.substr(5, 2)), day = digits(text.substr(8, 2));
    if (!year || !month || !day || *year < kYearMin) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok()) return std::nullopt;
    return Day{static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count())};
}

std::string formatDay(Day day) {
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day.number))};
    const int year = static_cast<int>(date.year());
    // A day outside four-digit years comes from another program only; its number says exactly what it is.
    if (year < kYearMin || year > kYearMax) return "day " + std::to_string(day.number);
    std::array<char, 32> text{};
    const int size = std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", year,
                                   static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return {text.data(), static_cast<std::size_t>(size)};
}

} // namespace puente
