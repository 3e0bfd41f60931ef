#include "client/cli/commands/commands.h"

#include "client/cli/json_writer.h"
#include "client/cli/rights_output.h"
#include "client/core/text.h"
#include "client/core/times.h"

namespace puente {

namespace {

std::string stateWord(const Roster::Invite& invite, Instant now) {
    if (!invite.contested.empty()) return "contested";
    if (!invite.usedBy.empty()) return "used";
    if (invite.isWithdrawn) return "withdrawn";
    return invite.offer.expires < now ? "expired" : "open";
}

std::string stateText(const Roster::Invite& invite, Instant now) {
    if (!invite.contested.empty()) return Text::tr("contested: see “puente members”");
    if (!invite.usedBy.empty()) return Text::tr("used by %1").arg(invite.usedBy);
    if (invite.isWithdrawn) return Text::tr("withdrawn");
    return invite.offer.expires < now ? Text::tr("expired")
                                      : Text::tr("open until %1").arg(humanTime(invite.offer.expires));
}

void printJson(Console& console, const Roster& roster, Instant now) {
    JsonWriter json;
    json.beginArray();
    for (const Roster::Invite& invite : roster.invites)
        json.beginObject()
            .member("id", toHex(invite.offer.invite.view()))
            .member("role", wordOf(invite.offer.role))
            .member("expires", isoTime(invite.offer.expires))
            .member("state", stateWord(invite, now))
            .member("used_by", invite.usedBy)
            .endObject();
    console.data(json.endArray().takeLine());
}

Outcome<ExitCode> list(Invocation& invocation) {
    const auto at = rosterFor(invocation);
    if (!at) return Failure{at.fault()};
    const Instant now = at->workspace.now();
    Console& console = invocation.console;
    if (console.json()) {
        printJson(console, at->roster, now);
        return ExitCode::Done;
    }
    std::vector<std::vector<std::string>> rows;
    for (const Roster::Invite& invite : at->roster.invites)
        rows.push_back(
            {shortId(invite.offer.invite.view()), std::string(wordOf(invite.offer.role)), stateText(invite, now)});
    if (rows.empty())
        console.say(Text::tr("Nobody was invited to this space."));
    else
        console.table({Text::tr("INVITE"), Text::tr("ROLE"), Text::tr("STATE")}, rows);
    return ExitCode::Done;
}

Outcome<ExitCode> withdraw(Invocation& invocation) {
    const auto at = rosterFor(invocation);
    if (!at) return Failure{at.fault()};
    const auto invite = findInvite(at->roster, invocation.arguments.text("ID"));
    if (!invite) return Failure{invite.fault()};
    const auto done = withdrawInvite(at->workspace, at->space, *invite);
    if (!done) return Failure{done.fault()};
    Console& console = invocation.console;
    console.say(
        Text::tr("Nobody joins with the invite %1 any more. Whoever joined with it before stays: “puente member "
                 "remove” removes them.")
            .arg(shortId(invite->view())));
    printAct(console, *done);
    sayPassItOn(console);
    return ExitCode::Done;
}

} // namespace

std::vector<Command> invitesCommands() {
    return {
        {
            .path = "invite list",
            .summary = Text::tr("The invites to a space, and what became of them."),
            .options = {spaceOption()},
            .run = list,
        },
        {
            .path = "invite withdraw",
            .summary = Text::tr("Take an invite back."),
            .positionals = {{"ID", Text::tr("The beginning of its id, as “puente invite list” shows it.")}},
            .options = {spaceOption()},
            .run = withdraw,
        },
    };
}

} // namespace puente
