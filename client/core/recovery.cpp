#include "client/core/recovery.h"

#include "client/core/proxy.h"
#include "client/core/replica_notice.h"
#include "client/core/rights.h"
#include "client/core/sealed_replica.h"
#include "client/core/session_notice.h"
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

Outcome<Bundle> claimSpaces(const OrganizationRoot& root, const std::string& server) {
    const auto address = serverAddressFromText(server);
    if (!address) return Failure{badAddressNotice(server)};
    auto proxy = proxyFromEnvironment();
    if (!proxy) return Failure{proxy.fault()};
    SystemEntropy entropy;
    Claimant claimant(root, entropy, {.server = address->server});
    ConversationOf<Claimant> conversation(claimant);
    TransportOptions options;
    options.proxy = std::move(*proxy);
    const auto carried = converse(*address, conversation, SystemClock(), options);
    const std::string where = address->host + ":" + std::to_string(address->port);
    if (!carried && carried.fault() == TransportFault::Conversation && claimant.fault())
        return Failure{noticeOf(*claimant.fault(), claimant, where)};
    if (!carried) return Failure{noticeOf(carried.fault(), where)};
    Bundle bundle;
    for (Claimant::Space& space : claimant.takeSpaces())
        bundle.spaces.push_back({space.id, std::move(space.entries), {}});
    if (bundle.spaces.empty())
        return Failure{Notice{ExitCode::Refused, Text::tr("This server keeps no space of this organisation."), where,
                              Text::tr("Check the address on the kit, or recover with a bundle of a member.")}};
    return bundle;
}

Outcome<OldDisk> readOldFolder(const OrganizationRoot& root, const std::string& folder) {
    if (!SealedReplica::isIn(folder))
        return Failure{usageNotice(Text::tr("There is no replica in that folder."),
                                   Text::tr("Name the folder of the old replica; “puente status” showed it."), folder)};
    SystemEntropy entropy;
    auto database = SealedReplica(folder, entropy).openWith(root);
    if (!database) return Failure{database.fault()};
    auto disk = readOldDisk(*database);
    if (!disk) return Failure{noticeOf(disk.fault(), SealedReplica::pathIn(folder))};
    return std::move(*disk);
}

void addOldDisk(Bundle& bundle, const OldDisk& disk) {
    for (const OldDisk::Space& old : disk.spaces) {
        auto space = std::ranges::lower_bound(bundle.spaces, old.id, {}, &Bundle::Space::id);
        if (space == bundle.spaces.end() || space->id != old.id)
            space = bundle.spaces.insert(space, Bundle::Space{old.id, {}, {}});
        space->entries.insert(space->entries.end(), old.entries.begin(), old.entries.end());
    }
}

Outcome<RecoveryPlan> planRecovery(const OrganizationRoot& root, Bundle bundle, const RecoveryWish& wish) {
    if (!wish.server.empty() && !serverAddressFromText(wish.server).ok()) return Failure{badAddressNotice(wish.server)};
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
    return RecoveryPlan{.bundle = std::move(bundle), .server = wish.server, .kept = std::move(*kept)};
}

Outcome<RecoveryReport> recoverSpaces(Workspace& workspace, const OrganizationRoot& root, RecoveryPlan plan) {
    RecoveryReport report;
    for (Bundle::Space& space : plan.bundle.spaces) {
        const auto old = std::ranges::find(plan.disk.spaces, space.id, &OldDisk::Space::id);
        const bool isOnDisk = old != plan.disk.spaces.end();
        const std::string& server = plan.server.empty() && isOnDisk ? old->server : plan.server;
        const auto recovered = workspace.replica().recover(space.id, server, std::move(space.entries), root, plan.kept,
                                                           isOnDisk ? std::span<const Replica::Unsent>(old->unsent)
                                                                    : std::span<const Replica::Unsent>());
        if (!recovered) {
            report.failed.push_back(noticeOf(recovered.fault(), toHex(space.id.view())));
            continue;
        }
        SpaceRecovered done{.id = space.id,
                            .changeSets = recovered->changeSets,
                            .revoked = recovered->revoked.size(),
                            .writtenAgain = recovered->writtenAgain,
                            .keys = {}};
        if (auto tended = tendKeys(workspace, space.id, done.keys); !tended) return Failure{tended.fault()};
        report.spaces.push_back(done);
    }
    if (report.spaces.empty() && !report.failed.empty()) return Failure{report.failed.front()};
    return report;
}

} // namespace puente
