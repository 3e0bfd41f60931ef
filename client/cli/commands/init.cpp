#include "client/cli/commands/commands.h"

#include "client/cli/invite_output.h"
#include "client/cli/json_writer.h"
#include "client/cli/office_options.h"
#include "client/core/fingerprint.h"
#include "client/core/text.h"

namespace puente {

namespace {

/// A second device of an office that is there: its keys wait for the office's root to certify them.
Outcome<ExitCode> initWithInvite(Invocation& invocation, const Workspace::NewReplica& replica) {
    const auto invite = inviteFrom(invocation.arguments.text("--invite"));
    if (!invite) return Failure{invite.fault()};
    const auto workspace = Workspace::joinOffice(invocation.options().home, replica, *invite,
                                                 PassphraseSource(invocation.options().passphraseFile));
    if (!workspace) return Failure{workspace.fault()};
    return askToJoin(invocation, **workspace, *invite);
}

Outcome<ExitCode> init(Invocation& invocation) {
    const auto replica = newReplicaFrom(invocation.arguments);
    if (!replica) return Failure{replica.fault()};
    if (invocation.arguments.has("--invite")) return initWithInvite(invocation, *replica);
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

std::vector<OptionSpec> initOptions() {
    std::vector<OptionSpec> options = officeOptions();
    options.push_back(
        {"--invite", Text::tr("FILE"),
         Text::tr("What “puente device add” made on a device of this office: this will be another one.")});
    return options;
}

} // namespace

std::vector<Command> initCommands() {
    return {{
        .path = "init",
        .summary = Text::tr("Make the replica of an office in a folder of its own."),
        .options = initOptions(),
        .run = init,
    }};
}

} // namespace puente
