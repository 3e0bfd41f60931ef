#include "client/cli/commands/commands.h"

#include "client/cli/record_output.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"

namespace puente {

namespace {

Outcome<ExitCode> list(Invocation& invocation) {
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    const std::vector<Duplicates> all = (*records)->duplicates();
    const std::vector<LogId>& logs = (*records)->workspace().replica().logs();
    JsonWriter json;
    json.beginArray();
    for (const Duplicates& group : all) {
        json.beginObject().member("type", group.type->name).member("key", group.key).key("records").beginArray();
        std::string ids;
        for (const Dot& record : group.records) {
            json.value(handleOf(record, logs));
            ids += "  " + handleOf(record, logs);
        }
        json.endArray().endObject();
        if (!invocation.console.json())
            invocation.console.line(group.type->label.in(language()) + "  " + group.key + ids);
    }
    if (invocation.console.json()) invocation.console.data(json.endArray().takeLine());
    invocation.console.say(all.empty() ? std::string(Text::tr("Nothing was entered twice."))
                                       : std::string(Text::tr("Entered twice: %1. “puente duplicates join --all” makes "
                                                              "one of each.")
                                                         .arg(all.size())));
    return all.empty() ? ExitCode::Done : ExitCode::Pending;
}

Outcome<std::vector<std::vector<Dot>>> groupsFrom(Invocation& invocation, const Records& records) {
    std::vector<std::vector<Dot>> groups;
    if (invocation.arguments.has("--all")) {
        for (const Duplicates& group : records.duplicates())
            groups.push_back(group.records);
        return groups;
    }
    const std::vector<std::string> ids = invocation.arguments.list("ID");
    if (ids.size() < 2)
        return Failure{usageNotice(Text::tr("It takes two records to join them."),
                                   Text::tr("Give the ids of both, or --all for all that “puente duplicates” shows."))};
    groups.emplace_back();
    for (const std::string& id : ids) {
        const auto record = records.find(id);
        if (!record) return Failure{record.fault()};
        groups.back().push_back(*record);
    }
    return groups;
}

Outcome<ExitCode> join(Invocation& invocation) {
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    const auto groups = groupsFrom(invocation, **records);
    if (!groups) return Failure{groups.fault()};
    if (auto joined = (*records)->join(*groups); !joined) return Failure{joined.fault()};
    if (invocation.console.json())
        invocation.console.data(
            JsonWriter().beginObject().member("joined", std::uint64_t{groups->size()}).endObject().takeLine());
    invocation.console.say(groups->empty() ? Text::tr("Nothing was entered twice.")
                                           : Text::tr("Joined: %1. All their ids stay good.").arg(groups->size()));
    return groups->empty() ? ExitCode::Pending : ExitCode::Done;
}

} // namespace

std::vector<Command> duplicateCommands() {
    return {
        {
            .path = "duplicates",
            .summary = Text::tr("Records that several offices entered, each for itself."),
            .options = {spaceOption()},
            .run = list,
        },
        {
            .path = "duplicates join",
            .summary = Text::tr("Make one record of several that are the same."),
            .positionals = {{"ID", Text::tr("The records."), false, true}},
            .options = {spaceOption(), {"--all", "", Text::tr("All that “puente duplicates” shows.")}},
            .run = join,
        },
    };
}

} // namespace puente
