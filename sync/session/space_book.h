#pragma once

#include "sync/membership/membership.h"
#include "sync/store/store.h"

#include <map>
#include <set>

namespace puente {

/// What a server knows of one space without asking its store again: who may do what, and how far each log goes.
class SpaceBook {
public:
    /// A space that is about to be created.
    explicit SpaceBook(const SpaceId& space) : m_space(space) {}
    /// Nothing for a space that the store does not know.
    static Result<std::optional<SpaceBook>, StoreFault> load(Store& store, const SpaceId& space);

    const Membership& membership();
    bool isMember(const DeviceId& device) { return membership().find(device) != nullptr; }
    /// Like membership().isAdmin(), without evaluating again for a device that was one before the last records: so
    /// far rights are only ever added. Spares a refilled server the square of its records.
    bool isAdmin(const DeviceId& device);

    bool hasRecord(const Hash& record) const { return m_hashes.contains(record); }
    std::size_t recordCount() const { return m_records.size(); }
    void add(const MembershipRecord& record);

    Height height(const LogId& log) const;
    void setHeight(const LogId& log, const Height& height) { m_heights[log] = height; }

private:
    SpaceId m_space;
    std::vector<MembershipRecord> m_records;
    std::set<Hash> m_hashes;
    Membership m_membership;
    bool m_isStale = true;
    std::map<LogId, Height> m_heights;
};

} // namespace puente
