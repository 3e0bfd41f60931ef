#include "client/cli/commands/commands.h"

#include "client/cli/manual.h"
#include "client/core/text.h"

namespace puente {

namespace {

Outcome<ExitCode> manual(Invocation& invocation) {
    invocation.console.data(manualPage(allCommands()));
    return ExitCode::Done;
}

Outcome<ExitCode> completion(Invocation& invocation) {
    invocation.console.data(bashCompletion(allCommands()));
    return ExitCode::Done;
}

} // namespace

std::vector<Command> manualCommands() {
    return {
        {
            .path = "manual",
            .summary = Text::tr("Print the manual page; “puente manual | man -l -” shows it."),
            .run = manual,
        },
        {
            .path = "completion",
            .summary = Text::tr("Print a script with which bash completes commands."),
            .run = completion,
        },
    };
}

} // namespace puente
