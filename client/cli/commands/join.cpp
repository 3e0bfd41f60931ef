#include "client/cli/commands/commands.h"

#include "client/cli/exchange_output.h"
#include "client/cli/json_writer.h"
#include "client/core/exchange.h"
#include "client/core/fingerprint.h"
#include "client/core/platform/files.h"
#include "client/core/replica_notice.h"
#include "client/core/status.h"
#include "client/core/text.h"

namespace puente {

namespace {

constexpr std::size_t kFileSizeMax = std::size_t{64} * 1024;
constexpr std::string_view kScheme = "puente-invite:";

/// The invite as text: itself, or what stands in the file of that name.
Outcome<std::string> inviteText(const std::string& given) {
    if (given.starts_with(kScheme)) return given;
    const auto content = platform::readFile(given, kFileSizeMax);
    if (!content) return Failure{noticeOf(content.fault(), given)};
    return std::string(textOf(*content));
}

Outcome<Invite> inviteFrom(const std::string& given) {
    const auto text = inviteText(given);
    if (!text) return Failure{text.fault()};
    const auto invite = inviteFromText(*text);
    if (invite) return *invite;
    const std::string again = Text::tr("Copy the whole text again, or ask for a new invite.");
    switch (invite.fault()) {
    case InviteFault::NotAnInvite:
        return Failure{Notice{ExitCode::DataInvalid,
                              Text::tr("That is not an invite."),
                              {},
                              Text::tr("An invite begins with %1").arg(kScheme)}};
    case InviteFault::Damaged:
        return Failure{Notice{ExitCode::DataInvalid, Text::tr("The invite is incomplete or mistyped."), {}, again}};
    case InviteFault::UnknownVersion: break;
    }
    return Failure{Notice{ExitCode::DataInvalid,
                          Text::tr("A newer version of Puente made this invite."),
                          {},
                          Text::tr("Install that version, or a later one.")}};
}

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
    invocation.console.say(
        Text::tr("The words of this office: %1. Read them to %2 by telephone.").arg(words).arg(invite.inviterName));
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
    if (auto asked = (*workspace)->askToJoin(*invite); !asked) return Failure{asked.fault()};

    bool reached = false;
    if (!invite->server.empty()) {
        const auto report = synchronize(**workspace, {invite->space}, {});
        if (report && wasRefused(*report))
            return Failure{Notice{ExitCode::Refused, Text::tr("This invite was used already."), invite->spaceName,
                                  Text::tr("Ask %1 for a new one.").arg(invite->inviterName)}};
        if (!report && report.fault().code == ExitCode::Refused) return Failure{report.fault()};
        if (!report) invocation.console.fail(report.fault());
        reached = report.ok();
    }
    printOutcome(invocation, **workspace, *invite, reached);
    return ExitCode::Done;
}

} // namespace

std::vector<Command> joinCommands() {
    return {{
        .path = "join",
        .summary = Text::tr("Ask to take part in a space, with an invite."),
        .positionals = {{"INVITE", Text::tr("The invite's text, or a file that holds it.")}},
        .run = join,
    }};
}

} // namespace puente
