#include "client/cli/commands/commands.h"

#include "client/cli/invite_output.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/core/times.h"

namespace puente {

namespace {

Outcome<Role> roleFrom(const Arguments& arguments) {
    const auto role = roleFromWord(arguments.text("--role"));
    if (!role)
        return Failure{usageNotice(Text::tr("That is not a role."), Text::tr("Say reader, editor or admin."),
                                   arguments.text("--role"))};
    return *role;
}

Outcome<ExitCode> invite(Invocation& invocation) {
    const auto role = roleFrom(invocation.arguments);
    if (!role) return Failure{role.fault()};
    const auto validity = validityFrom(invocation.arguments);
    if (!validity) return Failure{validity.fault()};
    const auto space = invocation.space();
    if (!space) return Failure{space.fault()};
    auto output = InviteOutput::begin(invocation);
    if (!output) return Failure{output.fault()};
    const auto offered = (*invocation.workspace())->offerInvite(*space, *role, *validity);
    if (!offered) return Failure{offered.fault()};
    if (auto written = output->write(invocation, *space, *offered); !written) return Failure{written.fault()};
    invocation.console.say(
        Text::tr("It admits one office as %1 until %2. Whoever has it can join: hand it over safely.")
            .arg(wordOf(offered->role))
            .arg(humanTime(offered->expires)));
    invocation.console.say(Text::tr("Run “puente sync” so that the server knows it."));
    return ExitCode::Done;
}

} // namespace

std::vector<Command> inviteCommands() {
    std::vector<OptionSpec> options{
        spaceOption(),
        {"--role", Text::tr("ROLE"), "reader, editor, admin", true},
        {"--days", "N", Text::tr("How long the invite is good for; else 14.")},
    };
    for (OptionSpec& option : inviteOptions())
        options.push_back(std::move(option));
    return {{
        .path = "invite",
        .summary = Text::tr("Invite an office to a space."),
        .options = std::move(options),
        .run = invite,
    }};
}

} // namespace puente
