#include "client/cli/commands/commands.h"

#include "client/cli/rights_output.h"
#include "client/core/text.h"

namespace puente {

namespace {

Outcome<ExitCode> remove(Invocation& invocation) {
    const auto at = rosterFor(invocation);
    if (!at) return Failure{at.fault()};
    const auto office = findOrganization(at->roster, invocation.arguments.text("ORGANISATION"));
    if (!office) return Failure{office.fault()};
    const std::string name = at->workspace.replica().organizationName(at->space, *office);
    const auto done = removeOrganization(at->workspace, at->space, *office);
    if (!done) return Failure{done.fault()};
    Console& console = invocation.console;
    console.say(Text::tr("%1 no longer belongs to the space. Record: %2").arg(name).arg(shortId(done->record.view())));
    printAct(console, *done);
    console.say(Text::tr("What it had written and you had received stays. What it writes from now on counts nowhere; "
                         "its own copy cannot be taken away from it."));
    sayHowToConfirm(console, *done);
    sayPassItOn(console);
    return ExitCode::Done;
}

Outcome<ExitCode> revoke(Invocation& invocation) {
    const auto at = rosterFor(invocation);
    if (!at) return Failure{at.fault()};
    const auto device = findDevice(at->roster, invocation.arguments.text("DEVICE"));
    if (!device) return Failure{device.fault()};
    const std::string name = at->workspace.replica().organizationName(at->space, *device);
    const auto done = revokeDevice(at->workspace, at->space, *device);
    if (!done) return Failure{done.fault()};
    Console& console = invocation.console;
    console.say(Text::tr("The device %1 of %2 may act no more; the office stays a member. Record: %3")
                    .arg(shortId(device->view()))
                    .arg(name)
                    .arg(shortId(done->record.view())));
    printAct(console, *done);
    console.say(Text::tr("What it had written and you had received stays. What it writes from now on counts nowhere; "
                         "whoever holds it keeps what lies on it."));
    sayHowToConfirm(console, *done);
    sayPassItOn(console);
    return ExitCode::Done;
}

} // namespace

std::vector<Command> memberCommands() {
    return {
        {
            .path = "member remove",
            .summary = Text::tr("Remove an office from a space."),
            .positionals = {{"ORGANISATION", Text::tr("Its name, or the beginning of its id.")}},
            .options = {spaceOption()},
            .run = remove,
        },
        {
            .path = "revoke",
            .summary = Text::tr("Take away a device's right to act; its office stays a member."),
            .positionals = {{"DEVICE", Text::tr("The beginning of its id, or its office if that has no other.")}},
            .options = {spaceOption()},
            .run = revoke,
        },
    };
}

} // namespace puente
