#pragma once

#include "sync/membership/record.h"

#include <set>
#include <span>

namespace puente {

/// Who may have signed a record of a space: its founders, and whoever is named by a record that such a one signed.
///
/// Whether a record holds is for evaluate() to say. This is only the door: without it, whoever hands entries over could
/// sign with keys of their own until a space has as many records as it may have. It grows and never forgets, so that it
/// refuses nothing that a server which knew less had reason to take.
class Acquaintances {
public:
    explicit Acquaintances(std::span<const MembershipRecord> records);

    /// Counts the record if its author is known.
    bool take(const MembershipRecord& record);

private:
    bool isKnown(const RecordAuthor& author) const;
    void meet(const DeviceCertificate& certificate);

    std::set<DeviceId> m_devices;
    std::set<OrganizationId> m_organizations;
};

} // namespace puente
