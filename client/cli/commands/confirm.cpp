#include "client/cli/commands/commands.h"

#include "client/cli/rights_output.h"
#include "client/core/kit_input.h"
#include "client/core/text.h"

namespace puente {

namespace {

Outcome<ExitCode> confirmAct(Invocation& invocation) {
    const auto at = rosterFor(invocation);
    if (!at) return Failure{at.fault()};
    const auto record = findDecision(at->roster, invocation.arguments.text("RECORD"));
    if (!record) return Failure{record.fault()};
    std::optional<OrganizationRoot> root;
    if (invocation.arguments.has("--kit")) {
        auto read = kitFromFile(invocation.arguments.text("--kit"));
        if (!read) return Failure{read.fault()};
        root.emplace(std::move(*read));
    }
    const auto done = confirm(at->workspace, at->space, *record, root ? &*root : nullptr);
    if (!done) return Failure{done.fault()};
    Console& console = invocation.console;
    console.say(root ? Text::tr("Your organisation has confirmed it with its kit.")
                     : Text::tr("Your office has confirmed it."));
    printAct(console, *done);
    if (done->isConfirmed) console.say(Text::tr("It is confirmed: whoever it concerns cannot overturn it any more."));
    sayPassItOn(console);
    return ExitCode::Done;
}

} // namespace

std::vector<Command> confirmCommands() {
    return {{
        .path = "confirm",
        .summary = Text::tr("Confirm a removal, or one of several admissions on one invite."),
        .positionals = {{"RECORD", Text::tr("The beginning of its id, as “puente members” shows it.")}},
        .options = {spaceOption(),
                    {"--kit", Text::tr("FILE"),
                     Text::tr("Confirm as the organisation itself, with its recovery kit in a file (“-”: typed).")}},
        .run = confirmAct,
    }};
}

} // namespace puente
