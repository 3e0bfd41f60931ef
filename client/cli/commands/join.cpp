#include "client/cli/commands/commands.h"

#include "client/cli/exchange_output.h"
#include "client/cli/invite_output.h"
#include "client/cli/json_writer.h"
#include "client/core/exchange.h"
#include "client/core/fingerprint.h"
#include "client/core/status.h"
#include "client/core/text.h"

namespace puente {

namespace {

bool wasRefused(const SyncReport& report) {
    for (const SyncSummary::Refused& refused : report.total.refused)
        if (refused.reason == Refusal::InviteUsed) return true;
    return false;
}

void printOutcome(Invocation& invocation, const Workspace& workspace, const Invite& invite, bool reached) {
    const bool waiting = isWaiting(workspace, invite.space);
    const std::string words = fingerprintWords(workspace.keyring().device().certificate);
    if (invocation.console.json())
        invocation.console.data(JsonWriter()
                                    .beginObject()
                                    .member("space", invite.spaceName)
                                    .member("role", wordOf(invite.role))
                                    .member("state", waiting ? "waiting" : "member")
                                    .member("asked_server", reached)
                                    .member("fingerprint", words)
                                    .endObject()
                                    .takeLine());
    if (!waiting) {
        invocation.console.say(Text::tr("You take part in “%1”.").arg(invite.spaceName));
        return;
    }
    invocation.console.say(Text::tr("Waiting for admission to “%1”.").arg(invite.spaceName));
    const bool isOwnOffice = invite.organization == invite.inviter.organization;
    invocation.console.say(
        isOwnOffice
            ? Text::tr("The words of this device: %1. Compare them on the device that invited it, and run “puente "
                       "device admit” there.")
                  .arg(words)
            : Text::tr("The words of this office: %1. Read them to %2 by telephone.")
                  .arg(words)
                  .arg(invite.inviterName));
    invocation.console.say(reached
                               ? Text::tr("When %1 has run “puente sync”, run it here too.").arg(invite.inviterName)
                               : Text::tr("Take the request to %1: “puente bundle export FILE”, or “puente sync” once "
                                          "the server answers.")
                                     .arg(invite.inviterName));
}

Outcome<ExitCode> join(Invocation& invocation) {
    const auto invite = inviteFrom(invocation.arguments.text("INVITE"));
    if (!invite) return Failure{invite.fault()};
    const auto workspace = invocation.workspace();
    if (!workspace) return Failure{workspace.fault()};
    return askToJoin(invocation, **workspace, *invite);
}

} // namespace

Outcome<ExitCode> askToJoin(Invocation& invocation, Workspace& workspace, const Invite& invite) {
    if (auto asked = workspace.askToJoin(invite); !asked) return Failure{asked.fault()};

    bool reached = false;
    if (!invite.server.empty()) {
        const auto report = synchronize(workspace, {invite.space}, {});
        if (report && wasRefused(*report))
            return Failure{Notice{ExitCode::Refused, Text::tr("This invite was used already."), invite.spaceName,
                                  Text::tr("Ask %1 for a new one.").arg(invite.inviterName)}};
        if (!report && report.fault().code == ExitCode::Refused) return Failure{report.fault()};
        if (!report) invocation.console.fail(report.fault());
        reached = report.ok();
    }
    printOutcome(invocation, workspace, invite, reached);
    return ExitCode::Done;
}

std::vector<Command> joinCommands() {
    return {{
        .path = "join",
        .summary = Text::tr("Ask to take part in a space, with an invite."),
        .positionals = {{"INVITE", Text::tr("The invite's text, or a file that holds it.")}},
        .run = join,
    }};
}

} // namespace puente
