#include "client/cli/commands/commands.h"

#include "client/cli/exchange_output.h"
#include "client/cli/json_writer.h"
#include "client/core/exchange.h"
#include "client/core/text.h"

namespace puente {

namespace {

Outcome<ExitCode> exportTo(Invocation& invocation) {
    const auto spaces = invocation.spaces();
    if (!spaces) return Failure{spaces.fault()};
    const std::string file = invocation.arguments.text("FILE");
    const auto written = exportBundle(**invocation.workspace(), *spaces, file);
    if (!written) return Failure{written.fault()};
    if (invocation.console.json())
        invocation.console.data(JsonWriter()
                                    .beginObject()
                                    .member("file", file)
                                    .member("entries", written->entries)
                                    .member("keys_renewed", written->keys.renewed)
                                    .member("keys_forwarded", written->keys.forwarded)
                                    .endObject()
                                    .takeLine());
    sayKeys(invocation.console, written->keys.renewed, written->keys.forwarded);
    invocation.console.say(Text::tr("Written to %1: %2 entries, sealed. Only members of the space can read it.")
                               .arg(file)
                               .arg(written->entries));
    return ExitCode::Done;
}

void printJson(Console& console, const BundleOutcome& outcome) {
    JsonWriter json;
    json.beginObject()
        .member("admitted", outcome.admitted)
        .member("keys_renewed", outcome.keys.renewed)
        .member("keys_forwarded", outcome.keys.forwarded)
        .key("spaces")
        .beginArray();
    for (const BundleReport::Space& space : outcome.report.spaces)
        json.beginObject()
            .member("id", toHex(space.id.view()))
            .member("known", space.known)
            .member("accepted", space.accepted)
            .member("already", space.already)
            .member("waiting", space.waiting)
            .member("quarantined", space.quarantined)
            .member("refused", space.refused)
            .member("join_requests", space.joinRequests)
            .member("received_change_sets", space.changeSets)
            .member("written_again", space.writtenAgain)
            .endObject();
    console.data(json.endArray().endObject().takeLine());
}

void printText(Console& console, const Workspace& workspace, const BundleOutcome& outcome) {
    for (const BundleReport::Space& space : outcome.report.spaces) {
        const SpaceInfo* info = workspace.replica().findSpace(space.id);
        if (!space.known || !info) {
            console.warn(
                Text::tr("The bundle also speaks of a space that this office does not take part in; left out."));
            continue;
        }
        console.say(Text::tr("“%1”: new changes: %2. New entries: %3, known already: %4.")
                        .arg(info->name)
                        .arg(space.changeSets)
                        .arg(space.accepted)
                        .arg(space.already));
        if (space.quarantined > 0)
            console.say(Text::tr("Kept apart, since they lie beyond what counts of their author's log: %1")
                            .arg(space.quarantined));
        sayWrittenAgain(console, space.writtenAgain);
        if (space.waiting > 0)
            console.say(Text::tr("They wait for what other offices have not sent yet: %1").arg(space.waiting));
        if (space.refused > 0)
            console.warn(Text::tr("Refused, because nobody entitled wrote them: %1").arg(space.refused));
    }
    if (outcome.admitted > 0)
        console.say(Text::tr("Offices admitted: %1. Give them a bundle in return.").arg(outcome.admitted));
    sayKeys(console, outcome.keys.renewed, outcome.keys.forwarded);
}

ExitCode codeOf(const BundleReport& report) {
    bool anyKnown = false, anyOdd = false;
    for (const BundleReport::Space& space : report.spaces) {
        anyKnown = anyKnown || space.known;
        anyOdd = anyOdd || !space.known || space.refused > 0;
    }
    if (!anyKnown) return ExitCode::Refused;
    return anyOdd ? ExitCode::PartlyDone : ExitCode::Done;
}

Outcome<ExitCode> importFrom(Invocation& invocation) {
    const auto workspace = invocation.workspace();
    if (!workspace) return Failure{workspace.fault()};
    const std::string file = invocation.arguments.text("FILE");
    const auto outcome = importBundle(**workspace, file);
    if (!outcome) return Failure{outcome.fault()};
    const ExitCode code = codeOf(outcome->report);
    if (code == ExitCode::Refused)
        return Failure{Notice{ExitCode::Refused,
                              Text::tr("The bundle is of spaces that this office does not take part in."), file,
                              Text::tr("Join first, with an invite: “puente join”.")}};
    if (invocation.console.json())
        printJson(invocation.console, *outcome);
    else
        printText(invocation.console, **workspace, *outcome);
    return code;
}

} // namespace

std::vector<Command> bundleCommands() {
    return {
        {
            .path = "bundle export",
            .summary = Text::tr(
                "Write everything but documents to a new file, for an office without a network; documents go by "
                "“puente document pack”."),
            .positionals = {{"FILE", Text::tr("The file to write.")}},
            .options = {spaceOption()},
            .run = exportTo,
        },
        {
            .path = "bundle import",
            .summary = Text::tr("Take what is new from such a file."),
            .positionals = {{"FILE", Text::tr("The file to read.")}},
            .run = importFrom,
        },
    };
}

} // namespace puente
