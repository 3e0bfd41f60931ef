#pragma once

#include "sync/replica/record_rows.h"
#include "sync/replica/replica_state.h"

namespace puente {

/// Applies accepted change sets to the records of one space: the only place where a retirement is judged.
class Applier {
public:
    Applier(ReplicaState& state, Work& work, SpaceState& space)
        : m_state(state), m_work(work), m_space(space), m_rows(work, state.logs) {}

    /// A segment's body, all logs in the replica's numbers, once its log stands at its height.
    void applyBody(std::uint32_t author, SegmentBody body);
    /// `author` and all dots in the replica's numbers; `seenLimit` counts the author's seen entries up to here.
    void apply(std::uint32_t author, ChangeSet changeSet, std::uint32_t seenLimit);
    /// Asks again for the retirements that waited for this log to come so far. To be called once its height says so.
    void release(std::uint32_t log);
    /// Writes all of it. Nothing is there before.
    void finish();

private:
    void applyOperation(const Dot& by, Operation& operation, const ChangeSet& changeSet, std::uint32_t person,
                        std::uint32_t seenLimit);
    struct Retirement {
        Dot by;
        std::uint32_t seenLimit = 0;
        Dot record;
        std::uint32_t field = 0;
        Dot dot;
    };
    void retire(const Retirement& retirement);
    void wait(const Retirement& retirement, std::uint32_t until);
    std::vector<Retirement> takeWaiting(std::uint32_t log);

    ReplicaState& m_state;
    Work& m_work;
    SpaceState& m_space;
    RecordRows m_rows;
    std::uint64_t m_ignored = 0;
};

} // namespace puente
