#include "client/cli/commands/commands.h"

#include "client/cli/json_writer.h"
#include "client/core/text.h"

namespace puente {

namespace {

std::string roleText(const SpaceInfo& space) {
    return space.role ? std::string(wordOf(*space.role)) : std::string(Text::tr("waiting"));
}

void writeSpace(JsonWriter& json, const SpaceInfo& space) {
    json.beginObject().member("id", toHex(space.id.view())).member("name", space.name);
    json.key("role");
    if (space.role)
        json.value(wordOf(*space.role));
    else
        json.null();
    json.member("server", space.server).endObject();
}

Outcome<ExitCode> create(Invocation& invocation) {
    const auto workspace = invocation.workspace();
    if (!workspace) return Failure{workspace.fault()};
    const auto space =
        (*workspace)->createSpace(invocation.arguments.text("NAME"), invocation.arguments.text("--server"));
    if (!space) return Failure{space.fault()};
    if (invocation.arguments.has("--kind") || invocation.arguments.has("--country")) {
        const auto records = Records::in(**workspace, *space);
        if (!records) return Failure{records.fault()};
        std::vector<Assignment> profile{
            {"kind", Assignment::Kind::Set, invocation.arguments.text("--kind", "national")}};
        if (invocation.arguments.has("--country"))
            profile.push_back({"country", Assignment::Kind::Set, invocation.arguments.text("--country")});
        const auto added = (*records)->add(*Schema::builtIn().type("space_profile"), profile);
        if (!added) return Failure{added.fault()};
    }
    const SpaceInfo& info = *(*workspace)->replica().findSpace(*space);
    if (invocation.console.json()) {
        JsonWriter json;
        writeSpace(json, info);
        invocation.console.data(json.takeLine());
    }
    invocation.console.say(Text::tr("The space “%1” is ready; you are its administrator.").arg(info.name));
    invocation.console.say(
        info.server.empty() ? Text::tr("It has no server: exchange with “puente bundle”.")
                            : Text::tr("Run “puente sync” to put it on the server, “puente invite” to invite others."));
    return ExitCode::Done;
}

Outcome<ExitCode> list(Invocation& invocation) {
    const auto workspace = invocation.workspace();
    if (!workspace) return Failure{workspace.fault()};
    const std::vector<SpaceInfo> spaces = (*workspace)->replica().spaces();
    if (invocation.console.json()) {
        JsonWriter json;
        json.beginArray();
        for (const SpaceInfo& space : spaces)
            writeSpace(json, space);
        invocation.console.data(json.endArray().takeLine());
        return ExitCode::Done;
    }
    std::vector<std::vector<std::string>> rows;
    for (const SpaceInfo& space : spaces)
        rows.push_back({toHex(space.id.view()).substr(0, 8), roleText(space), space.name,
                        space.server.substr(0, space.server.find('#'))});
    if (rows.empty())
        invocation.console.say(Text::tr("There is no space here yet."));
    else
        invocation.console.table({Text::tr("ID"), Text::tr("ROLE"), Text::tr("SPACE"), Text::tr("SERVER")}, rows);
    return ExitCode::Done;
}

} // namespace

std::vector<Command> spaceCommands() {
    return {
        {
            .path = "space create",
            .summary = Text::tr("Begin a space that offices share."),
            .positionals = {{"NAME", Text::tr("What the space is called.")}},
            .options = {{"--server", Text::tr("ADDRESS"),
                         Text::tr("Where it meets, as “puente-server init” prints it; may be left out.")},
                        {"--kind", Text::tr("KIND"),
                         Text::tr("regional, national, internal, or restricted: only there cases are kept.")},
                        {"--country", Text::tr("CODE"), Text::tr("Of a national space: whose.")}},
            .run = create,
        },
        {
            .path = "space list",
            .summary = Text::tr("The spaces of this replica."),
            .run = list,
        },
    };
}

} // namespace puente
