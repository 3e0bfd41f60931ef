#include "client/core/rights.h"

#include "client/core/replica_notice.h"
#include "client/core/text.h"

#include <algorithm>

namespace puente {

namespace {

const DeviceCertificate& own(const Workspace& workspace) {
    return workspace.keyring().device().certificate;
}

/// Acts, unless this office is not admitted yet, and does what the act makes due.
template <typename Act>
Outcome<ActDone> acted(Workspace& workspace, const SpaceId& space, Act act) {
    Replica& replica = workspace.replica();
    if (!replica.findSpace(space)->role) return Failure{writeNotice(replica, space, ReplicaFault::NotAllowed)};
    const Result<Done, ReplicaFault> done = act(replica);
    if (!done) return Failure{noticeOf(done.fault(), replica.findSpace(space)->name)};
    const auto records = replica.membershipRecords(space);
    if (!records) return Failure{noticeOf(records.fault())};
    ActDone outcome{.record = records->back().hash()};
    for (const Removal& removal : replica.membership(space).removals)
        if (removal.record == outcome.record) outcome.isConfirmed = removal.isConfirmed;
    if (auto tended = tendKeys(workspace, space, outcome.keys); !tended) return Failure{tended.fault()};
    return outcome;
}

/// True when the space has an administrator's device that is not among these.
template <typename IsAmong>
bool hasOtherAdmin(const Membership& membership, IsAmong isAmong) {
    return std::ranges::any_of(membership.members, [&](const auto& entry) {
        return entry.second.mayAdmit() && !isAmong(entry.second.certificate);
    });
}

/// What is said to an office that would take away its own place.
Notice notOneself(const Workspace& workspace, const SpaceId& space, bool leavesAnAdmin, std::string whatToDo) {
    const std::string& name = workspace.replica().findSpace(space)->name;
    const bool isAdmin = workspace.replica().membership(space).isAdmin(own(workspace).device);
    if (!isAdmin) return noticeOf(ReplicaFault::NotAllowed, name);
    if (!leavesAnAdmin) return noticeOf(ReplicaFault::LastAdmin, name);
    return {ExitCode::Refused, Text::tr("Nobody takes away their own place."), name, std::move(whatToDo)};
}

} // namespace

Outcome<Done> tendKeys(Workspace& workspace, const SpaceId& space, KeysReport& report) {
    const auto tended = workspace.replica().tendKeys(space);
    if (!tended) return Failure{noticeOf(tended.fault(), workspace.replica().findSpace(space)->name)};
    report.renewed += tended->rotated ? 1 : 0;
    report.forwarded += tended->forwardedTo;
    return Done{};
}

Outcome<ActDone> removeOrganization(Workspace& workspace, const SpaceId& space, const OrganizationId& organization) {
    if (organization == own(workspace).organization) {
        const auto isOwn = [&](const DeviceCertificate& other) { return other.organization == organization; };
        return Failure{notOneself(workspace, space, hasOtherAdmin(workspace.replica().membership(space), isOwn),
                                  Text::tr("Ask another administrator to remove this office."))};
    }
    return acted(workspace, space, [&](Replica& replica) { return replica.removeOrganization(space, organization); });
}

Outcome<ActDone> changeRole(Workspace& workspace, const SpaceId& space, const OrganizationId& organization, Role role) {
    return acted(workspace, space, [&](Replica& replica) { return replica.changeRole(space, organization, role); });
}

Outcome<ActDone> revokeDevice(Workspace& workspace, const SpaceId& space, const DeviceId& device,
                              const OrganizationRoot* root) {
    if (device == own(workspace).device) {
        const auto isOwn = [&](const DeviceCertificate& other) { return other.device == device; };
        return Failure{notOneself(workspace, space, hasOtherAdmin(workspace.replica().membership(space), isOwn),
                                  Text::tr("Do it on another device of this office, or ask another administrator."))};
    }
    return acted(workspace, space, [&](Replica& replica) { return replica.revokeDevice(space, device, root); });
}

Outcome<ActDone> confirm(Workspace& workspace, const SpaceId& space, const Hash& record, const OrganizationRoot* root) {
    auto done = acted(workspace, space, [&](Replica& replica) { return replica.confirm(space, record, root); });
    if (!done) return done;
    done->record = record;
    for (const Removal& removal : workspace.replica().membership(space).removals)
        if (removal.record == record) done->isConfirmed = removal.isConfirmed;
    return done;
}

Outcome<ActDone> rotate(Workspace& workspace, const SpaceId& space) {
    return acted(workspace, space, [&](Replica& replica) { return replica.rotateEpoch(space); });
}

Outcome<ActDone> withdrawInvite(Workspace& workspace, const SpaceId& space, const InviteId& invite) {
    return acted(workspace, space, [&](Replica& replica) { return replica.withdrawInvite(space, invite); });
}

} // namespace puente
