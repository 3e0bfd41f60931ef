#include "sync/membership/member_book.h"

#include <algorithm>
#include <limits>

namespace puente {

namespace {

constexpr std::uint32_t kNoFounder = std::numeric_limits<std::uint32_t>::max();

} // namespace

MemberBook::Verdict MemberBook::apply(std::size_t record, const OfferInvite& offer) {
    if (!isByAdmin(record)) return VoidReason::NotAuthorized;
    if (m_invites.contains(offer.invite)) return VoidReason::InviteInvalid;
    m_invites[offer.invite] = {
        .offer = offer, .offeredBy = record, .admissions = {}, .settledOn = {}, .withdrawnBy = {}};
    return std::nullopt;
}

MemberBook::Verdict MemberBook::apply(std::size_t record, const WithdrawInvite& withdraw) {
    if (!isByAdmin(record)) return VoidReason::NotAuthorized;
    const auto invite = m_invites.find(withdraw.invite);
    if (invite == m_invites.end() || !isKnownTo(invite->second.offeredBy, record)) return VoidReason::InviteInvalid;
    invite->second.withdrawnBy.push_back(record);
    return std::nullopt;
}

/// What the invite itself says against this admission.
MemberBook::Verdict MemberBook::judgeInvite(std::size_t record, const AdmitDevice& admit) const {
    const auto found = m_invites.find(admit.invite);
    if (found == m_invites.end()) return VoidReason::InviteInvalid;
    const Invite& invite = found->second;
    const bool isBoundElsewhere = invite.offer.organization && *invite.offer.organization != admit.joiner.organization;
    const bool isSettledElsewhere = invite.settledOn && !isOfSameJoiner(*invite.settledOn, admit);
    if (!isKnownTo(invite.offeredBy, record) || isAnyKnownTo(invite.withdrawnBy, record) || isSettledElsewhere ||
        isBoundElsewhere || invite.offer.role != admit.role)
        return VoidReason::InviteInvalid;
    if (isAnyKnownTo(invite.admissions, record)) return VoidReason::InviteInvalid; // used, and that was known
    return std::nullopt;
}

bool MemberBook::isOfSameJoiner(std::size_t admission, const AdmitDevice& admit) const {
    const auto* other = m_graph.record(admission).as<AdmitDevice>();
    return other->joiner == admit.joiner && other->incarnation == admit.incarnation;
}

/// Of the admissions on its invite the one that admitted the same device.
std::optional<std::size_t> MemberBook::firstOfSameJoiner(const AdmitDevice& admit) const {
    const std::vector<std::size_t>& admissions = m_invites.at(admit.invite).admissions;
    const auto found =
        std::ranges::find_if(admissions, [&](std::size_t admission) { return isOfSameJoiner(admission, admit); });
    return found == admissions.end() ? std::nullopt : std::optional(*found);
}

MemberBook::Verdict MemberBook::apply(std::size_t record, const AdmitDevice& admit) {
    if (!isByAdmin(record)) return VoidReason::NotAuthorized;
    if (const Verdict verdict = judgeInvite(record, admit)) return verdict;
    const auto isUnknown = [&](std::size_t removal) { return !isKnownTo(removal, record); };
    const auto removed = m_removedBy.find(admit.joiner.organization);
    if (removed != m_removedBy.end() && std::ranges::any_of(removed->second, isUnknown))
        return VoidReason::NotAuthorized;
    std::vector<std::size_t>& admissions = m_invites.at(admit.invite).admissions;
    const auto known = m_devices.find(admit.joiner.device);
    if (known != m_devices.end()) {
        Device& device = known->second;
        if (firstOfSameJoiner(admit) == device.admittedBy && (device.isActive || device.isSuspended)) {
            if (device.isActive) device.since.push_back(record); // two admins admitted the same joiner
            Office& office = m_offices.at(admit.joiner.organization);
            office.since.push_back(record);
            for (RoleAct& act : office.roles)
                if (std::ranges::find(act.records, device.admittedBy) != act.records.end())
                    act.records.push_back(record);
            return std::nullopt;
        }
        if (device.isActive || device.isSuspended || std::ranges::any_of(device.endedBy, isUnknown) ||
            admit.incarnation <= device.incarnation)
            return VoidReason::AlreadyMember;
    }
    const auto office = m_offices.try_emplace(admit.joiner.organization, Office{kNoFounder, {}, {}}).first;
    office->second.since.push_back(record);
    if (office->second.roles.empty()) giveRole(record, office->second, admit.role);
    addDevice(record, admit.joiner, admit.incarnation);
    admissions.push_back(record);
    if (admissions.size() > 1) suspend(record, admissions);
    return std::nullopt;
}

/// On one invite only one may come in: all wait until an admin says which.
void MemberBook::suspend(std::size_t record, const std::vector<std::size_t>& admissions) {
    for (auto& [id, device] : m_devices) {
        const bool isOne = std::ranges::find(admissions, device.admittedBy) != admissions.end();
        if (!isOne || !(device.isActive || device.isSuspended)) continue;
        device.isActive = false;
        device.isSuspended = true;
        device.endedBy = {record};
    }
}

/// Of the admissions on one invite this is the one that was meant.
MemberBook::Verdict MemberBook::settle(std::size_t record, std::size_t admission) {
    const auto* admit = m_graph.record(admission).as<AdmitDevice>();
    const auto found = m_invites.find(admit->invite);
    if (found == m_invites.end()) return VoidReason::NoSuchTarget;
    Invite& invite = found->second;
    const std::optional<std::size_t> meant = firstOfSameJoiner(*admit);
    if (!meant || (invite.settledOn && invite.settledOn != meant)) return VoidReason::NoSuchTarget;
    if (invite.settledOn) { // two admins confirmed the same
        Device& device = m_devices.at(admit->joiner.device);
        if (device.admittedBy == meant && device.isActive) device.since.push_back(record);
        return std::nullopt;
    }
    invite.settledOn = meant;
    if (invite.admissions.size() == 1) return std::nullopt;
    for (auto& [id, device] : m_devices) {
        if (!device.isSuspended || std::ranges::find(invite.admissions, device.admittedBy) == invite.admissions.end())
            continue;
        device.isSuspended = false;
        device.isActive = device.admittedBy == meant;
        (device.isActive ? device.since : device.endedBy) = {record};
        if (!device.isActive) m_logs[id].closedBy.push_back(record);
    }
    m_removals.push_back(record); // whoever was not meant may have been sent the key
    return std::nullopt;
}

} // namespace puente
