#include "client/cli/commands/commands.h"
#include "client/core/document_repair.h"
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

void sayDocuments(Console& console, const DocumentsRepaired& repaired) {
    console.say(Text::tr("The file of documents was damaged. There is a new one with what could still be read: %1 "
                         "documents, of which %2 are whole. The damaged one was kept: %3.")
                    .arg(repaired.rescue.documents)
                    .arg(repaired.rescue.whole)
                    .arg(repaired.damagedFile));
    if (!repaired.rescue.isAll)
        console.warn(
            Text::tr("“puente document list --missing” shows what is not here any more, “puente document fetch” "
                     "brings it. Keep the damaged file until it is here again."));
}

Outcome<ExitCode> repair(Invocation& invocation) {
    const std::string& home = invocation.options().home;
    Console& console = invocation.console;
    const auto repaired = Workspace::repair(home, PassphraseSource(invocation.options().passphraseFile));
    if (!repaired) return Failure{repaired.fault()};
    const auto documents = repairDocuments(home);
    if (!documents) return Failure{documents.fault()};
    const auto& lost = repaired->lost;
    if (repaired->kept) {
        console.say(
            Text::tr("Parts of the replica's file were damaged. It was made anew from the logs, which are whole. "
                     "Disks that damage files once do it again: make a backup."));
        console.say(Text::tr("The damaged file was kept, sealed as before: %1. Delete it once you have seen that "
                             "nothing is missing and have a backup; what is erased from now on stays in it.")
                        .arg(*repaired->kept));
    }
    console.say(Text::tr("The records were made again from the logs that are here."));
    if (*documents) sayDocuments(console, **documents);
    if (!lost) {
        console.say(Text::tr("Nothing is missing at the end of this replica."));
        return *documents && !(*documents)->rescue.isAll ? ExitCode::PartlyDone : ExitCode::Done;
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
