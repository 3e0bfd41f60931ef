#pragma once

#include "sync/erasable/erasable.h"
#include "sync/replica/replica_state.h"

namespace puente {

/// Takes what can be erased, and erases it, within one transaction. Trusts nothing that arrives. Rules:
/// docs/formats/erasable.md.
class Eraser {
public:
    Eraser(ReplicaState& state, Work& work, SpaceState& space) : m_state(state), m_work(work), m_space(space) {}

    /// Takes an entry of one of the three kinds. What others' devices had no right to is kept without effect, since
    /// they may have it by a record that has not arrived.
    Reception take(EntryKind kind, Bytes bytes);
    /// Removes every key whose erasure counts now. To be called when members or erasures have changed.
    void carryOut();

    void keep(const ErasableObject& object);
    void keep(const Erasure& erasure);
    void keep(const ErasureConfirmation& confirmation);

private:
    template <typename Entry>
    Reception take(std::optional<Entry> entry);
    std::optional<Reception> whyNot(const ErasableObject& object);
    std::optional<Reception> whyNot(const Erasure& erasure);
    std::optional<Reception> whyNot(const ErasureConfirmation& confirmation);
    bool holds(const char* sql, ByteView what);
    std::uint64_t countOf(const char* sql, const DeviceId& author);

    ReplicaState& m_state;
    Work& m_work;
    SpaceState& m_space;
};

/// The object of a key that is here and not erased.
std::optional<ErasableObject> erasableObject(Work& work, const SpaceState& space, const ErasableId& id);

} // namespace puente
