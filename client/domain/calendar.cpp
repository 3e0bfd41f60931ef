#include "client/domain/calendar.h"

#include "client/domain/fold.h"
#include "common/base/expects.h"

#include <algorithm>
#include <chrono>

namespace puente {

namespace {

using std::chrono::year_month_day;

year_month_day dateOf(Day day) {
    return {std::chrono::sys_days(std::chrono::days(day.number))};
}

Day numbered(const year_month_day& date) {
    return {static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count())};
}

constexpr int kYearMin = 1, kYearMax = 9999, kMonthsInYear = 12;

} // namespace

std::optional<Day> dayOf(int year, int month, int day) {
    if (year < kYearMin || year > kYearMax || month < 1 || day < 1) return std::nullopt;
    const year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                              std::chrono::day(static_cast<unsigned>(day))};
    return date.ok() ? std::optional(numbered(date)) : std::nullopt;
}

Days monthOf(int year, int month) {
    const std::chrono::year_month_day_last last{
        std::chrono::year(year), std::chrono::month_day_last(std::chrono::month(static_cast<unsigned>(month)))};
    return {numbered(last.year() / last.month() / 1), numbered(year_month_day(last))};
}

Days stretchOf(Day day, int months) {
    expects(months > 0 && kMonthsInYear % months == 0);
    const year_month_day date = dateOf(day);
    const int year = static_cast<int>(date.year()), month = static_cast<int>(static_cast<unsigned>(date.month()));
    const int first = (month - 1) / months * months + 1;
    return {monthOf(year, first).first, monthOf(year, first + months - 1).last};
}

Day dayOf(Instant instant) {
    return {static_cast<std::int32_t>(std::chrono::floor<std::chrono::days>(instant).time_since_epoch().count())};
}

int yearOf(Day day) {
    return static_cast<int>(dateOf(day).year());
}

Day plusMonths(Day day, int months) {
    const year_month_day moved = dateOf(day) + std::chrono::months(months);
    return numbered(moved.ok() ? moved : year_month_day(moved.year() / moved.month() / std::chrono::last));
}

std::optional<Quarter> readQuarter(std::string_view text) {
    std::string folded = foldName(text);
    folded.erase(std::remove(folded.begin(), folded.end(), ' '), folded.end());
    if (folded.size() != 6) return std::nullopt;
    if (folded.front() == 't' || folded.front() == 'q') std::rotate(folded.begin(), folded.begin() + 2, folded.end());
    const bool isMarked = folded[4] == 't' || folded[4] == 'q';
    const bool hasYear = std::all_of(folded.begin(), folded.begin() + 4, [](char c) { return c >= '0' && c <= '9'; });
    if (!isMarked || !hasYear || folded[5] < '1' || folded[5] > '4') return std::nullopt;
    const Quarter quarter{std::stoi(folded.substr(0, 4)), folded[5] - '0'};
    return quarter.year >= kYearMin ? std::optional(quarter) : std::nullopt;
}

std::string formatQuarter(const Quarter& quarter) {
    const std::string year = std::to_string(quarter.year);
    return std::string(4 - std::min<std::size_t>(4, year.size()), '0') + year + "-Q" + std::to_string(quarter.number);
}

Quarter quarterOf(Day day) {
    const year_month_day date = dateOf(day);
    return {static_cast<int>(date.year()), (static_cast<int>(static_cast<unsigned>(date.month())) - 1) / 3 + 1};
}

Quarter before(const Quarter& quarter) {
    return quarter.number > 1 ? Quarter{quarter.year, quarter.number - 1} : Quarter{quarter.year - 1, 4};
}

} // namespace puente
