#include "client/cli/commands/commands.h"

#include "client/cli/rights_output.h"
#include "client/core/text.h"

namespace puente {

namespace {

Outcome<ExitCode> rotateKey(Invocation& invocation) {
    const auto space = invocation.space();
    if (!space) return Failure{space.fault()};
    const auto done = rotate(**invocation.workspace(), *space);
    if (!done) return Failure{done.fault()};
    Console& console = invocation.console;
    console.say(Text::tr("The key of the space was renewed and sealed to every member. What was written before stays "
                         "under the earlier keys, readable to whoever has them."));
    printAct(console, *done);
    sayPassItOn(console);
    return ExitCode::Done;
}

} // namespace

std::vector<Command> rotateCommands() {
    return {{
        .path = "rotate",
        .summary = Text::tr("Renew the key of a space."),
        .options = {spaceOption()},
        .run = rotateKey,
    }};
}

} // namespace puente
