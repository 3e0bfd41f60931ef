#include "client/cli/commands/commands.h"

#include "client/cli/day_option.h"
#include "client/cli/sheet_output.h"
#include "client/core/known_record.h"
#include "client/core/text.h"
#include "client/core/views.h"

#include <algorithm>

namespace puente {

namespace {

/// Prints what was made, if it was; 1 when there is nothing in any of it.
Outcome<ExitCode> show(Console& console, const Outcome<std::vector<Sheet>>& sheets) {
    if (!sheets) return Failure{sheets.fault()};
    printSheets(console, *sheets);
    const bool isAny =
        std::any_of(sheets->begin(), sheets->end(), [](const Sheet& sheet) { return !sheet.rows.empty(); });
    return isAny ? ExitCode::Done : ExitCode::Pending;
}

Outcome<std::vector<Sheet>> alone(Outcome<Sheet> sheet) {
    if (!sheet) return Failure{sheet.fault()};
    return std::vector<Sheet>{std::move(*sheet)};
}

/// The record that a positional names, if it was given; of one type, or of any.
Outcome<std::optional<Dot>> named(const Records& records, const Arguments& arguments, const char* positional,
                                  const char* type) {
    if (!arguments.has(positional)) return std::optional<Dot>();
    const std::string text = arguments.text(positional);
    if (!type) {
        const auto any = records.find(text);
        if (!any) return Failure{any.fault()};
        return std::optional(*any);
    }
    const auto known = findRecord(records, text, {type});
    if (!known) return Failure{known.fault()};
    return std::optional(known->id());
}

Outcome<ExitCode> funding(Invocation& invocation) {
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    const auto record = named(**records, invocation.arguments, "RECORD", nullptr);
    if (!record) return Failure{record.fault()};
    return show(invocation.console, fundingSheets(**records, *record));
}

Outcome<ExitCode> capacity(Invocation& invocation) {
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    const auto organization = named(**records, invocation.arguments, "ORGANISATION", "organization");
    if (!organization) return Failure{organization.fault()};
    return show(invocation.console, alone(capacitySheet(**records, *organization)));
}

Outcome<ExitCode> training(Invocation& invocation) {
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    std::optional<Day> from;
    if (invocation.arguments.has("--from")) {
        const auto day = dayFrom(invocation.arguments, "--from", {});
        if (!day) return Failure{day.fault()};
        from = *day;
    }
    return show(invocation.console, trainingSheets(**records, from));
}

Outcome<ExitCode> library(Invocation& invocation) {
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    return show(invocation.console, alone(librarySheet(**records, {.language = invocation.arguments.text("--language"),
                                                                   .withAll = invocation.arguments.has("--all")})));
}

Outcome<ExitCode> advocacy(Invocation& invocation) {
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    const auto agreement = named(**records, invocation.arguments, "AGREEMENT", "agreement");
    if (!agreement) return Failure{agreement.fault()};
    return show(invocation.console, alone(advocacySheet(**records, *agreement)));
}

} // namespace

std::vector<Command> viewCommands() {
    return {
        {
            .path = "funding",
            .summary = Text::tr("Money asked for, promised, paid and spent, by currency."),
            .positionals = {{"RECORD", Text::tr("Only for this agreement, commitment, plan or event, and its parts."),
                             false}},
            .options = {spaceOption()},
            .run = funding,
        },
        {
            .path = "capacity",
            .summary = Text::tr("How organisations assess their own means, and what changed."),
            .positionals = {{"ORGANISATION", Text::tr("Only this one."), false}},
            .options = {spaceOption()},
            .run = capacity,
        },
        {
            .path = "training",
            .summary = Text::tr("Training events, who is invited, and how many took part."),
            .options = {spaceOption(), dayOption("--from", Text::tr("Only events that are not over by this day."))},
            .run = training,
        },
        {
            .path = "library",
            .summary = Text::tr("Manuals and guidelines: languages, versions, and the training they are used in."),
            .options = {spaceOption(),
                        {"--language", Text::tr("LANGUAGE"), Text::tr("Only in this language: es or en.")},
                        {"--all", "", Text::tr("Documents of every kind.")}},
            .run = library,
        },
        {
            .path = "advocacy",
            .summary = Text::tr("What was done so that agreements move, and what came of it."),
            .positionals = {{"AGREEMENT", Text::tr("Only for this agreement and its commitments."), false}},
            .options = {spaceOption()},
            .run = advocacy,
        },
    };
}

} // namespace puente
