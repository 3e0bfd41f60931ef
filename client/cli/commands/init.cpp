#include "client/cli/commands/commands.h"

#include "client/cli/json_writer.h"
#include "client/cli/office_options.h"
#include "client/core/fingerprint.h"
#include "client/core/text.h"

namespace puente {

namespace {

Outcome<ExitCode> init(Invocation& invocation) {
    const auto replica = newReplicaFrom(invocation.arguments);
    if (!replica) return Failure{replica.fault()};
    const auto created =
        Workspace::create(invocation.options().home, *replica, PassphraseSource(invocation.options().passphraseFile));
    if (!created) return Failure{created.fault()};

    const std::string words = fingerprintWords(created->certificate);
    if (invocation.console.json())
        invocation.console.data(JsonWriter()
                                    .beginObject()
                                    .member("home", invocation.options().home)
                                    .member("organization", replica->office.organization)
                                    .member("fingerprint", words)
                                    .endObject()
                                    .takeLine());
    invocation.console.say(
        Text::tr("The replica of %1 is ready in %2").arg(replica->office.organization).arg(invocation.options().home));
    invocation.console.say(Text::tr("The words of this office: %1").arg(words));
    invocation.console.say(Text::tr("Keep the passphrase well: nobody can recover it for you."));
    invocation.console.say(
        Text::tr("Print the recovery kit next, “puente recover kit”: with it alone this office comes back when its "
                 "passphrase or computer is lost."));
    return ExitCode::Done;
}

} // namespace

std::vector<Command> initCommands() {
    return {{
        .path = "init",
        .summary = Text::tr("Make the replica of an office in a folder of its own."),
        .options = officeOptions(),
        .run = init,
    }};
}

} // namespace puente
