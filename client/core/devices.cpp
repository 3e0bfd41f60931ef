#include "client/core/devices.h"

#include "client/core/fingerprint.h"
#include "client/core/kit.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"

namespace puente {

namespace {

constexpr std::size_t kPrefixMin = 4;

const DeviceCertificate& own(const Workspace& workspace) {
    return workspace.keyring().device().certificate;
}

const std::string& nameOf(const Workspace& workspace, const SpaceId& space) {
    return workspace.replica().findSpace(space)->name;
}

Notice needsKit(std::string where) {
    return {ExitCode::Refused, Text::tr("This needs the root of the organisation, which this device does not keep."),
            std::move(where), Text::tr("Take the printed recovery kit: --kit FILE.")};
}

/// The kit's root if one was read, and is this office's, else the one that is kept here; nullptr for none.
Outcome<const OrganizationRoot*> rootOf(const Workspace& workspace, const OrganizationRoot* kit) {
    if (kit == nullptr) return workspace.keyring().root() ? &*workspace.keyring().root() : nullptr;
    if (auto checked = checkKit(workspace, *kit); !checked) return Failure{checked.fault()};
    return kit;
}

/// Why a device is not admitted, if that can be told before.
std::optional<Notice> obstacle(const Workspace& workspace, const SpaceId& space, const AskingDevice& device) {
    const std::string again = Text::tr("Make another one: “puente device add --out FILE”.");
    if (device.joiner.inviteUsed)
        return Notice{ExitCode::Refused, Text::tr("This invite was used already."), shortId(device.id.view()), again};
    if (device.joiner.expired)
        return Notice{ExitCode::Refused, Text::tr("This invite has expired."), shortId(device.id.view()), again};
    if (!workspace.replica().membership(space).isAdmin(own(workspace).device))
        return noticeOf(ReplicaFault::NotAllowed, nameOf(workspace, space));
    return std::nullopt;
}

} // namespace

Outcome<std::vector<DeviceView>> devicesOf(const Workspace& workspace, const SpaceId& space, bool everybodys) {
    std::vector<DeviceView> views;
    const Roster roster = rosterOf(workspace, space);
    for (const Roster::Organization& office : roster.organizations) {
        if (!everybodys && !office.isOwn) continue;
        for (const Roster::Device& device : office.devices) {
            const auto newest = workspace.replica().newestChange(space, device.id);
            if (!newest) return Failure{noticeOf(newest.fault(), nameOf(workspace, space))};
            DeviceView view{
                .device = device, .organization = office.id, .organizationName = office.name, .newestChange = {}};
            if (*newest) view.newestChange = instantOf(static_cast<std::int64_t>((*newest)->time));
            views.push_back(std::move(view));
        }
    }
    return views;
}

std::vector<AskingDevice> askingDevices(const Workspace& workspace, const SpaceId& space) {
    std::vector<AskingDevice> asking;
    for (Replica::WaitingJoiner& joiner : workspace.replica().waitingJoiners(space)) {
        const DeviceCertificate keys = joiner.request.content().joiner;
        if (joiner.needsRoot && keys.organization == own(workspace).organization)
            asking.push_back({.joiner = std::move(joiner), .id = keys.device, .words = fingerprintWords(keys)});
    }
    return asking;
}

Outcome<AskingDevice> findAsking(const std::vector<AskingDevice>& all, std::string_view text) {
    std::vector<AskingDevice> found;
    for (const AskingDevice& device : all)
        if (text.size() >= kPrefixMin && toHex(device.id.view()).starts_with(text)) found.push_back(device);
    if (found.size() == 1) return found.front();
    return Failure{usageNotice(found.empty() ? Text::tr("No such device asks to be one of this office.")
                                             : Text::tr("Several answer to that."),
                               Text::tr("“%1” shows those there are.").arg("puente device list"), std::string(text))};
}

Outcome<Invite> inviteOwnDevice(Workspace& workspace, const SpaceId& space, Duration validity) {
    if (!workspace.replica().membership(space).isAdmin(own(workspace).device))
        return Failure{Notice{ExitCode::Refused, Text::tr("Only administrators invite."), nameOf(workspace, space),
                              Text::tr("A second device begins with the recovery kit as well: “puente recover start "
                                       "--kit FILE --keep DEVICE” on it, with a bundle of this one.")}};
    return workspace.offerInvite(space, Role::Admin, validity, own(workspace).organization);
}

Outcome<Done> admitOwnDevice(Workspace& workspace, const SpaceId& space, const AskingDevice& device,
                             const OrganizationRoot* kit) {
    if (auto notice = obstacle(workspace, space, device)) return Failure{std::move(*notice)};
    const auto root = rootOf(workspace, kit);
    if (!root) return Failure{root.fault()};
    if (*root == nullptr) return Failure{needsKit(nameOf(workspace, space))};
    const auto done = workspace.replica().admit(device.joiner.request, *root);
    if (!done && done.fault() == ReplicaFault::NotAllowed)
        return Failure{Notice{ExitCode::Refused,
                              Text::tr("Its invite is not one that this office made for its own devices: somebody else "
                                       "may be behind it. Nothing was signed."),
                              shortId(device.id.view()), Text::tr("Make one: “puente device add --out FILE”.")}};
    if (!done) return Failure{noticeOf(done.fault(), nameOf(workspace, space))};
    return Done{};
}

Outcome<ActDone> revokeOwnDevice(Workspace& workspace, const SpaceId& space, const DeviceId& device,
                                 const OrganizationRoot* kit) {
    const auto root = rootOf(workspace, kit);
    if (!root) return Failure{root.fault()};
    const bool isAdmin = workspace.replica().membership(space).isAdmin(own(workspace).device);
    if (*root == nullptr && !isAdmin && device != own(workspace).device)
        return Failure{needsKit(nameOf(workspace, space))};
    return revokeDevice(workspace, space, device, *root);
}

} // namespace puente
