#include "client/cli/commands/commands.h"

#include "client/cli/rights_output.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"

#include <algorithm>

namespace puente {

namespace {

Role roleOf(const Roster& roster, const OrganizationId& office) {
    return *std::ranges::find(roster.organizations, office, &Roster::Organization::id)->role;
}

Outcome<ExitCode> role(Invocation& invocation) {
    const auto wanted = roleFromWord(invocation.arguments.text("ROLE"));
    if (!wanted)
        return Failure{usageNotice(Text::tr("That is not a role."), Text::tr("Say reader, editor or admin."),
                                   invocation.arguments.text("ROLE"))};
    const auto at = rosterFor(invocation);
    if (!at) return Failure{at.fault()};
    const auto office = findOrganization(at->roster, invocation.arguments.text("ORGANISATION"));
    if (!office) return Failure{office.fault()};
    const std::string name = at->workspace.replica().organizationName(at->space, *office);
    if (roleOf(at->roster, *office) == *wanted)
        return Failure{Notice{ExitCode::Pending, Text::tr("It has that role already."), name,
                              Text::tr("“puente members” shows the roles.")}};
    const auto done = changeRole(at->workspace, at->space, *office, *wanted);
    if (!done) return Failure{done.fault()};
    Console& console = invocation.console;
    console.say(Text::tr("%1 is %2 now.").arg(name).arg(wordOf(*wanted)));
    printAct(console, *done);
    if (*wanted == Role::Reader)
        console.say(Text::tr("What it had written and you had received stays. It goes on reading; what it writes from "
                             "now on counts nowhere."));
    if (*wanted == Role::Admin)
        console.say(Text::tr("It may invite, remove and change roles like you, your own included."));
    sayPassItOn(console);
    return ExitCode::Done;
}

} // namespace

std::vector<Command> roleCommands() {
    return {{
        .path = "role",
        .summary = Text::tr("Change what an office may do in a space."),
        .positionals = {{"ORGANISATION", Text::tr("Its name, or the beginning of its id.")},
                        {"ROLE", "reader, editor, admin"}},
        .options = {spaceOption()},
        .run = role,
    }};
}

} // namespace puente
