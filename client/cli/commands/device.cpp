#include "client/cli/commands/commands.h"

#include "client/cli/invite_output.h"
#include "client/cli/json_writer.h"
#include "client/cli/rights_output.h"
#include "client/core/devices.h"
#include "client/core/kit_input.h"
#include "client/core/text.h"
#include "client/core/times.h"

namespace puente {

namespace {

void printJson(Console& console, const std::vector<DeviceView>& devices, const std::vector<AskingDevice>& asking) {
    JsonWriter json;
    json.beginObject().key("devices").beginArray();
    for (const DeviceView& view : devices) {
        json.beginObject()
            .member("id", toHex(view.device.id.view()))
            .member("organization", view.organizationName)
            .member("fingerprint", view.device.words)
            .member("state", wordOf(view.device.state))
            .key("newest_change");
        if (view.newestChange)
            json.value(isoTime(*view.newestChange));
        else
            json.null();
        json.member("self", view.device.isThisOne).endObject();
    }
    json.endArray().key("asking").beginArray();
    for (const AskingDevice& device : asking)
        json.beginObject()
            .member("id", toHex(device.id.view()))
            .member("fingerprint", device.words)
            .member("expired", device.joiner.expired)
            .member("invite_used", device.joiner.inviteUsed)
            .endObject();
    console.data(json.endArray().endObject().takeLine());
}

void printText(Console& console, const std::vector<DeviceView>& devices, const std::vector<AskingDevice>& asking) {
    std::vector<std::vector<std::string>> rows;
    for (const DeviceView& view : devices)
        rows.push_back(
            {shortId(view.device.id.view()), textOf(view.device.state), view.device.words,
             view.newestChange ? humanTime(*view.newestChange) : std::string(Text::tr("none here")),
             view.organizationName + (view.device.isThisOne ? " " + Text::tr("(this device)").str() : std::string())});
    console.table(
        {Text::tr("DEVICE"), Text::tr("STATE"), Text::tr("WORDS"), Text::tr("NEWEST CHANGE"), Text::tr("ORGANISATION")},
        rows);
    if (asking.empty()) return;
    rows.clear();
    for (const AskingDevice& device : asking)
        rows.push_back({shortId(device.id.view()), device.words});
    console.line("");
    console.line(Text::tr("They ask to be another device of this office. Compare the words with those on its screen, "
                          "then “puente device admit DEVICE”:"));
    console.table({Text::tr("DEVICE"), Text::tr("WORDS")}, rows);
}

Outcome<ExitCode> list(Invocation& invocation) {
    const auto space = invocation.space();
    if (!space) return Failure{space.fault()};
    const Workspace& workspace = **invocation.workspace();
    const auto devices = devicesOf(workspace, *space, invocation.arguments.has("--all"));
    if (!devices) return Failure{devices.fault()};
    const auto asking = askingDevices(workspace, *space);
    if (invocation.console.json())
        printJson(invocation.console, *devices, asking);
    else
        printText(invocation.console, *devices, asking);
    return ExitCode::Done;
}

Outcome<ExitCode> add(Invocation& invocation) {
    const auto validity = validityFrom(invocation.arguments);
    if (!validity) return Failure{validity.fault()};
    const auto space = invocation.space();
    if (!space) return Failure{space.fault()};
    auto output = InviteOutput::begin(invocation);
    if (!output) return Failure{output.fault()};
    const auto invite = inviteOwnDevice(**invocation.workspace(), *space, *validity);
    if (!invite) return Failure{invite.fault()};
    if (auto written = output->write(invocation, *space, *invite); !written) return Failure{written.fault()};
    Console& console = invocation.console;
    console.say(Text::tr("It is for one more device of this office and nobody else, until %1. On that device: “puente "
                         "init --invite FILE”.")
                    .arg(humanTime(invite->expires)));
    console.say(Text::tr("Run “puente sync” so that the server knows it."));
    return ExitCode::Done;
}

/// The root of a kit, if one was named.
Outcome<std::optional<OrganizationRoot>> kitFrom(const Arguments& arguments) {
    if (!arguments.has("--kit")) return std::optional<OrganizationRoot>();
    auto read = kitFromFile(arguments.text("--kit"));
    if (!read) return Failure{read.fault()};
    return std::optional<OrganizationRoot>(std::move(*read));
}

Outcome<ExitCode> admit(Invocation& invocation) {
    const auto space = invocation.space();
    if (!space) return Failure{space.fault()};
    Workspace& workspace = **invocation.workspace();
    const auto device = findAsking(askingDevices(workspace, *space), invocation.arguments.text("DEVICE"));
    if (!device) return Failure{device.fault()};
    const auto kit = kitFrom(invocation.arguments);
    if (!kit) return Failure{kit.fault()};
    const auto done = admitOwnDevice(workspace, *space, *device, *kit ? &**kit : nullptr);
    if (!done) return Failure{done.fault()};
    Console& console = invocation.console;
    if (console.json())
        console.data(JsonWriter()
                         .beginObject()
                         .member("id", toHex(device->id.view()))
                         .member("fingerprint", device->words)
                         .endObject()
                         .takeLine());
    console.say(Text::tr("The device with the words %1 is one of this office now, and may do what this one may.")
                    .arg(device->words));
    console.say(Text::tr("If these are not the words on its screen, revoke it at once: “puente device revoke %1”.")
                    .arg(shortId(device->id.view())));
    sayPassItOn(console);
    return ExitCode::Done;
}

Outcome<ExitCode> revoke(Invocation& invocation) {
    auto at = rosterFor(invocation);
    if (!at) return Failure{at.fault()};
    std::erase_if(at->roster.organizations, [](const Roster::Organization& office) { return !office.isOwn; });
    const auto device = findDevice(at->roster, invocation.arguments.text("DEVICE"));
    if (!device) return Failure{device.fault()};
    const auto kit = kitFrom(invocation.arguments);
    if (!kit) return Failure{kit.fault()};
    const auto done = revokeOwnDevice(at->workspace, at->space, *device, *kit ? &**kit : nullptr);
    if (!done) return Failure{done.fault()};
    Console& console = invocation.console;
    console.say(Text::tr("The device %1 of this office may act no more. Record: %2")
                    .arg(shortId(device->view()))
                    .arg(shortId(done->record.view())));
    printAct(console, *done);
    console.say(Text::tr("What it had written and you had received stays. What it writes from now on counts nowhere; "
                         "whoever holds it keeps what lies on it."));
    sayHowToConfirm(console, *done);
    sayPassItOn(console);
    return ExitCode::Done;
}

} // namespace

std::vector<Command> deviceCommands() {
    const OptionSpec kit{"--kit", Text::tr("FILE"),
                         Text::tr("The recovery kit, where this device has forgotten the root (“-”: typed).")};
    const PositionalSpec device{"DEVICE", Text::tr("The beginning of its id, as “puente device list” shows it.")};
    std::vector<OptionSpec> adding{spaceOption(),
                                   {"--days", "N", Text::tr("How long the invite is good for; else 14.")}};
    for (OptionSpec& option : inviteOptions())
        adding.push_back(std::move(option));
    return {
        {
            .path = "device list",
            .summary = Text::tr("The devices of this office, and when they were last heard of."),
            .options = {spaceOption(), {"--all", "", Text::tr("Those of all offices.")}},
            .run = list,
        },
        {
            .path = "device add",
            .summary = Text::tr("Invite another device of this office."),
            .options = std::move(adding),
            .run = add,
        },
        {
            .path = "device admit",
            .summary = Text::tr("Certify and admit a device that asks, after its words were compared."),
            .positionals = {device},
            .options = {kit, spaceOption()},
            .run = admit,
        },
        {
            .path = "device revoke",
            .summary = Text::tr("Take away the right to act of another device of this office."),
            .positionals = {device},
            .options = {kit, spaceOption()},
            .run = revoke,
        },
    };
}

} // namespace puente
