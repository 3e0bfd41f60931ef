#include "client/cli/commands/commands.h"

#include "client/cli/json_writer.h"
#include "client/core/roster.h"
#include "client/core/text.h"

namespace puente {

namespace {

void writeWaiting(JsonWriter& json, const Workspace& workspace, const SpaceId& space) {
    json.key("waiting").beginArray();
    for (const auto& waiting : workspace.waiting(space))
        json.beginObject()
            .member("organization", waiting.organization)
            .member("role", wordOf(waiting.role))
            .member("fingerprint", waiting.fingerprint)
            .member("expired", waiting.expired)
            .member("invite_used", waiting.inviteUsed)
            .member("needs_root", waiting.needsRoot)
            .endObject();
    json.endArray();
}

void writeOrganizations(JsonWriter& json, const Roster& roster) {
    json.key("organizations").beginArray();
    for (const Roster::Organization& office : roster.organizations) {
        json.beginObject().member("id", toHex(office.id.view())).member("name", office.name).key("role");
        if (office.role)
            json.value(wordOf(*office.role));
        else
            json.null();
        json.member("self", office.isOwn).key("devices").beginArray();
        for (const Roster::Device& device : office.devices)
            json.beginObject()
                .member("id", toHex(device.id.view()))
                .member("fingerprint", device.words)
                .member("state", wordOf(device.state))
                .member("self", device.isThisOne)
                .endObject();
        json.endArray().endObject();
    }
    json.endArray();
}

void writeDecisions(JsonWriter& json, const Roster& roster) {
    json.key("contested").beginArray();
    for (const Roster::Invite& invite : roster.invites)
        for (const Roster::Admission& admission : invite.contested)
            json.beginObject()
                .member("invite", toHex(invite.offer.invite.view()))
                .member("record", toHex(admission.record.view()))
                .member("device", toHex(admission.device.view()))
                .member("fingerprint", admission.words)
                .member("organization", admission.organization)
                .endObject();
    json.endArray().key("removals").beginArray();
    for (const Roster::Removal& removal : roster.removals)
        json.beginObject()
            .member("record", toHex(removal.record.view()))
            .member("act", removal.act)
            .member("organization", removal.organization)
            .member("confirmed", removal.isConfirmed)
            .endObject();
    json.endArray();
}

void printJson(Console& console, const Workspace& workspace, const SpaceId& space, const Roster& roster) {
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
    json.endArray();
    writeOrganizations(json, roster);
    writeDecisions(json, roster);
    writeWaiting(json, workspace, space);
    console.data(json.endObject().takeLine());
}

std::string stateOf(const Workspace::WaitingView& waiting) {
    if (waiting.inviteUsed) return Text::tr("refused: its invite was used already");
    if (waiting.expired) return Text::tr("refused: its invite has expired");
    if (waiting.needsRoot) return Text::tr("another device of an office, which admits it: “puente device admit”");
    return Text::tr("will be admitted at your next sync");
}

std::string nameOf(const Roster::Organization& office, const Roster::Device& device) {
    if (device.isThisOne) return office.name + " " + Text::tr("(this office)");
    return office.isOwn ? office.name + " " + Text::tr("(this office, another device)") : office.name;
}

void printDevices(Console& console, const Roster& roster) {
    std::vector<std::vector<std::string>> rows;
    for (const Roster::Organization& office : roster.organizations)
        for (const Roster::Device& device : office.devices)
            rows.push_back({office.role ? std::string(wordOf(*office.role)) : "-", device.words, textOf(device.state),
                            shortId(device.id.view()), shortId(office.id.view()), nameOf(office, device)});
    console.table({Text::tr("ROLE"), Text::tr("WORDS"), Text::tr("STATE"), Text::tr("DEVICE"), Text::tr("OFFICE"),
                   Text::tr("ORGANISATION")},
                  rows);
}

void printContested(Console& console, const Roster& roster) {
    std::vector<std::vector<std::string>> rows;
    for (const Roster::Invite& invite : roster.invites)
        for (const Roster::Admission& admission : invite.contested)
            rows.push_back({shortId(admission.record.view()), admission.words, admission.organization});
    if (rows.empty()) return;
    console.line("");
    console.line(Text::tr("Admitted on one invite, and suspended until an administrator confirms which was meant:"));
    console.table({Text::tr("RECORD"), Text::tr("WORDS"), Text::tr("ORGANISATION")}, rows);
}

std::string actOf(const Roster::Removal& removal) {
    if (removal.act == "remove") return Text::tr("office removed: %1").arg(removal.organization);
    if (removal.act == "revoke") return Text::tr("device revoked: %1").arg(removal.organization);
    if (removal.act == "recover") return Text::tr("recovered with its kit: %1").arg(removal.organization);
    return Text::tr("one of several admissions confirmed");
}

void printUnconfirmed(Console& console, const Roster& roster) {
    std::vector<std::vector<std::string>> rows;
    for (const Roster::Removal& removal : roster.removals)
        if (!removal.isConfirmed && (removal.act == "remove" || removal.act == "revoke"))
            rows.push_back({shortId(removal.record.view()), actOf(removal)});
    if (rows.empty()) return;
    console.line("");
    console.line(Text::tr("In force, and not confirmed by a majority of the other administrators yet:"));
    console.table({Text::tr("RECORD"), Text::tr("ACT")}, rows);
}

void printWaiting(Console& console, const Workspace& workspace, const SpaceId& space) {
    std::vector<std::vector<std::string>> rows;
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
    const Roster roster = rosterOf(workspace, *space);
    Console& console = invocation.console;
    if (console.json()) {
        printJson(console, workspace, *space, roster);
        return ExitCode::Done;
    }
    printDevices(console, roster);
    printContested(console, roster);
    printUnconfirmed(console, roster);
    printWaiting(console, workspace, *space);
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
