#pragma once

#include "sync/membership/record.h"

#include <map>
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
    Acquaintances() = default;
    explicit Acquaintances(std::span<const MembershipRecord> records);

    /// Counts the record if its author is known.
    bool take(const MembershipRecord& record);
    /// True for whoever some record names as a founder, a joiner or a recovered one, whether or not that holds.
    bool hasMet(const DeviceId& device) const { return m_devices.contains(device); }
    bool hasMet(const OrganizationId& organization) const { return m_organizations.contains(organization); }
    bool hasMet(const RecordAuthor& author) const;
    /// True for a device of whose organisation some record has made an admin, whether or not that holds.
    bool mayHaveBeenAdmin(const DeviceId& device) const;

private:
    void meet(const DeviceCertificate& certificate, Role role);

    std::map<DeviceId, std::set<OrganizationId>> m_devices; ///< anybody can certify anybody's keys
    std::map<OrganizationId, Role> m_organizations;         ///< the highest role that any record has given
};

} // namespace puente
