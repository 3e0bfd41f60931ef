#include "client/cli/commands/commands.h"
#include "client/cli/exchange_output.h"
#include "client/cli/json_writer.h"
#include "client/cli/office_options.h"
#include "client/core/fingerprint.h"
#include "client/core/kit_input.h"
#include "client/core/recovery.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"

#include <algorithm>
#include <set>

namespace puente {

namespace {

Outcome<OrganizationRoot> rootFrom(const Arguments& arguments) {
    if (arguments.has("--kit") == arguments.has("--shares"))
        return Failure{usageNotice(Text::tr("Give the kit or shares of it, one of the two."),
                                   Text::tr("--kit FILE, or --shares FILE for each share."))};
    return arguments.has("--kit") ? kitFromFile(arguments.text("--kit")) : rootFromShares(arguments.list("--shares"));
}

/// What a server or a bundle has as well: the office's other devices may have gone on since.
Outcome<Bundle> besideTheDisk(const Arguments& arguments, const OrganizationRoot& root, const OldDisk& disk) {
    if (arguments.has("--bundle")) return readBundle(arguments.text("--bundle"));
    std::set<std::string> servers;
    for (const OldDisk::Space& space : disk.spaces)
        if (!space.server.empty()) servers.insert(space.server);
    if (arguments.has("--server")) servers = {arguments.text("--server")};
    Bundle all;
    for (const std::string& server : servers) {
        auto claimed = claimSpaces(root, server);
        if (!claimed) return claimed;
        for (Bundle::Space& space : claimed->spaces)
            all.spaces.push_back(std::move(space));
    }
    std::ranges::stable_sort(all.spaces, {}, &Bundle::Space::id);
    return all;
}

Outcome<RecoveryPlan> planFromDisk(const Arguments& arguments, const OrganizationRoot& root, const RecoveryWish& wish) {
    auto disk = readOldFolder(root, arguments.text("--old"));
    if (!disk) return Failure{disk.fault()};
    auto bundle = besideTheDisk(arguments, root, *disk);
    if (!bundle) return Failure{bundle.fault()};
    addOldDisk(*bundle, *disk);
    auto plan = planRecovery(root, std::move(*bundle), wish);
    if (plan) plan->disk = std::move(*disk);
    return plan;
}

Outcome<RecoveryPlan> planFrom(const Arguments& arguments, const OrganizationRoot& root) {
    const RecoveryWish wish{.server = arguments.text("--server"), .keep = arguments.list("--keep")};
    if (arguments.has("--old")) return planFromDisk(arguments, root, wish);
    if (!arguments.has("--bundle") && !arguments.has("--server"))
        return Failure{usageNotice(Text::tr("Say where from: a bundle or the server."),
                                   Text::tr("--bundle FILE of any member, or --server ADDRESS as the kit names it."))};
    auto bundle = arguments.has("--bundle") ? readBundle(arguments.text("--bundle")) : claimSpaces(root, wish.server);
    if (!bundle) return Failure{bundle.fault()};
    return planRecovery(root, std::move(*bundle), wish);
}

void printJson(Console& console, const Workspace& workspace, const std::vector<SpaceRecovered>& all) {
    JsonWriter json;
    json.beginObject()
        .member("organization", workspace.office().organization)
        .member("fingerprint", fingerprintWords(workspace.keyring().device().certificate))
        .key("spaces")
        .beginArray();
    for (const SpaceRecovered& space : all)
        json.beginObject()
            .member("id", toHex(space.id.view()))
            .member("name", workspace.replica().findSpace(space.id)->name)
            .member("received_change_sets", space.changeSets)
            .member("revoked_devices", std::uint64_t{space.revoked})
            .member("written_again", space.writtenAgain)
            .member("keys_renewed", space.keys.renewed)
            .endObject();
    console.data(json.endArray().endObject().takeLine());
}

void printText(Console& console, const Workspace& workspace, const std::vector<SpaceRecovered>& all,
               const Arguments& arguments) {
    for (const SpaceRecovered& space : all) {
        console.say(
            Text::tr("“%1”: this device is yours now. Changes received: %2. Other devices of yours revoked: %3.")
                .arg(workspace.replica().findSpace(space.id)->name)
                .arg(space.changeSets)
                .arg(space.revoked));
        if (space.writtenAgain > 0)
            console.say(Text::tr("Changes that only the old disk had, written again: %1").arg(space.writtenAgain));
        sayKeys(console, space.keys.renewed, space.keys.forwarded);
    }
    console.say(
        Text::tr("The words of this office: %1").arg(fingerprintWords(workspace.keyring().device().certificate)));
    if (arguments.has("--old"))
        console.say(
            Text::tr("Nothing of the old folder is lost; keep it until the others have synchronised, then erase it."));
    else
        console.say(
            arguments.has("--bundle")
                ? Text::tr("What the revoked devices had written and is not in the bundle counts no longer; what "
                           "lies on them stays on them.")
                : Text::tr("What the revoked devices had written and the server does not have counts no longer; "
                           "what lies on them stays on them."));
    console.say(Text::tr("Run “puente sync”, or export a bundle, so that the others learn of it."));
    console.say(Text::tr("Tell the administrators by telephone, and lock the kit away again: this device does not keep "
                         "it."));
}

Outcome<ExitCode> start(Invocation& invocation) {
    const auto replica = newReplicaFrom(invocation.arguments);
    if (!replica) return Failure{replica.fault()};
    const auto root = rootFrom(invocation.arguments);
    if (!root) return Failure{root.fault()};
    auto plan = planFrom(invocation.arguments, *root);
    if (!plan) return Failure{plan.fault()};
    const auto workspace = Workspace::recover(invocation.options().home, *replica, *root,
                                              PassphraseSource(invocation.options().passphraseFile));
    if (!workspace) return Failure{workspace.fault()};
    const auto recovered = recoverSpaces(**workspace, *root, std::move(*plan));
    if (!recovered) return Failure{recovered.fault()};
    if (invocation.console.json())
        printJson(invocation.console, **workspace, recovered->spaces);
    else
        printText(invocation.console, **workspace, recovered->spaces, invocation.arguments);
    for (const Notice& failed : recovered->failed)
        invocation.console.fail(failed);
    return recovered->failed.empty() ? ExitCode::Done : ExitCode::PartlyDone;
}

std::vector<OptionSpec> startOptions() {
    std::vector<OptionSpec> options{
        {"--kit", Text::tr("FILE"), Text::tr("The words or the line of the kit; “-”: typed.")},
        {"--shares", Text::tr("FILE"), Text::tr("A trustee's share; once for each."), false, true},
        {"--bundle", Text::tr("FILE"), Text::tr("What a member of the space exported; else the server is asked.")},
        {"--server", Text::tr("ADDRESS"), Text::tr("Where the space meets; the kit names it.")},
        {"--old", Text::tr("FOLDER"),
         Text::tr("The old replica's folder, if it is still there: a forgotten passphrase.")},
        {"--keep", Text::tr("DEVICE"), Text::tr("A device that is not lost; all others are revoked."), false, true},
    };
    for (OptionSpec& option : officeOptions())
        options.push_back(std::move(option));
    return options;
}

} // namespace

std::vector<Command> recoverStartCommands() {
    return {{
        .path = "recover start",
        .summary = Text::tr("Come back on a new device: a lost passphrase, a stolen laptop."),
        .options = startOptions(),
        .run = start,
    }};
}

} // namespace puente
