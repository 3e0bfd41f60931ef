#include "client/cli/commands/commands.h"

#include "client/cli/proposal_output.h"
#include "client/core/text.h"

namespace puente {

namespace {

Outcome<ExitCode> link(Invocation& invocation) {
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    const auto from = (*records)->find(invocation.arguments.text("FROM"));
    if (!from) return Failure{from.fault()};
    const auto to = (*records)->find(invocation.arguments.text("TO"));
    if (!to) return Failure{to.fault()};
    const auto linked = linkRecords(**records, *from, invocation.arguments.text("RELATION"), *to);
    if (!linked) return Failure{linked.fault()};
    return showLink(invocation, *linked);
}

} // namespace

std::vector<Command> linkCommands() {
    return {{
        .path = "link",
        .summary = Text::tr("Say how one record relates to another."),
        .positionals = {{"FROM", Text::tr("A record: its id, the beginning of it, or its reference.")},
                        {"RELATION", "derives, repeats, answers, closes, related"},
                        {"TO", Text::tr("The other record.")}},
        .options = {spaceOption()},
        .run = link,
    }};
}

} // namespace puente
