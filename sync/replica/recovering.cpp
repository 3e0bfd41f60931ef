#include "sync/replica/epoch_keys.h"
#include "sync/replica/parts.h"
#include "sync/replica/receiver.h"
#include "sync/replica/reissue.h"

#include <algorithm>

namespace puente {

namespace {

/// The organisation's other devices that are members now, ascending, without those to keep.
std::vector<DeviceId> othersOf(const SpaceState& space, const OrganizationId& organization, const DeviceId& own,
                               std::span<const DeviceId> kept) {
    std::vector<DeviceId> others;
    for (const auto& [device, member] : space.membership.members)
        if (member.certificate.organization == organization && device != own &&
            std::ranges::find(kept, device) == kept.end())
            others.push_back(device);
    return others;
}

/// Cuts the logs of these devices at what is here of them.
Cuts cutsOf(const ReplicaState& state, const SpaceState& space, const std::vector<DeviceId>& devices) {
    Cuts cuts;
    for (const std::uint32_t log : state.logs.ofSpace(space.number)) {
        const LogId& id = state.logs.ids()[log];
        const Height& height = state.logs.height(log);
        if (height.sequence > 0 && std::ranges::find(devices, id.device) != devices.end())
            cuts.heights.push_back({.log = id, .height = height});
    }
    return cuts;
}

/// Members and keys first, since a root opens what segments are sealed under; then the segments.
std::vector<Replica::Arrival> takeSegmentsFrom(std::vector<Replica::Arrival>& arrivals) {
    const auto isOther = [](const Replica::Arrival& arrival) { return arrival.kind != EntryKind::Segment; };
    const auto segments = std::stable_partition(arrivals.begin(), arrivals.end(), isOther);
    std::vector<Replica::Arrival> taken(std::make_move_iterator(segments), std::make_move_iterator(arrivals.end()));
    arrivals.erase(segments, arrivals.end());
    return taken;
}

void openWithRoot(SpaceState& space, const std::vector<Replica::Arrival>& arrivals, const OrganizationRoot& root) {
    for (const Replica::Arrival& arrival : arrivals) {
        if (arrival.kind != EntryKind::KeyObject) continue;
        const auto object = KeyObject::parse(arrival.bytes);
        if (object && object->content().space == space.id()) (void)space.openKeys(*object, root.recovery());
    }
}

} // namespace

Result<Replica::Recovered, ReplicaFault> Replica::recover(const SpaceId& id, std::string_view server,
                                                          std::vector<Arrival> arrivals, const OrganizationRoot& root,
                                                          std::span<const DeviceId> kept,
                                                          std::span<const Unsent> unsent) {
    ReplicaState& state = *m_parts;
    if (state.keys.certificate.organization != root.id()) return Failure{ReplicaFault::NotAllowed};
    if (const SpaceState* known = state.find(id); known && known->info.role) return Failure{ReplicaFault::NotAllowed};
    return state.transact<Recovered>([&](Work& work) -> Result<Recovered, ReplicaFault> {
        SpaceState* found = state.find(id);
        SpaceState& space = found ? *found : state.addSpace(work, id, {}, server);
        std::vector<Arrival> segments = takeSegmentsFrom(arrivals);
        (void)Receiver(state, work, space).receive(arrivals);
        if (!space.membership.organizations.contains(root.id())) return Failure{ReplicaFault::NotAllowed};
        openWithRoot(space, arrivals, root);
        if (space.currentKey() == nullptr) return Failure{ReplicaFault::NoKey};
        Recovered recovered;
        recovered.changeSets = Receiver(state, work, space).receive(std::move(segments)).changeSets;

        recovered.revoked = othersOf(space, root.id(), state.ownDevice(), kept);
        const Recover act{.device = state.keys.certificate,
                          .revoked = recovered.revoked,
                          .cuts = cutsOf(state, space, recovered.revoked)};
        const bool fits = act.revoked.size() <= kRevokedCountMax && act.cuts.heights.size() <= kCutCountMax &&
                          space.records.size() < kMembershipRecordCountMax;
        if (!fits) return Failure{ReplicaFault::TooLarge};
        MembershipRecord record = MembershipRecord::sign(nextRecord(space, root.id(), act), {}, root.signing());
        state.keepRecord(work, space, std::move(record));
        space.evaluateMembership(state.ownDevice());
        if (!space.info.role) return Failure{ReplicaFault::NotAllowed};
        state.keepKeyObject(work, space, keyObjectFor(space, {state.keys.certificate.sealing}, state));
        if (!space.mayWrite()) return recovered;
        const auto written = writeUnsentAgain(state, work, space, unsent);
        if (!written) return Failure{written.fault()};
        recovered.writtenAgain = *written;
        return recovered;
    });
}

} // namespace puente
