#include "sync/replica/reissue.h"

#include "sync/replica/own_log.h"
#include "sync/replica/stored_body.h"

#include <map>

namespace puente {

namespace {

/// Change sets of a log that does not count, on their way into this device's own.
class Reissue {
public:
    Reissue(SpaceState& space, std::uint32_t from, OwnLog& ownLog) : m_space(space), m_from(from), m_ownLog(ownLog) {}

    std::optional<ReplicaFault> add(const ChangeSet& changeSet) {
        std::vector<Operation> operations = changeSet.operations;
        for (Operation& operation : operations) {
            move(operation.record, changeSet.sequence);
            for (Dot& retired : operation.retired)
                move(retired, changeSet.sequence);
            auto* reference = operation.value ? std::get_if<Reference>(&*operation.value) : nullptr;
            if (reference != nullptr) move(reference->record, changeSet.sequence);
        }
        const auto sequence = m_ownLog.append(changeSet.person, changeSet.schemaVersion, std::move(operations));
        if (!sequence) return sequence.fault();
        m_moved[changeSet.sequence] = *sequence;
        return std::nullopt;
    }

private:
    /// What the other log wrote has a new name in the own one; sequence 0 is the change set being written.
    void move(Dot& dot, std::uint32_t current) const {
        if (dot.log != m_from) return;
        const auto moved = m_moved.find(dot.sequence);
        if (dot.sequence == current)
            dot = {.log = m_space.ownLog, .sequence = 0, .index = dot.index};
        else if (moved != m_moved.end())
            dot = {.log = m_space.ownLog, .sequence = moved->second, .index = dot.index};
    }

    SpaceState& m_space;
    std::uint32_t m_from;
    OwnLog& m_ownLog;
    std::map<std::uint32_t, std::uint32_t> m_moved;
};

/// The bodies are in the replica's log numbers, and all of one log.
Result<std::uint32_t, ReplicaFault> writeBodies(ReplicaState& state, Work& work, SpaceState& space, std::uint32_t log,
                                                std::span<const SegmentBody> bodies) {
    Applier applier(state, work, space);
    OwnLog ownLog(state, work, space, applier);
    Reissue reissue(space, log, ownLog);
    std::uint32_t count = 0;
    for (const SegmentBody& body : bodies)
        for (const ChangeSet& changeSet : body.changeSets) {
            const auto fault = reissue.add(changeSet);
            // What it speaks of is not here, since that does not count either: it stays where it was, to be seen.
            if (fault == ReplicaFault::UnknownRecord) continue;
            if (fault) return Failure{*fault};
            ++count;
        }
    ownLog.storePending();
    applier.finish();
    state.keepClock(work);
    return count;
}

/// A change set of another replica's, in the numbers of this one.
std::optional<SegmentBody> bodyOf(ReplicaState& state, Work& work, const SpaceState& space,
                                  const Replica::Unsent& unsent) {
    auto body = decodeBody(unsent.body, unsent.log, unsent.sequence);
    if (!body) return std::nullopt;
    std::vector<std::uint32_t> numbers;
    for (const LogId& log : body->logs) {
        const auto number = state.logs.obtain(work, space.number, log);
        if (!number) return std::nullopt;
        numbers.push_back(*number);
    }
    renumber(*body, numbers);
    return std::move(*body);
}

} // namespace

Result<std::uint32_t, ReplicaFault> writeAgain(ReplicaState& state, Work& work, SpaceState& space, std::uint32_t log,
                                               std::span<const Segment> segments) {
    std::vector<SegmentBody> bodies;
    for (const Segment& segment : segments) {
        auto body = openStored(segment, space, state.logs);
        if (!body) return Failure{body.fault()};
        bodies.push_back(std::move(*body));
    }
    return writeBodies(state, work, space, log, bodies);
}

Result<std::uint32_t, ReplicaFault> writeUnsentAgain(ReplicaState& state, Work& work, SpaceState& space,
                                                     std::span<const Replica::Unsent> unsent) {
    std::map<std::uint32_t, std::vector<SegmentBody>> bodies; // by log
    for (const Replica::Unsent& one : unsent) {
        auto body = bodyOf(state, work, space, one);
        if (!body) return Failure{ReplicaFault::Malformed};
        bodies[*state.logs.find(space.number, one.log)].push_back(std::move(*body));
    }
    std::uint32_t count = 0;
    for (const auto& [log, ofLog] : bodies) {
        const auto written = writeBodies(state, work, space, log, ofLog);
        if (!written) return written;
        count += *written;
    }
    return count;
}

} // namespace puente
