#include "client/cli/day_option.h"

#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/domain/day_text.h"

#include <charconv>

namespace puente {

OptionSpec dayOption(std::string name, std::string help) {
    return {std::move(name), Text::tr("DAY"), std::move(help)};
}

Outcome<Day> dayFrom(const Arguments& arguments, const std::string& option, Day otherwise) {
    if (!arguments.has(option)) return otherwise;
    if (const auto day = parseDay(arguments.text(option))) return *day;
    return Failure{usageNotice(Text::tr("“%1” is not a day.").arg(arguments.text(option)),
                               Text::tr("Write year-month-day, for example 2026-12-01."), option)};
}

Outcome<int> countFrom(const Arguments& arguments, const std::string& option, int otherwise) {
    if (!arguments.has(option)) return otherwise;
    const std::string text = arguments.text(option);
    int number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault == std::errc() && end == text.data() + text.size() && number >= 0) return number;
    return Failure{usageNotice(Text::tr("“%1” is not a whole number.").arg(text),
                               Text::tr("Write it in digits, from 0."), option)};
}

} // namespace puente
