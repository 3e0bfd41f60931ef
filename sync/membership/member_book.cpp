#include "sync/membership/member_book.h"

#include <algorithm>
#include <limits>

namespace puente {

namespace {

constexpr std::uint32_t kNoFounder = std::numeric_limits<std::uint32_t>::max();

} // namespace

std::optional<VoidReason> MemberBook::judge(std::size_t record) {
    return std::visit([&](const auto& act) { return apply(record, act); }, m_graph.record(record).content().act);
}

std::set<OrganizationId> MemberBook::admins() const {
    std::set<OrganizationId> admins;
    for (const auto& [id, office] : m_offices)
        if (office.role == Role::Admin) admins.insert(id);
    return admins;
}

bool MemberBook::isRotationOwed() const {
    const auto isUnknown = [&](std::size_t removal) { return !m_graph.isBefore(removal, m_epochs.back()); };
    return !m_epochs.empty() && std::ranges::any_of(m_removals, isUnknown);
}

bool MemberBook::isKnownTo(std::size_t earlier, std::size_t record) const {
    return m_graph.isBefore(earlier, record);
}

/// True when the author is an admin, and became one by records that it knew.
bool MemberBook::isByAdmin(std::size_t record) const {
    const auto* author = std::get_if<DeviceId>(&m_graph.record(record).content().author);
    if (!author) return false;
    const auto device = m_devices.find(*author);
    if (device == m_devices.end() || !device->second.isActive || !isKnownTo(device->second.since, record)) return false;
    const auto office = m_offices.find(device->second.certificate.organization);
    return office != m_offices.end() && office->second.role == Role::Admin && isKnownTo(office->second.since, record) &&
           isKnownTo(office->second.roleSince, record);
}

bool MemberBook::isByRootOf(std::size_t record, const OrganizationId& organization) const {
    const auto* root = std::get_if<OrganizationId>(&m_graph.record(record).content().author);
    const auto office = m_offices.find(organization);
    return root && *root == organization && office != m_offices.end() && isKnownTo(office->second.since, record);
}

MemberBook::Verdict MemberBook::apply(std::size_t record, const CreateSpace& create) {
    for (std::uint32_t rank = 0; rank < create.founders.size(); ++rank) {
        m_offices[create.founders[rank].organization] = {Role::Admin, rank, record, record};
        addDevice(record, create.founders[rank], 1);
    }
    m_epochs.push_back(record);
    return std::nullopt; // its hash is the space's id, so there is no other
}

MemberBook::Verdict MemberBook::apply(std::size_t record, const OfferInvite& offer) {
    if (!isByAdmin(record)) return VoidReason::NotAuthorized;
    if (m_invites.contains(offer.invite)) return VoidReason::InviteInvalid;
    m_invites[offer.invite] = {.offer = offer, .offeredBy = record, .admissions = {}, .settledOn = {}};
    return std::nullopt;
}

MemberBook::Verdict MemberBook::apply(std::size_t record, const WithdrawInvite& withdraw) {
    if (!isByAdmin(record)) return VoidReason::NotAuthorized;
    const auto invite = m_invites.find(withdraw.invite);
    if (invite == m_invites.end() || !isKnownTo(invite->second.offeredBy, record)) return VoidReason::InviteInvalid;
    invite->second.isWithdrawn = true;
    return std::nullopt;
}

/// What the invite itself says against this admission.
MemberBook::Verdict MemberBook::judgeInvite(std::size_t record, const AdmitDevice& admit) const {
    const auto found = m_invites.find(admit.invite);
    if (found == m_invites.end()) return VoidReason::InviteInvalid;
    const Invite& invite = found->second;
    const bool isBoundElsewhere = invite.offer.organization && *invite.offer.organization != admit.joiner.organization;
    if (!isKnownTo(invite.offeredBy, record) || invite.isWithdrawn || invite.settledOn || isBoundElsewhere ||
        invite.offer.role != admit.role)
        return VoidReason::InviteInvalid;
    const auto isKnown = [&](std::size_t earlier) { return isKnownTo(earlier, record); };
    if (std::ranges::any_of(invite.admissions, isKnown)) return VoidReason::InviteInvalid; // used, and that was known
    return std::nullopt;
}

MemberBook::Verdict MemberBook::apply(std::size_t record, const AdmitDevice& admit) {
    if (!isByAdmin(record)) return VoidReason::NotAuthorized;
    if (const Verdict verdict = judgeInvite(record, admit)) return verdict;
    const auto removed = m_removedBy.find(admit.joiner.organization);
    if (removed != m_removedBy.end() && !isKnownTo(removed->second, record)) return VoidReason::NotAuthorized;
    std::vector<std::size_t>& admissions = m_invites.at(admit.invite).admissions;
    const auto known = m_devices.find(admit.joiner.device);
    if (known != m_devices.end()) {
        const Device& device = known->second;
        const bool isSameAgain = !admissions.empty() && admissions.front() == device.admittedBy;
        if (isSameAgain) return std::nullopt; // two admins admitted the same joiner
        if (device.isActive || device.isSuspended || !isKnownTo(device.endedBy, record) ||
            admit.incarnation <= device.incarnation)
            return VoidReason::AlreadyMember;
    }
    const auto office = m_offices.find(admit.joiner.organization);
    if (office == m_offices.end()) m_offices[admit.joiner.organization] = {admit.role, kNoFounder, record, record};
    addDevice(record, admit.joiner, admit.incarnation);
    admissions.push_back(record);
    if (admissions.size() == 1) return std::nullopt;
    for (auto& [id, device] : m_devices) // on one invite only one may come in: all wait until an admin says which
        if (std::ranges::find(admissions, device.admittedBy) != admissions.end()) {
            device.isActive = false;
            device.isSuspended = true;
            device.endedBy = record;
        }
    return std::nullopt;
}

MemberBook::Verdict MemberBook::apply(std::size_t record, const RemoveOrganization& remove) {
    if (!isByAdmin(record) && !isByRootOf(record, remove.organization)) return VoidReason::NotAuthorized;
    const auto office = m_offices.find(remove.organization);
    if (office == m_offices.end()) return VoidReason::NoSuchTarget;
    const std::set<DeviceId> devices = activeDevicesOf(remove.organization);
    if (!leavesAnAdmin(devices)) return VoidReason::LastAdmin;
    for (const DeviceId& device : devices)
        endDevice(record, m_devices.at(device));
    m_offices.erase(office);
    m_removedBy[remove.organization] = record;
    m_removals.push_back(record);
    return std::nullopt;
}

MemberBook::Verdict MemberBook::apply(std::size_t record, const ChangeRole& change) {
    if (!isByAdmin(record)) return VoidReason::NotAuthorized;
    const auto office = m_offices.find(change.organization);
    if (office == m_offices.end() || !isKnownTo(office->second.since, record)) return VoidReason::NoSuchTarget;
    const std::set<DeviceId> devices = activeDevicesOf(change.organization);
    if (office->second.role == Role::Admin && change.role != Role::Admin && !leavesAnAdmin(devices))
        return VoidReason::LastAdmin;
    const bool mightWrite = office->second.role != Role::Reader, mayWrite = change.role != Role::Reader;
    office->second.role = change.role;
    office->second.roleSince = record;
    for (const DeviceId& device : devices) {
        if (mightWrite && !mayWrite) m_logs[device].closedBy.push_back(record);
        if (!mightWrite && mayWrite) grantWriting(record, device, change.incarnation);
    }
    return std::nullopt;
}

MemberBook::Verdict MemberBook::apply(std::size_t record, const RevokeDevice& revoke) {
    const auto device = m_devices.find(revoke.device);
    if (device == m_devices.end()) return isByAdmin(record) ? VoidReason::NoSuchTarget : VoidReason::NotAuthorized;
    if (!isByAdmin(record) && !isByRootOf(record, device->second.certificate.organization))
        return VoidReason::NotAuthorized;
    if (!device->second.isActive) return VoidReason::NoSuchTarget;
    if (!leavesAnAdmin({revoke.device})) return VoidReason::LastAdmin;
    endDevice(record, device->second);
    m_removals.push_back(record);
    return std::nullopt;
}

MemberBook::Verdict MemberBook::apply(std::size_t record, const Recover& recover) {
    if (!isByRootOf(record, recover.device.organization)) return VoidReason::NotAuthorized;
    if (m_devices.contains(recover.device.device)) return VoidReason::AlreadyMember;
    addDevice(record, recover.device, 1);
    bool anyRevoked = false;
    for (const DeviceId& revoked : recover.revoked) {
        const auto device = m_devices.find(revoked);
        if (device == m_devices.end() || !device->second.isActive) continue;
        if (device->second.certificate.organization != recover.device.organization) continue;
        endDevice(record, device->second);
        anyRevoked = true;
    }
    if (anyRevoked) m_removals.push_back(record);
    return std::nullopt;
}

MemberBook::Verdict MemberBook::apply(std::size_t record, const RotateEpoch& rotate) {
    if (!isByAdmin(record)) return VoidReason::NotAuthorized;
    const auto numberOf = [&](std::size_t epoch) {
        const auto* act = m_graph.record(epoch).as<RotateEpoch>();
        return act ? act->number : 1;
    };
    std::uint32_t known = 0;
    for (const std::size_t epoch : m_epochs)
        if (isKnownTo(epoch, record)) known = std::max(known, numberOf(epoch));
    if (rotate.number != known + 1) return VoidReason::NoSuchTarget;
    const auto comesBefore = [&](std::size_t a, std::size_t b) {
        return std::pair(numberOf(a), a) < std::pair(numberOf(b), b);
    };
    m_epochs.insert(std::ranges::upper_bound(m_epochs, record, comesBefore), record);
    return std::nullopt;
}

MemberBook::Verdict MemberBook::apply(std::size_t record, const Confirm& confirm) {
    const auto* root = std::get_if<OrganizationId>(&m_graph.record(record).content().author);
    if (!isByAdmin(record) && !(root && isByRootOf(record, *root) && m_offices.at(*root).role == Role::Admin))
        return VoidReason::NotAuthorized;
    const auto target = m_graph.numberOf(confirm.record);
    if (!target || !isKnownTo(*target, record)) return VoidReason::NoSuchTarget;
    if (m_graph.record(*target).as<AdmitDevice>()) return settle(record, *target);
    return std::ranges::find(m_removals, *target) == m_removals.end() ? Verdict(VoidReason::NoSuchTarget) : Verdict();
}

/// Of the admissions on one invite this is the one that was meant.
MemberBook::Verdict MemberBook::settle(std::size_t record, std::size_t admission) {
    const auto* admit = m_graph.record(admission).as<AdmitDevice>();
    const auto found = m_invites.find(admit->invite);
    if (found == m_invites.end()) return VoidReason::NoSuchTarget;
    Invite& invite = found->second;
    if (invite.settledOn || std::ranges::find(invite.admissions, admission) == invite.admissions.end())
        return VoidReason::NoSuchTarget;
    invite.settledOn = admission;
    if (invite.admissions.size() == 1) return std::nullopt;
    for (auto& [id, device] : m_devices) {
        if (!device.isSuspended || std::ranges::find(invite.admissions, device.admittedBy) == invite.admissions.end())
            continue;
        device.isSuspended = false;
        device.isActive = device.admittedBy == admission;
        (device.isActive ? device.since : device.endedBy) = record;
        if (!device.isActive) m_logs[id].closedBy.push_back(record);
    }
    m_removals.push_back(record); // whoever was not meant may have been sent the key
    return std::nullopt;
}

MemberBook::Verdict MemberBook::apply(std::size_t record, const StateFork& fork) {
    const auto& author = std::get<DeviceId>(m_graph.record(record).content().author);
    const auto device = m_devices.find(author);
    if (device == m_devices.end() || !device->second.isActive || !isKnownTo(device->second.since, record))
        return VoidReason::NotAuthorized;
    const auto logs = m_logs.find(author);
    if (logs == m_logs.end() || fork.incarnation < logs->second.grants.front().incarnation)
        return VoidReason::NoSuchTarget;
    logs->second.closedBy.push_back(record);
    return std::nullopt;
}

void MemberBook::addDevice(std::size_t record, const DeviceCertificate& certificate, std::uint32_t incarnation) {
    m_devices[certificate.device] = {.certificate = certificate,
                                     .admittedBy = record,
                                     .since = record,
                                     .isActive = true,
                                     .isSuspended = false,
                                     .endedBy = 0,
                                     .incarnation = incarnation};
    if (m_offices.at(certificate.organization).role != Role::Reader)
        grantWriting(record, certificate.device, incarnation);
}

void MemberBook::grantWriting(std::size_t record, const DeviceId& device, std::uint32_t incarnation) {
    m_logs[device].grants.push_back({incarnation, record});
}

void MemberBook::endDevice(std::size_t record, Device& device) {
    device.isActive = false;
    device.endedBy = record;
    const auto logs = m_logs.find(device.certificate.device);
    if (logs != m_logs.end()) logs->second.closedBy.push_back(record);
}

bool MemberBook::leavesAnAdmin(const std::set<DeviceId>& without) const {
    return std::ranges::any_of(m_devices, [&](const auto& entry) {
        const auto& [id, device] = entry;
        const auto office = m_offices.find(device.certificate.organization);
        return device.isActive && !without.contains(id) && office != m_offices.end() &&
               office->second.role == Role::Admin;
    });
}

std::set<DeviceId> MemberBook::activeDevicesOf(const OrganizationId& organization) const {
    std::set<DeviceId> devices;
    for (const auto& [id, device] : m_devices)
        if (device.isActive && device.certificate.organization == organization) devices.insert(id);
    return devices;
}

} // namespace puente
