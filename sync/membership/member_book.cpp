#include "sync/membership/member_book.h"

#include <algorithm>

namespace puente {

std::optional<VoidReason> MemberBook::judge(std::size_t record) {
    return std::visit([&](const auto& act) { return apply(record, act); }, m_graph.record(record).content().act);
}

std::map<OrganizationId, std::set<DeviceId>> MemberBook::admins() const {
    std::map<OrganizationId, std::set<DeviceId>> admins;
    for (const auto& [id, device] : m_devices) {
        const auto office = m_offices.find(device.certificate.organization);
        if (device.isActive && office != m_offices.end() && roleOf(office->second) == Role::Admin)
            admins[office->first].insert(id);
    }
    return admins;
}

bool MemberBook::isRotationOwed() const {
    const auto isUnknown = [&](std::size_t removal) { return !m_graph.isBefore(removal, m_epochs.back()); };
    return !m_epochs.empty() && std::ranges::any_of(m_removals, isUnknown);
}

bool MemberBook::isKnownTo(std::size_t earlier, std::size_t record) const {
    return m_graph.isBefore(earlier, record);
}

bool MemberBook::isAnyKnownTo(const std::vector<std::size_t>& earlier, std::size_t record) const {
    return std::ranges::any_of(earlier, [&](std::size_t known) { return isKnownTo(known, record); });
}

Role MemberBook::roleOf(const Office& office) {
    const auto rank = [](const RoleAct& act) { return std::pair(act.isRenewed, act.role); };
    return std::ranges::min(office.roles, {}, rank).role;
}

void MemberBook::giveRole(std::size_t record, Office& office, Role role) const {
    std::erase_if(office.roles, [&](RoleAct& earlier) {
        if (!isAnyKnownTo(earlier.records, record)) return false;
        earlier.isRenewed = true;
        return earlier.role != role;
    });
    office.roles.push_back({{record}, role});
}

/// True when the author is an admin, and became one by records that it knew.
bool MemberBook::isByAdmin(std::size_t record) const {
    const auto* author = std::get_if<DeviceId>(&m_graph.record(record).content().author);
    if (!author) return false;
    const auto device = m_devices.find(*author);
    if (device == m_devices.end() || !device->second.isActive || !isAnyKnownTo(device->second.since, record))
        return false;
    const auto office = m_offices.find(device->second.certificate.organization);
    return office != m_offices.end() && roleOf(office->second) == Role::Admin &&
           isAnyKnownTo(office->second.since, record) &&
           std::ranges::any_of(office->second.roles,
                               [&](const RoleAct& act) { return isAnyKnownTo(act.records, record); });
}

bool MemberBook::isByRootOf(std::size_t record, const OrganizationId& organization) const {
    const auto* root = std::get_if<OrganizationId>(&m_graph.record(record).content().author);
    const auto office = m_offices.find(organization);
    return root && *root == organization && office != m_offices.end() && isAnyKnownTo(office->second.since, record);
}

MemberBook::Verdict MemberBook::apply(std::size_t record, const CreateSpace& create) {
    for (std::uint32_t rank = 0; rank < create.founders.size(); ++rank) {
        m_offices[create.founders[rank].organization] = {rank, {record}, {{{record}, Role::Admin}}};
        addDevice(record, create.founders[rank], 1);
    }
    m_epochs.push_back(record);
    return std::nullopt; // its hash is the space's id, so there is no other
}

MemberBook::Verdict MemberBook::apply(std::size_t record, const RemoveOrganization& remove) {
    if (!isByAdmin(record) && !isByRootOf(record, remove.organization)) return VoidReason::NotAuthorized;
    const auto office = m_offices.find(remove.organization);
    const auto removed = m_removedBy.find(remove.organization);
    const bool isAgain = office == m_offices.end() && removed != m_removedBy.end() &&
                         !isAnyKnownTo(removed->second, record); // two admins removed the same one
    if (office == m_offices.end() && !isAgain) return VoidReason::NoSuchTarget;
    const std::vector<DeviceId> devices = devicesOf(remove.organization);
    if (!leavesAnAdmin({devices.begin(), devices.end()})) return VoidReason::LastAdmin;
    for (const DeviceId& device : devices)
        if (isEndedBy(record, m_devices.at(device))) endDevice(record, m_devices.at(device));
    if (!isAgain) m_offices.erase(office);
    m_removedBy[remove.organization].push_back(record);
    m_removals.push_back(record);
    return std::nullopt;
}

MemberBook::Verdict MemberBook::apply(std::size_t record, const ChangeRole& change) {
    if (!isByAdmin(record)) return VoidReason::NotAuthorized;
    const auto found = m_offices.find(change.organization);
    if (found == m_offices.end() || !isAnyKnownTo(found->second.since, record)) return VoidReason::NoSuchTarget;
    Office changed = found->second;
    giveRole(record, changed, change.role);
    const Role before = roleOf(found->second), after = roleOf(changed);
    const std::vector<DeviceId> devices = devicesOf(change.organization);
    if (before == Role::Admin && after != Role::Admin && !leavesAnAdmin({devices.begin(), devices.end()}))
        return VoidReason::LastAdmin;
    const bool isDemoted = change.role == Role::Reader && !wasKnownAsReader(record, found->second);
    found->second = std::move(changed);
    for (const DeviceId& device : devices) {
        if (!isEndedBy(record, m_devices.at(device))) continue;
        if (isDemoted && m_logs.contains(device)) m_logs[device].closedBy.push_back(record);
        if (before == Role::Reader && after != Role::Reader) grantWriting(record, device, change.incarnation);
    }
    return std::nullopt;
}

bool MemberBook::wasKnownAsReader(std::size_t record, const Office& office) const {
    return std::ranges::any_of(office.roles, [&](const RoleAct& act) {
        return act.role == Role::Reader && isAnyKnownTo(act.records, record);
    });
}

MemberBook::Verdict MemberBook::apply(std::size_t record, const RevokeDevice& revoke) {
    const auto device = m_devices.find(revoke.device);
    if (device == m_devices.end()) return isByAdmin(record) ? VoidReason::NoSuchTarget : VoidReason::NotAuthorized;
    if (!isByAdmin(record) && !isByRootOf(record, device->second.certificate.organization))
        return VoidReason::NotAuthorized;
    if (!isEndedBy(record, device->second)) return VoidReason::NoSuchTarget;
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
        if (device == m_devices.end() || !isEndedBy(record, device->second)) continue;
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
    if (!isByAdmin(record) && !(root && isByRootOf(record, *root) && roleOf(m_offices.at(*root)) == Role::Admin))
        return VoidReason::NotAuthorized;
    const auto target = m_graph.numberOf(confirm.record);
    if (!target || !isKnownTo(*target, record)) return VoidReason::NoSuchTarget;
    if (m_graph.record(*target).as<AdmitDevice>()) return settle(record, *target);
    return std::ranges::find(m_removals, *target) == m_removals.end() ? Verdict(VoidReason::NoSuchTarget) : Verdict();
}

MemberBook::Verdict MemberBook::apply(std::size_t record, const StateFork& fork) {
    const auto& author = std::get<DeviceId>(m_graph.record(record).content().author);
    const auto device = m_devices.find(author);
    if (device == m_devices.end() || !device->second.isActive || !isAnyKnownTo(device->second.since, record))
        return VoidReason::NotAuthorized;
    const auto logs = m_logs.find(author);
    if (logs == m_logs.end() || logs->second.grants.empty() ||
        fork.incarnation < logs->second.grants.front().incarnation)
        return VoidReason::NoSuchTarget;
    logs->second.closedBy.push_back(record);
    return std::nullopt;
}

/// Whoever may act may say so: the proof stands for itself.
MemberBook::Verdict MemberBook::apply(std::size_t record, const ProveFork& fork) {
    const auto device = m_devices.find(std::get<DeviceId>(m_graph.record(record).content().author));
    if (device == m_devices.end() || !device->second.isActive || !isAnyKnownTo(device->second.since, record))
        return VoidReason::NotAuthorized;
    const auto logs = m_logs.find(fork.one.header.log.device);
    if (logs == m_logs.end() || logs->second.grants.empty()) return VoidReason::NoSuchTarget;
    logs->second.closedBy.push_back(record);
    return std::nullopt;
}

void MemberBook::addDevice(std::size_t record, const DeviceCertificate& certificate, std::uint32_t incarnation) {
    m_devices[certificate.device] = {.certificate = certificate,
                                     .admittedBy = record,
                                     .since = {record},
                                     .isActive = true,
                                     .isSuspended = false,
                                     .endedBy = {},
                                     .incarnation = incarnation};
    if (roleOf(m_offices.at(certificate.organization)) != Role::Reader)
        grantWriting(record, certificate.device, incarnation);
}

void MemberBook::grantWriting(std::size_t record, const DeviceId& device, std::uint32_t incarnation) {
    m_logs[device].grants.push_back({incarnation, record});
}

bool MemberBook::isEndedBy(std::size_t record, const Device& device) const {
    return device.isActive || device.isSuspended || !isAnyKnownTo(device.endedBy, record);
}

void MemberBook::endDevice(std::size_t record, Device& device) {
    if (device.isActive || device.isSuspended) device.endedBy.clear();
    device.isActive = false;
    device.isSuspended = false;
    device.endedBy.push_back(record);
    const auto logs = m_logs.find(device.certificate.device);
    if (logs != m_logs.end()) logs->second.closedBy.push_back(record);
}

bool MemberBook::leavesAnAdmin(const std::set<DeviceId>& without) const {
    return std::ranges::any_of(m_devices, [&](const auto& entry) {
        const auto& [id, device] = entry;
        const auto office = m_offices.find(device.certificate.organization);
        return device.isActive && !without.contains(id) && office != m_offices.end() &&
               roleOf(office->second) == Role::Admin;
    });
}

std::vector<DeviceId> MemberBook::devicesOf(const OrganizationId& organization) const {
    std::vector<DeviceId> devices;
    for (const auto& [id, device] : m_devices)
        if (device.certificate.organization == organization) devices.push_back(id);
    return devices;
}

} // namespace puente
