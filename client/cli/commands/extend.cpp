#include "client/cli/commands/commands.h"

#include "client/cli/day_option.h"
#include "client/cli/record_output.h"
#include "client/core/extending.h"
#include "client/core/text.h"
#include "client/domain/day_text.h"

namespace puente {

namespace {

Outcome<ExitCode> extend(Invocation& invocation) {
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    const auto granted = dayFrom(invocation.arguments, "--granted", (*records)->today());
    if (!granted) return Failure{granted.fault()};
    const auto extended = extendTerm(**records, {.record = invocation.arguments.text("RECORD"),
                                                 .until = invocation.arguments.text("--until"),
                                                 .reason = invocation.arguments.text("--reason"),
                                                 .granted = *granted});
    if (!extended) return Failure{extended.fault()};
    warnAbout(invocation.console, extended->remarks);
    const auto view = (*records)->view(extended->extension);
    if (!view) return Failure{view.fault()};
    if (printedAsJson(invocation.console, *view)) return ExitCode::Done;
    const std::string name = (*records)->names().nameOf(extended->record);
    if (!extended->changed)
        invocation.console.say(Text::tr("Nothing changed: that extension is on record already."));
    else if (extended->oldDue.empty())
        invocation.console.say(Text::tr("%1 had no term; it runs until %2 now.").arg(name).arg(extended->newDue));
    else
        invocation.console.say(Text::tr("%1 is extended from %2 to %3; the original term stays on record.")
                                   .arg(name)
                                   .arg(extended->oldDue)
                                   .arg(extended->newDue));
    return ExitCode::Done;
}

} // namespace

std::vector<Command> extendCommands() {
    return {{
        .path = "extend",
        .summary = Text::tr("Grant a later term; the original one stays on record."),
        .positionals = {{"RECORD", Text::tr("The record: its id, the beginning of it, or its reference.")}},
        .options = {spaceOption(),
                    {"--until", Text::tr("TERM"), Text::tr("The new term, for example 2026-12-01."), true},
                    {"--reason", Text::tr("TEXT"), Text::tr("Why it is granted."), true},
                    dayOption("--granted", Text::tr("The day it was granted; today unless said."))},
        .run = extend,
    }};
}

} // namespace puente
