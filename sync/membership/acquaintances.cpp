#include "sync/membership/acquaintances.h"

#include <algorithm>

namespace puente {

Acquaintances::Acquaintances(std::span<const MembershipRecord> records) {
    for (const MembershipRecord& record : records)
        (void)take(record);
}

bool Acquaintances::take(const MembershipRecord& record) {
    if (const auto* create = record.as<CreateSpace>()) {
        for (const DeviceCertificate& founder : create->founders)
            meet(founder, Role::Admin);
        return true;
    }
    if (!hasMet(record.content().author)) return false;
    if (const auto* admission = record.as<AdmitDevice>()) meet(admission->joiner, admission->role);
    if (const auto* recovery = record.as<Recover>()) meet(recovery->device, Role::Reader);
    if (const auto* change = record.as<ChangeRole>(); change && hasMet(change->organization))
        m_organizations[change->organization] = std::max(m_organizations[change->organization], change->role);
    return true;
}

bool Acquaintances::hasMet(const RecordAuthor& author) const {
    return std::visit([this](const auto& id) { return hasMet(id); }, author);
}

bool Acquaintances::mayHaveBeenAdmin(const DeviceId& device) const {
    const auto found = m_devices.find(device);
    return found != m_devices.end() && std::ranges::any_of(found->second, [&](const OrganizationId& organization) {
               return m_organizations.at(organization) == Role::Admin;
           });
}

void Acquaintances::meet(const DeviceCertificate& certificate, Role role) {
    m_devices[certificate.device].insert(certificate.organization);
    const auto [organization, isNew] = m_organizations.emplace(certificate.organization, role);
    if (!isNew) organization->second = std::max(organization->second, role);
}

} // namespace puente
