#include "client/cli/commands/commands.h"

#include "client/cli/day_option.h"
#include "client/cli/sheet_output.h"
#include "client/core/indicators.h"
#include "client/core/known_record.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/domain/day_text.h"

namespace puente {

namespace {

Outcome<Days> periodFrom(const Arguments& arguments, Day today) {
    const auto last = dayFrom(arguments, "--to", today);
    if (!last) return Failure{last.fault()};
    const auto first = dayFrom(arguments, "--from", stretchOf(*last, 12).first);
    if (!first) return Failure{first.fault()};
    if (*first <= *last) return Days{*first, *last};
    return Failure{usageNotice(Text::tr("The period ends before it begins."),
                               Text::tr("Give --from and --to in that order."),
                               formatDay(*first) + ", " + formatDay(*last))};
}

Outcome<ExitCode> indicators(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments;
    const auto found = invocation.records();
    if (!found) return Failure{found.fault()};
    const Records& records = **found;
    const auto period = periodFrom(arguments, records.today());
    if (!period) return Failure{period.fault()};
    IndicatorQuery query{.period = *period, .country = arguments.text("--country")};
    if (arguments.has("--organization")) {
        const auto organization = findRecord(records, arguments.text("--organization"), {"organization"});
        if (!organization) return Failure{organization.fault()};
        query.organization = organization->id();
    }
    const auto counts = indicatorsOf(records.catalogue(), records.space(), records.deadlines(), query);
    if (!counts) return Failure{noticeOf(counts.fault())};
    printSheets(invocation.console, {indicatorSheet(*counts, *period)});
    return ExitCode::Done;
}

} // namespace

std::vector<Command> indicatorCommands() {
    return {{
        .path = "indicators",
        .summary = Text::tr("How far words became deeds: so many of so many, and how much nobody knows."),
        .options = {spaceOption(),
                    {"--organization", Text::tr("NAME"), Text::tr("Only what falls to this organisation.")},
                    {"--country", Text::tr("CODE"), Text::tr("Only what falls to this country.")},
                    dayOption("--from", Text::tr("The first day of the period; unless said, of the year.")),
                    dayOption("--to", Text::tr("The last day of the period; unless said, today."))},
        .run = indicators,
    }};
}

} // namespace puente
