#include "sync/membership/member_book.h"

#include <algorithm>
#include <limits>

namespace puente {

namespace {

/// The cuts of an act that closes logs; nullptr for a confirmation, which closes them altogether.
const Cuts* cutsOf(const MembershipRecord& record) {
    if (const auto* remove = record.as<RemoveOrganization>()) return &remove->cuts;
    if (const auto* change = record.as<ChangeRole>()) return &change->cuts;
    if (const auto* revoke = record.as<RevokeDevice>()) return &revoke->cuts;
    if (const auto* recover = record.as<Recover>()) return &recover->cuts;
    return nullptr;
}

/// Of one incarnation's forks only what its device stated counts, if it did: a statement names the whole of a branch,
/// so that it settles every fork. Of several statements the one that keeps most.
void keepStatements(std::vector<Closing>& closings) {
    const auto keeps = [](const Closing& closing) {
        const Height height = closing.heights.empty() ? Height{} : closing.heights.front().height;
        return std::tuple(height.sequence, height.head, closing.by);
    };
    std::map<std::uint32_t, Closing> stated;
    for (const Closing& closing : closings) {
        if (!closing.namesBranch()) continue;
        const auto [kept, isFirst] = stated.try_emplace(*closing.only, closing);
        if (!isFirst && keeps(kept->second) < keeps(closing)) kept->second = closing;
    }
    std::erase_if(closings, [&](const Closing& closing) {
        return closing.only && stated.contains(*closing.only) && stated.at(*closing.only) != closing;
    });
}

} // namespace

void MemberBook::describe(Membership& membership) const {
    membership.space = m_graph.space();
    for (const auto& [id, office] : m_offices)
        membership.organizations[id] = {roleOf(office), office.rank, m_graph.hash(office.since.front())};
    for (const auto& [id, device] : m_devices) {
        const Hash admittedBy = m_graph.hash(device.admittedBy);
        const auto office = m_offices.find(device.certificate.organization);
        if (device.isActive && office != m_offices.end())
            membership.members[id] = {device.certificate, roleOf(office->second), admittedBy};
        else
            membership.former[id] = {device.certificate, admittedBy, m_graph.hash(device.endedBy.front()),
                                     device.isSuspended};
    }
    for (const std::size_t epoch : m_epochs) {
        const auto* rotate = m_graph.record(epoch).as<RotateEpoch>();
        const auto* create = m_graph.record(epoch).as<CreateSpace>();
        membership.epochs.push_back(
            {m_graph.hash(epoch), rotate ? rotate->number : 1, rotate ? rotate->epochKey : create->epochKey});
    }
    membership.isRotationOwed = isRotationOwed();
    describeInvites(membership);
    describeWriting(membership);
}

void MemberBook::describeInvites(Membership& membership) const {
    for (const auto& [id, invite] : m_invites) {
        InviteState& state = membership.invites[id];
        state = {invite.offer, m_graph.hash(invite.offeredBy), std::nullopt, {}, !invite.withdrawnBy.empty()};
        for (const std::size_t admission : invite.admissions)
            state.admissions.push_back(m_graph.hash(admission));
        std::ranges::sort(state.admissions);
        std::optional<std::size_t> used = invite.settledOn;
        if (!used && invite.admissions.size() == 1) used = invite.admissions.front();
        if (used) state.usedBy = m_graph.record(*used).as<AdmitDevice>()->joiner.device;
    }
}

void MemberBook::describeWriting(Membership& membership) const {
    for (const auto& [id, logs] : m_logs) {
        if (logs.grants.empty()) continue;
        WritingRights& rights = membership.writing[id];
        rights.firstIncarnation = std::ranges::min_element(logs.grants, {}, &Grant::incarnation)->incarnation;
        for (const std::size_t by : logs.closedBy)
            rights.closings.push_back(closingOf(id, logs, by));
        const Device& device = m_devices.at(id);
        if (device.isSuspended) // nobody knows yet whether it was meant
            rights.closings.push_back({.by = m_graph.hash(device.endedBy.front()),
                                       .declared = {},
                                       .heights = {},
                                       .until = std::numeric_limits<std::uint64_t>::max(),
                                       .only = {},
                                       .from = {}});
        keepStatements(rights.closings);
        std::ranges::sort(rights.closings, {}, &Closing::by);
    }
}

/// A grant that was given in the knowledge of the act opens logs again, from its incarnation on.
Closing MemberBook::closingOf(const DeviceId& device, const Logs& logs, std::size_t by) const {
    const MembershipRecord& record = m_graph.record(by);
    Closing closing{.by = record.hash(),
                    .declared = {},
                    .heights = {},
                    .until = std::numeric_limits<std::uint64_t>::max(),
                    .only = {},
                    .from = {}};
    const auto closeOne = [&](std::uint32_t incarnation, const Height& at) {
        closing.only = incarnation;
        if (at.sequence > 0) closing.heights = {{.log = {device, incarnation}, .height = at}};
    };
    if (const auto* fork = record.as<StateFork>()) {
        closeOne(fork->incarnation, fork->closedAt);
        closing.from = fork->from;
        return closing;
    }
    if (const auto* fork = record.as<ProveFork>()) {
        closeOne(fork->one.header.log.incarnation, fork->from());
        return closing;
    }
    for (const Grant& grant : logs.grants)
        if (m_graph.isBefore(by, grant.by)) closing.until = std::min<std::uint64_t>(closing.until, grant.incarnation);
    const Cuts* cuts = cutsOf(record);
    if (cuts == nullptr) return closing;
    closing.declared = cuts->declared;
    for (const LogHeight& height : cuts->heights)
        if (height.log.device == device) closing.heights.push_back(height);
    return closing;
}

} // namespace puente
