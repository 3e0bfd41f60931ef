#include "client/cli/commands/commands.h"

#include "client/cli/json_writer.h"
#include "client/core/text.h"

namespace puente {

namespace {

void printJson(Console& console, const Workspace& workspace, const SpaceId& space) {
    JsonWriter json;
    json.beginObject().key("members").beginArray();
    for (const auto& member : workspace.members(space))
        json.beginObject()
            .member("organization", member.organization)
            .member("role", wordOf(member.role))
            .member("fingerprint", member.fingerprint)
            .member("device", toHex(member.device.view()))
            .member("self", member.isSelf)
            .endObject();
    json.endArray().key("waiting").beginArray();
    for (const auto& waiting : workspace.waiting(space))
        json.beginObject()
            .member("organization", waiting.organization)
            .member("role", wordOf(waiting.role))
            .member("fingerprint", waiting.fingerprint)
            .member("expired", waiting.expired)
            .member("invite_used", waiting.inviteUsed)
            .endObject();
    console.data(json.endArray().endObject().takeLine());
}

std::string stateOf(const Workspace::WaitingView& waiting) {
    if (waiting.inviteUsed) return Text::tr("refused: its invite was used already");
    if (waiting.expired) return Text::tr("refused: its invite has expired");
    return Text::tr("will be admitted at your next sync");
}

void printTables(Console& console, const Workspace& workspace, const SpaceId& space) {
    std::vector<std::vector<std::string>> rows;
    for (const auto& member : workspace.members(space))
        rows.push_back({std::string(wordOf(member.role)), member.fingerprint,
                        member.organization + (member.isSelf ? " " + std::string(Text::tr("(this office)")) : "")});
    console.table({Text::tr("ROLE"), Text::tr("WORDS"), Text::tr("ORGANISATION")}, rows);

    rows.clear();
    for (const auto& waiting : workspace.waiting(space))
        rows.push_back(
            {std::string(wordOf(waiting.role)), waiting.fingerprint, waiting.organization, stateOf(waiting)});
    if (rows.empty()) return;
    console.line("");
    console.line(Text::tr("Waiting to be admitted; compare their words aloud first:"));
    console.table({Text::tr("ROLE"), Text::tr("WORDS"), Text::tr("ORGANISATION"), Text::tr("STATE")}, rows);
}

Outcome<ExitCode> members(Invocation& invocation) {
    const auto space = invocation.space();
    if (!space) return Failure{space.fault()};
    const Workspace& workspace = **invocation.workspace();
    if (invocation.console.json())
        printJson(invocation.console, workspace, *space);
    else
        printTables(invocation.console, workspace, *space);
    return ExitCode::Done;
}

} // namespace

std::vector<Command> membersCommands() {
    return {{
        .path = "members",
        .summary = Text::tr("Who takes part in a space, and who waits to."),
        .options = {spaceOption()},
        .run = members,
    }};
}

} // namespace puente
