#include "client/cli/commands/commands.h"

#include "client/cli/json_writer.h"
#include "client/cli/times.h"
#include "client/core/platform/files.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"

#include <charconv>

namespace puente {

namespace {

constexpr int kDaysMax = 365;

Outcome<Duration> validityFrom(const Arguments& arguments) {
    const std::string text = arguments.text("--days", "14");
    int days = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), days);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || days < 0 || days > kDaysMax)
        return Failure{
            usageNotice(Text::tr("That is not a number of days."), Text::tr("Give a number from 0 to 365."), text)};
    return Duration(std::chrono::hours(24) * days);
}

Outcome<Role> roleFrom(const Arguments& arguments) {
    const auto role = roleFromWord(arguments.text("--role"));
    if (!role)
        return Failure{usageNotice(Text::tr("That is not a role."), Text::tr("Say reader, editor or admin."),
                                   arguments.text("--role"))};
    return *role;
}

Outcome<Done> writeOut(Invocation& invocation, const Invite& invite) {
    const std::string text = toText(invite), file = invocation.arguments.text("--out");
    if (!file.empty()) {
        const auto written = platform::replaceFile(file, bytesOf(text + "\n"), platform::Access::Owner);
        if (!written) return Failure{noticeOf(written.fault(), file)};
    }
    if (invocation.console.json())
        invocation.console.data(JsonWriter()
                                    .beginObject()
                                    .member("invite", text)
                                    .member("space", invite.spaceName)
                                    .member("role", wordOf(invite.role))
                                    .member("expires", isoTime(invite.expires))
                                    .endObject()
                                    .takeLine());
    else if (file.empty())
        invocation.console.line(text);
    return Done{};
}

Outcome<ExitCode> invite(Invocation& invocation) {
    const auto role = roleFrom(invocation.arguments);
    if (!role) return Failure{role.fault()};
    const auto validity = validityFrom(invocation.arguments);
    if (!validity) return Failure{validity.fault()};
    const auto space = invocation.space();
    if (!space) return Failure{space.fault()};
    const auto offered = (*invocation.workspace())->offerInvite(*space, *role, *validity);
    if (!offered) return Failure{offered.fault()};
    if (auto written = writeOut(invocation, *offered); !written) return Failure{written.fault()};

    const std::string file = invocation.arguments.text("--out");
    if (!file.empty()) invocation.console.say(Text::tr("The invite is in %1").arg(file));
    invocation.console.say(
        Text::tr("It admits one office as %1 until %2. Whoever has it can join: hand it over safely.")
            .arg(wordOf(offered->role))
            .arg(humanTime(offered->expires)));
    invocation.console.say(Text::tr("Run “puente sync” so that the server knows it."));
    return ExitCode::Done;
}

} // namespace

std::vector<Command> inviteCommands() {
    return {{
        .path = "invite",
        .summary = Text::tr("Invite an office to a space."),
        .options =
            {
                spaceOption(),
                {"--role", Text::tr("ROLE"), "reader, editor, admin", true},
                {"--days", "N", Text::tr("How long the invite is good for; else 14.")},
                {"--out", Text::tr("FILE"), Text::tr("Write it to a file, else it is printed.")},
            },
        .run = invite,
    }};
}

} // namespace puente
