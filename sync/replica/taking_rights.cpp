#include "sync/replica/epoch_keys.h"
#include "sync/replica/parts.h"
#include "sync/replica/receiver.h"

#include <algorithm>

namespace puente {

namespace {

/// Signs an act that rests on all that holds, and keeps it if it holds itself; else says why it would not.
Result<Done, ReplicaFault> act(ReplicaState& state, SpaceState& space, const MembershipAct& act,
                               const OrganizationRoot* root = nullptr) {
    if (space.records.size() >= kMembershipRecordCountMax) return Failure{ReplicaFault::TooLarge};
    return state.transact<Done>([&](Work& work) -> Result<Done, ReplicaFault> {
        const RecordAuthor author = root ? RecordAuthor(root->id()) : RecordAuthor(state.ownDevice());
        MembershipRecord record =
            MembershipRecord::sign(nextRecord(space, author, act), {}, root ? root->signing() : state.keys.signing);
        const Hash hash = record.hash();
        state.keepRecord(work, space, std::move(record));
        space.evaluateMembership(state.ownDevice());
        const auto isVoid = space.membership.ignored.find(hash);
        if (isVoid == space.membership.ignored.end()) {
            Receiver(state, work, space).settle();
            return Done{};
        }
        switch (isVoid->second) {
        case VoidReason::NotAuthorized:
        case VoidReason::Outlawed: return Failure{ReplicaFault::NotAllowed};
        case VoidReason::LastAdmin: return Failure{ReplicaFault::LastAdmin};
        case VoidReason::NoSuchTarget:
        case VoidReason::InviteInvalid:
        case VoidReason::AlreadyMember: break;
        }
        return Failure{ReplicaFault::UnknownTarget};
    });
}

/// Cuts the logs of some devices at what this device accepted of them.
template <typename Concerns>
Cuts cutsOf(const ReplicaState& state, const SpaceState& space, Concerns concerns) {
    Cuts cuts;
    for (const std::uint32_t log : state.logs.ofSpace(space.number)) {
        const Height& height = state.logs.height(log);
        const LogId& id = state.logs.ids()[log];
        if (height.sequence == 0) continue;
        if (log == space.ownLog) cuts.declared = {.log = id, .height = height};
        if (concerns(id.device)) cuts.heights.push_back({.log = id, .height = height});
    }
    return cuts;
}

auto isDeviceOf(const SpaceState& space, const OrganizationId& organization) {
    return [&space, organization](const DeviceId& device) {
        const DeviceCertificate* certificate = space.membership.certificateOf(device);
        return certificate != nullptr && certificate->organization == organization;
    };
}

/// Above every incarnation of an organisation's logs that is known here.
std::uint32_t nextIncarnation(const ReplicaState& state, const SpaceState& space, const OrganizationId& organization) {
    std::uint32_t last = 1;
    const auto isTheirs = isDeviceOf(space, organization);
    for (const std::uint32_t log : state.logs.ofSpace(space.number))
        if (const LogId& id = state.logs.ids()[log]; isTheirs(id.device)) last = std::max(last, id.incarnation);
    return last + 1;
}

} // namespace

Result<Done, ReplicaFault> Replica::withdrawInvite(const SpaceId& space, const InviteId& invite) {
    SpaceState* found = m_parts->find(space);
    if (found == nullptr) return Failure{ReplicaFault::UnknownSpace};
    return act(*m_parts, *found, WithdrawInvite{invite});
}

Result<Done, ReplicaFault> Replica::removeOrganization(const SpaceId& space, const OrganizationId& organization) {
    SpaceState* found = m_parts->find(space);
    if (found == nullptr) return Failure{ReplicaFault::UnknownSpace};
    return act(*m_parts, *found,
               RemoveOrganization{.organization = organization,
                                  .cuts = cutsOf(*m_parts, *found, isDeviceOf(*found, organization))});
}

Result<Done, ReplicaFault> Replica::changeRole(const SpaceId& space, const OrganizationId& organization, Role role) {
    SpaceState* found = m_parts->find(space);
    if (found == nullptr) return Failure{ReplicaFault::UnknownSpace};
    ChangeRole change{.organization = organization, .role = role, .incarnation = 1, .cuts = {}};
    if (role == Role::Reader) change.cuts = cutsOf(*m_parts, *found, isDeviceOf(*found, organization));
    if (role != Role::Reader) change.incarnation = nextIncarnation(*m_parts, *found, organization);
    return act(*m_parts, *found, change);
}

Result<Done, ReplicaFault> Replica::revokeDevice(const SpaceId& space, const DeviceId& device,
                                                 const OrganizationRoot* root) {
    SpaceState* found = m_parts->find(space);
    if (found == nullptr) return Failure{ReplicaFault::UnknownSpace};
    const auto isIt = [&](const DeviceId& other) { return other == device; };
    RevokeDevice revoke{.device = device, .cuts = cutsOf(*m_parts, *found, isIt)};
    if (root) revoke.cuts.declared = {}; // a root writes no log
    return act(*m_parts, *found, revoke, root);
}

Result<Done, ReplicaFault> Replica::confirm(const SpaceId& space, const Hash& record, const OrganizationRoot* root) {
    SpaceState* found = m_parts->find(space);
    if (found == nullptr) return Failure{ReplicaFault::UnknownSpace};
    return act(*m_parts, *found, Confirm{record}, root);
}

} // namespace puente
