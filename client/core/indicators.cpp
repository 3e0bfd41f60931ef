#include "client/core/indicators.h"

#include "client/core/text.h"
#include "client/domain/day_text.h"

namespace puente {

namespace {

std::string textOf(Indicator indicator) {
    switch (indicator) {
    case Indicator::OnTime: return Text::tr("Fulfilled in time, of what fell due");
    case Indicator::Answered: return Text::tr("Answered, of the proposals received");
    case Indicator::AnsweredInTime: return Text::tr("Answered in time, of the answers that fell due");
    case Indicator::Attended: return Text::tr("Attended, of the attendance noted");
    case Indicator::Reported: return Text::tr("Reported, of the quarterly reports due");
    case Indicator::Pledged: return Text::tr("Organisations that declared a commitment");
    }
    return {};
}

} // namespace

Sheet indicatorSheet(const std::vector<Count>& counts, const Days& period) {
    Sheet sheet{.name = "indicators",
                .title = Text::tr("Indicators from %1 to %2").arg(formatDay(period.first)).arg(formatDay(period.last)),
                .columns = {{"indicator", Text::tr("INDICATOR")},
                            {"part", Text::tr("COUNT")},
                            {"whole", ""},
                            {"unknown", Text::tr("NOT KNOWN")},
                            {"from", ""},
                            {"to", ""}}};
    for (const Count& count : counts)
        sheet.rows.push_back(
            {{std::string(wordOf(count.indicator)), textOf(count.indicator)},
             Cell::number(static_cast<std::int64_t>(count.part), Text::tr("%1 of %2").arg(count.part).arg(count.whole)),
             Cell::number(count.whole),
             Cell::number(count.unknown),
             Cell::day(period.first),
             Cell::day(period.last)});
    return sheet;
}

} // namespace puente
