#include "client/cli/commands/commands.h"

#include "client/cli/json_writer.h"
#include "client/cli/rights_output.h"
#include "client/core/quarantine.h"
#include "client/core/text.h"

namespace puente {

namespace {

void printJson(Console& console, const std::vector<QuarantineView>& logs) {
    JsonWriter json;
    json.beginArray();
    for (const QuarantineView& view : logs)
        json.beginObject()
            .member("log", view.name)
            .member("device", toHex(view.content.log.device.view()))
            .member("incarnation", view.content.log.incarnation)
            .member("organization", view.organization)
            .member("segments", view.content.segments)
            .member("change_sets", view.content.changeSets)
            .member("bytes", view.content.bytes)
            .member("adopted", view.content.isAdopted)
            .endObject();
    console.data(json.endArray().takeLine());
}

void printText(Console& console, const std::vector<QuarantineView>& logs) {
    std::vector<std::vector<std::string>> rows;
    for (const QuarantineView& view : logs)
        rows.push_back({view.name, std::to_string(view.content.segments), std::to_string(view.content.changeSets),
                        bytesText(view.content.bytes),
                        std::string(view.content.isAdopted ? Text::tr("yes") : Text::tr("no")), view.organization});
    if (rows.empty()) return console.say(Text::tr("Nothing lies in quarantine."));
    console.table({Text::tr("LOG"), Text::tr("SEGMENTS"), Text::tr("CHANGES"), Text::tr("SIZE"), Text::tr("ADOPTED"),
                   Text::tr("ORGANISATION")},
                  rows);
    console.say(Text::tr("Written beyond what counts of its author's log: kept here, applied by nobody. "
                         "“puente quarantine adopt LOG” enters it as yours."));
}

Outcome<ExitCode> list(Invocation& invocation) {
    const auto space = invocation.space();
    if (!space) return Failure{space.fault()};
    const auto logs = quarantineOf(**invocation.workspace(), *space);
    if (!logs) return Failure{logs.fault()};
    if (invocation.console.json())
        printJson(invocation.console, *logs);
    else
        printText(invocation.console, *logs);
    return ExitCode::Done;
}

/// The log that the command line names.
Outcome<QuarantineView> wanted(Invocation& invocation, const SpaceId& space) {
    const auto logs = quarantineOf(**invocation.workspace(), space);
    if (!logs) return Failure{logs.fault()};
    return findQuarantined(*logs, invocation.arguments.text("LOG"));
}

Outcome<ExitCode> exportTo(Invocation& invocation) {
    const auto space = invocation.space();
    if (!space) return Failure{space.fault()};
    const auto log = wanted(invocation, *space);
    if (!log) return Failure{log.fault()};
    const std::string file = invocation.arguments.text("--out");
    const auto written = exportQuarantined(**invocation.workspace(), *space, *log, file);
    if (!written) return Failure{written.fault()};
    if (invocation.console.json())
        invocation.console.data(JsonWriter()
                                    .beginObject()
                                    .member("file", file)
                                    .member("segments", log->content.segments)
                                    .member("change_sets", log->content.changeSets)
                                    .endObject()
                                    .takeLine());
    invocation.console.say(
        Text::tr("Written to %1, sealed and signed as it came: %2 segments with %3 changes. It stays here as well.")
            .arg(file)
            .arg(log->content.segments)
            .arg(log->content.changeSets));
    return ExitCode::Done;
}

Outcome<ExitCode> adopt(Invocation& invocation) {
    const auto space = invocation.space();
    if (!space) return Failure{space.fault()};
    const auto log = wanted(invocation, *space);
    if (!log) return Failure{log.fault()};
    const auto adopted = adoptQuarantined(**invocation.workspace(), *space, *log);
    if (!adopted) return Failure{adopted.fault()};
    Console& console = invocation.console;
    if (console.json())
        console.data(JsonWriter().beginObject().member("adopted_change_sets", *adopted).endObject().takeLine());
    console.say(Text::tr("Written again as changes of this office: %1. Records it had begun have new ids; what stands "
                         "in quarantine stays there.")
                    .arg(*adopted));
    console.say(Text::tr("Tell the other administrators, so that nobody adopts it a second time."));
    sayPassItOn(console);
    return ExitCode::Done;
}

} // namespace

std::vector<Command> quarantineCommands() {
    const PositionalSpec log{"LOG", Text::tr("The beginning of its name, as “puente quarantine list” shows it.")};
    return {
        {
            .path = "quarantine list",
            .summary = Text::tr("What was written by those who might not write any more."),
            .options = {spaceOption()},
            .run = list,
        },
        {
            .path = "quarantine export",
            .summary = Text::tr("Write what lies in quarantine of a log to a file, as it came."),
            .positionals = {log},
            .options = {{"--out", Text::tr("FILE"), Text::tr("The bundle to write; never over a file."), true},
                        spaceOption()},
            .run = exportTo,
        },
        {
            .path = "quarantine adopt",
            .summary = Text::tr("Enter what lies in quarantine of a log as this office's own."),
            .positionals = {log},
            .options = {spaceOption()},
            .run = adopt,
        },
    };
}

} // namespace puente
