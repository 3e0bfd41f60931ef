#pragma once

#include "sync/membership/acquaintances.h"
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
    /// True for a device that is or was a member. Nobody is ever forgotten, so a device that was known before the last
    /// records is not looked for again: that spares a refilled server the square of its records.
    bool knows(const DeviceId& device);
    /// Who may have signed records here. Whoever lost that right, or turned out never to have had it, may have signed
    /// what others' records rest on, and a server that is filled again must get all of them.
    const Acquaintances& acquaintances() const { return m_acquaintances; }

    bool hasRecord(const Hash& record) const { return m_hashes.contains(record); }
    std::size_t recordCount() const { return m_records.size(); }
    std::size_t recordCountBy(const RecordAuthor& author) const;
    void add(const MembershipRecord& record);

    /// Reads who has put in how many erasable objects, erasures and confirmations, and what was erased: before the next
    /// four are asked, for only few spaces need it.
    Result<Done, StoreFault> needErasables(Store& store);
    bool isErased(const Hash& object) const { return m_erased.contains(object); }
    /// True for a key whose erasure is here.
    bool isErased(const ErasableId& key) const;
    /// True for a key whose object is here: an erasure may name it.
    bool hasErasable(const ErasableId& key) const { return m_erasables.contains(key); }
    std::size_t erasableCountBy(EntryKind kind, const DeviceId& author) const;
    void noteErasable(EntryKind kind, ByteView wire);

    Height height(const LogId& log) const;
    void setHeight(const LogId& log, const Height& height) { m_heights[log] = height; }

private:
    SpaceId m_space;
    std::vector<MembershipRecord> m_records;
    std::set<Hash> m_hashes;
    std::map<RecordAuthor, std::size_t> m_countByAuthor;
    Membership m_membership;
    bool m_isStale = true;
    Acquaintances m_acquaintances;
    std::map<LogId, Height> m_heights;
    bool m_hasErasables = false;
    std::set<Hash> m_erased;
    std::set<ErasableId> m_erasables;
    std::map<std::pair<EntryKind, DeviceId>, std::size_t> m_erasableCounts;
};

} // namespace puente
