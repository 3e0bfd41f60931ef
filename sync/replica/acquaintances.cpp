#include "sync/replica/acquaintances.h"

namespace puente {

Acquaintances::Acquaintances(std::span<const MembershipRecord> records) {
    for (const MembershipRecord& record : records)
        (void)take(record);
}

bool Acquaintances::take(const MembershipRecord& record) {
    if (const auto* create = record.as<CreateSpace>()) {
        for (const DeviceCertificate& founder : create->founders)
            meet(founder);
        return true;
    }
    if (!isKnown(record.content().author)) return false;
    if (const auto* admission = record.as<AdmitDevice>()) meet(admission->joiner);
    if (const auto* recovery = record.as<Recover>()) meet(recovery->device);
    return true;
}

bool Acquaintances::isKnown(const RecordAuthor& author) const {
    if (const auto* device = std::get_if<DeviceId>(&author)) return m_devices.contains(*device);
    return m_organizations.contains(std::get<OrganizationId>(author));
}

void Acquaintances::meet(const DeviceCertificate& certificate) {
    m_devices.insert(certificate.device);
    m_organizations.insert(certificate.organization);
}

} // namespace puente
