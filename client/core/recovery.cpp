#include "client/core/recovery.h"

#include "client/core/replica_notice.h"
#include "client/core/rights.h"
#include "client/core/text.h"
#include "sync/session/server_address.h"

#include <algorithm>
#include <set>

namespace puente {

namespace {

constexpr std::size_t kPrefixMin = 4;

Membership membershipIn(const Bundle::Space& space) {
    std::vector<MembershipRecord> records;
    for (const Replica::Arrival& entry : space.entries) {
        if (entry.kind != EntryKind::Membership || records.size() >= kMembershipRecordCountMax) continue;
        auto record = MembershipRecord::parse(entry.bytes);
        if (record && record->space() == space.id) records.push_back(std::move(*record));
    }
    return evaluate(space.id, records);
}

Outcome<std::vector<DeviceId>> keptAmong(const std::set<DeviceId>& devices, const std::vector<std::string>& keep) {
    std::vector<DeviceId> kept;
    for (const std::string& text : keep) {
        const auto begins = [&](const DeviceId& device) {
            return text.size() >= kPrefixMin && toHex(device.view()).starts_with(text);
        };
        if (std::ranges::count_if(devices, begins) != 1)
            return Failure{usageNotice(Text::tr("That is not one device of this organisation."),
                                       Text::tr("Give the beginning of its id, as “puente members” shows it."), text)};
        kept.push_back(*std::ranges::find_if(devices, begins));
    }
    return kept;
}

} // namespace

Outcome<RecoveryPlan> planRecovery(const OrganizationRoot& root, Bundle bundle, const RecoveryWish& wish) {
    if (!wish.server.empty() && !serverAddressFromText(wish.server).ok())
        return Failure{usageNotice(Text::tr("That is not a server's address."),
                                   Text::tr("Copy the whole line that “puente-server init” printed: puente-server:…"),
                                   wish.server)};
    std::set<DeviceId> devices;
    std::erase_if(bundle.spaces, [&](const Bundle::Space& space) {
        const Membership membership = membershipIn(space);
        for (const auto& [device, member] : membership.members)
            if (member.certificate.organization == root.id()) devices.insert(device);
        return !membership.organizations.contains(root.id());
    });
    if (bundle.spaces.empty())
        return Failure{Notice{ExitCode::Refused,
                              Text::tr("This organisation belongs to none of the spaces in the bundle."),
                              {},
                              Text::tr("Ask a member of its space to export a bundle, or to invite it again.")}};
    auto kept = keptAmong(devices, wish.keep);
    if (!kept) return Failure{kept.fault()};
    return RecoveryPlan{std::move(bundle), wish.server, std::move(*kept)};
}

Outcome<std::vector<SpaceRecovered>> recoverSpaces(Workspace& workspace, const OrganizationRoot& root,
                                                   RecoveryPlan plan) {
    std::vector<SpaceRecovered> all;
    for (Bundle::Space& space : plan.bundle.spaces) {
        const auto recovered =
            workspace.replica().recover(space.id, plan.server, std::move(space.entries), root, plan.kept);
        if (!recovered) return Failure{noticeOf(recovered.fault(), toHex(space.id.view()))};
        SpaceRecovered done{
            .id = space.id, .changeSets = recovered->changeSets, .revoked = recovered->revoked.size(), .keys = {}};
        if (auto tended = tendKeys(workspace, space.id, done.keys); !tended) return Failure{tended.fault()};
        all.push_back(done);
    }
    return all;
}

} // namespace puente
