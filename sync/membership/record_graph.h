#pragma once

#include "sync/membership/record.h"

#include <map>
#include <set>
#include <span>

namespace puente {

/// A set of records, by number.
class RecordSet {
public:
    RecordSet() = default;
    explicit RecordSet(std::size_t count) : m_words((count + 63) / 64) {}

    void insert(std::size_t record) { m_words[record / 64] |= std::uint64_t{1} << (record % 64); }
    void erase(std::size_t record) { m_words[record / 64] &= ~(std::uint64_t{1} << (record % 64)); }
    bool contains(std::size_t record) const { return (m_words[record / 64] >> (record % 64) & 1) != 0; }
    void unite(const RecordSet& other);
    void intersect(const RecordSet& other);
    std::size_t size() const;
    std::vector<std::size_t> numbers() const; ///< ascending

private:
    std::vector<std::uint64_t> m_words;
};

/// The records of one space whose whole past is there, numbered by the order of their hashes: the same numbers for the
/// same set, however it arrived.
class RecordGraph {
public:
    RecordGraph(const SpaceId& space, std::span<const MembershipRecord> records);

    const SpaceId& space() const { return m_space; }
    std::size_t size() const { return m_records.size(); }
    const MembershipRecord& record(std::size_t number) const { return *m_records[number]; }
    const Hash& hash(std::size_t number) const { return m_records[number]->hash(); }
    const std::vector<std::size_t>& parents(std::size_t number) const { return m_parents[number]; }
    const std::vector<std::size_t>& children(std::size_t number) const { return m_children[number]; }
    const RecordSet& past(std::size_t number) const { return m_past[number]; }
    bool isBefore(std::size_t earlier, std::size_t later) const { return m_past[later].contains(earlier); }
    bool areConcurrent(std::size_t a, std::size_t b) const { return a != b && !isBefore(a, b) && !isBefore(b, a); }
    std::optional<std::size_t> numberOf(const Hash& hash) const;
    RecordSet all() const;

    /// Whom a device belongs to, as far as the record's author knew: the organisations whose roots certified it in the
    /// record's past or in itself. Anybody may certify anybody's keys, so what others say elsewhere does not count.
    std::set<OrganizationId> organizationsOf(const DeviceId& device, std::size_t asSeenBy) const;
    /// True when this organisation or one of its devices signed the record.
    bool isBy(std::size_t number, const OrganizationId& organization) const;

private:
    void keepWhoseParentsAreThere(std::vector<const MembershipRecord*> records);
    void gatherPasts();
    void gatherCertificates();

    SpaceId m_space;
    std::vector<const MembershipRecord*> m_records;
    std::vector<std::vector<std::size_t>> m_parents;
    std::vector<std::vector<std::size_t>> m_children;
    std::vector<RecordSet> m_past;
    std::map<DeviceId, std::vector<std::pair<OrganizationId, std::size_t>>> m_certified; // by which, in which record
};

} // namespace puente
