#include "client/cli/commands/commands.h"

#include "client/core/replica_notice.h"
#include "client/core/text.h"

namespace puente {

namespace {

Outcome<ExitCode> change(Invocation& invocation) {
    const std::string& old = invocation.options().passphraseFile;
    const std::string fresh = invocation.arguments.text("--new-passphrase-file");
    if (old.empty() != fresh.empty())
        return Failure{
            usageNotice(Text::tr("Give both passphrases in files, or type both."),
                        Text::tr("--passphrase-file for the old one, --new-passphrase-file for the new one."))};
    const auto changed =
        Workspace::changePassphrase(invocation.options().home, PassphraseSource(old), PassphraseSource(fresh));
    if (!changed) return Failure{changed.fault()};
    invocation.console.say(
        Text::tr("The passphrase was changed. What the replica holds stays sealed as it was; a copy of "
                 "the folder made before still opens with the old passphrase."));
    return ExitCode::Done;
}

} // namespace

std::vector<Command> passphraseCommands() {
    return {{
        .path = "passphrase change",
        .summary = Text::tr("Lock this replica with another passphrase."),
        .options = {{"--new-passphrase-file", Text::tr("FILE"),
                     Text::tr("Holds the new passphrase in its first line.")}},
        .run = change,
    }};
}

} // namespace puente
