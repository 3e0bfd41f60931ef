#include "client/cli/commands/commands.h"

#include "client/cli/day_option.h"
#include "client/cli/sheet_output.h"
#include "client/core/directory.h"
#include "client/core/handover.h"
#include "client/core/known_record.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/domain/day_text.h"

namespace puente {

namespace {

/// The records, and the day that was asked for.
struct Asked {
    Records* records = nullptr;
    Day day;
};

Outcome<Asked> askedFor(Invocation& invocation) {
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    const auto day = dayFrom(invocation.arguments, "--at", (*records)->today());
    if (!day) return Failure{day.fault()};
    return Asked{*records, *day};
}

Outcome<ExitCode> showDirectory(Invocation& invocation) {
    const auto asked = askedFor(invocation);
    if (!asked) return Failure{asked.fault()};
    const auto directory =
        directoryOf(asked->records->catalogue(), asked->records->space(),
                    {.day = asked->day, .language = language(), .country = invocation.arguments.text("--country")});
    if (!directory) return Failure{noticeOf(directory.fault())};
    printSheets(invocation.console, directorySheets(*directory));
    const bool isEmpty = directory->organizations.empty() && directory->focalPoints.empty() &&
                         directory->terms.empty() && directory->spaces.empty();
    return isEmpty ? ExitCode::Pending : ExitCode::Done;
}

Outcome<ExitCode> setTerm(Invocation& invocation) {
    const auto role = roleNamed(invocation.arguments.text("OFFICE"));
    if (!role) return Failure{role.fault()};
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    const auto holder = findRecord(**records, invocation.arguments.text("HOLDER"), {"organization"});
    if (!holder) return Failure{holder.fault()};
    const auto from = dayFrom(invocation.arguments, "--from", (*records)->today());
    if (!from) return Failure{from.fault()};
    NewTerm term{
        .role = *role, .holder = holder->id(), .from = *from, .country = invocation.arguments.text("--country")};
    if (invocation.arguments.has("--to")) {
        const auto to = dayFrom(invocation.arguments, "--to", *from);
        if (!to) return Failure{to.fault()};
        term.to = *to;
    }
    const auto written = beginTerm(**records, term);
    if (!written) return Failure{written.fault()};
    if (invocation.console.json()) {
        JsonWriter json;
        const auto& logs = (*records)->workspace().replica().logs();
        json.beginObject().member("id", handleOf(written->term, logs)).key("ended").beginArray();
        for (const TermSpan& ended : written->ended)
            json.value(handleOf(ended.record, logs));
        invocation.console.data(json.endArray().endObject().takeLine());
    }
    invocation.console.say(Text::tr("%1 from %2: %3")
                               .arg(labelOf("term", "role", *role))
                               .arg(formatDay(*from))
                               .arg((*records)->names().titleOf(holder->id(), language())));
    for (const TermSpan& ended : written->ended)
        invocation.console.say(Text::tr("Until %1: %2").arg(formatDay(Day{from->number - 1})).arg(ended.holderName));
    return ExitCode::Done;
}

Outcome<ExitCode> showBody(Invocation& invocation) {
    const auto role = roleNamed(invocation.arguments.text("OFFICE"));
    if (!role) return Failure{role.fault()};
    const auto asked = askedFor(invocation);
    if (!asked) return Failure{asked.fault()};
    const auto sheets = bodySheets(*asked->records, *role, asked->day);
    if (!sheets) return Failure{sheets.fault()};
    printSheets(invocation.console, *sheets);
    return sheets->front().rows.empty() ? ExitCode::Pending : ExitCode::Done;
}

Outcome<ExitCode> handOver(Invocation& invocation) {
    const auto role = roleNamed(invocation.arguments.text("OFFICE"));
    if (!role) return Failure{role.fault()};
    const auto asked = askedFor(invocation);
    if (!asked) return Failure{asked.fault()};
    const std::string folder = invocation.arguments.text("--out", Text::tr("handover"));
    const auto files = writeHandover(*asked->records, *role, asked->day, folder);
    if (!files) return Failure{files.fault()};
    if (invocation.console.json()) {
        JsonWriter json;
        json.beginObject().member("folder", folder).key("files").beginArray();
        for (const std::string& file : *files)
            json.value(file);
        invocation.console.data(json.endArray().endObject().takeLine());
    }
    invocation.console.say(Text::tr("The handover pack is in %1, %2 files. It holds what the members of this space "
                                    "share, unsealed: hand it over to whom it is for.")
                               .arg(folder)
                               .arg(files->size()));
    return ExitCode::Done;
}

} // namespace

std::vector<Command> directoryCommands() {
    const PositionalSpec office{
        "OFFICE", Text::tr("ppt, technical_secretariat, executive_secretariat, monitoring_group, national_focal_point "
                           "or other.")};
    const OptionSpec at = dayOption("--at", Text::tr("As of this day instead of today."));
    return {
        {
            .path = "directory",
            .summary = Text::tr("Who follows up on each side: organisations, focal points, offices, national spaces."),
            .options = {spaceOption(),
                        at,
                        {"--country", Text::tr("CODE"), Text::tr("Only what belongs to this country.")}},
            .run = showDirectory,
        },
        {
            .path = "term set",
            .summary = Text::tr("Begin somebody's term in an office; the predecessor's ends the day before."),
            .positionals = {office, {"HOLDER", Text::tr("Who: an organisation's name, alias, or acronym.")}},
            .options = {spaceOption(),
                        {.name = "--from",
                         .value = Text::tr("DAY"),
                         .help = Text::tr("The first day of the term."),
                         .required = true},
                        dayOption("--to", Text::tr("Its last day, if that is known.")),
                        {"--country", Text::tr("CODE"), Text::tr("For which country; unless said, the holder's.")}},
            .run = setTerm,
        },
        {
            .path = "body",
            .summary = Text::tr("Who sits in a body, and everything due that its members see."),
            .positionals = {office},
            .options = {spaceOption(), at},
            .run = showBody,
        },
        {
            .path = "handover",
            .summary = Text::tr("Write what the next holder of an office needs into a folder."),
            .positionals = {office},
            .options = {spaceOption(),
                        at,
                        {"--out", Text::tr("FOLDER"), Text::tr("Where to; a folder that is not there yet.")}},
            .run = handOver,
        },
    };
}

} // namespace puente
