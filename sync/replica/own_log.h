#pragma once

#include "sync/replica/applier.h"

namespace puente {

/// Writes this device's own log of one space: change sets first, durable at once; then segments of them.
class OwnLog {
public:
    OwnLog(ReplicaState& state, Work& work, SpaceState& space, Applier& applier)
        : m_state(state), m_work(work), m_space(space), m_applier(applier) {}

    /// Numbers, stamps and applies one change set. What is full goes into a segment at once.
    Result<std::uint32_t, ReplicaFault> append(std::string_view person, std::uint32_t schemaVersion,
                                               std::vector<Operation> operations);
    /// Gives the change sets that no segment holds their rows.
    void storePending();
    /// Seals all of them. The space's key must be there.
    void seal();

private:
    std::optional<ReplicaFault> resolve(std::uint32_t sequence, std::vector<Operation>& operations);
    std::optional<ReplicaFault> check(const Operation& operation, std::uint32_t sequence, std::uint32_t index);
    bool isKnownLog(std::uint32_t log) const;
    bool isKnownRecord(const Dot& record, std::uint32_t sequence);
    std::vector<SeenEntry> newlySeen();
    std::size_t countForOneSegment() const;
    void sealFirst(std::size_t count);

    ReplicaState& m_state;
    Work& m_work;
    SpaceState& m_space;
    Applier& m_applier;
    std::vector<Dot> m_created; // by the change sets of this transaction: they may have no rows yet
};

/// From now on this device writes another log: the one before it is closed. Everything must be sealed.
void beginOwnLog(ReplicaState& state, Work& work, SpaceState& space, std::uint32_t incarnation);

/// A change set's row, while no segment holds it: a body of one, as in docs/formats/change_set.md.
Bytes encodePending(const PendingChangeSet& pending, const SpaceState& space, const LogTable& logs);
std::optional<PendingChangeSet> decodePending(ByteView bytes, std::uint32_t sequence, const SpaceState& space,
                                              const LogTable& logs);

/// Above all that this device, or a copy of it that went on, is known to have used or announced.
std::uint32_t nextIncarnation(const ReplicaState& state, const SpaceState& space);

} // namespace puente
