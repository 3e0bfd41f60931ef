#include "client/cli/commands/commands.h"
#include "client/core/text.h"
#include "client/core/times.h"

namespace puente {

namespace {

std::string whatIsGone(const LostEnd& lost) {
    if (lost.kept.second == 0)
        return Text::tr("What was written since this file was made is not here. Before anybody writes: “puente sync”, "
                        "or import the newest bundle of another office; what had been sent comes back. What had not "
                        "must be written again.");
    const Instant kept{std::chrono::seconds(lost.kept.second)};
    return Text::tr("What was written after %1 is not here. Before anybody writes: “puente sync”, or import the "
                    "newest bundle of another office; what had been sent comes back. What had not must be written "
                    "again.")
        .arg(humanTime(kept));
}

Outcome<ExitCode> repair(Invocation& invocation) {
    const auto repaired =
        Workspace::repair(invocation.options().home, PassphraseSource(invocation.options().passphraseFile));
    if (!repaired) return Failure{repaired.fault()};
    const auto& lost = repaired->lost;
    Console& console = invocation.console;
    if (repaired->kept) {
        console.say(
            Text::tr("Parts of the replica's file were damaged. It was made anew from the logs, which are whole. "
                     "Disks that damage files once do it again: make a backup."));
        console.say(Text::tr("The damaged file was kept, sealed as before: %1. Delete it once you have seen that "
                             "nothing is missing and have a backup; what is erased from now on stays in it.")
                        .arg(*repaired->kept));
    }
    console.say(Text::tr("The records were made again from the logs that are here."));
    if (!lost) {
        console.say(Text::tr("Nothing is missing at the end of this replica."));
        return ExitCode::Done;
    }
    console.say(whatIsGone(*lost));
    return ExitCode::Done;
}

} // namespace

std::vector<Command> repairCommands() {
    return {{
        .path = "repair",
        .summary = Text::tr("Make the records again from the logs, and go on without an end that is missing."),
        .run = repair,
    }};
}

} // namespace puente
