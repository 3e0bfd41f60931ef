#include "sync/replica/own_log.h"
#include "sync/replica/parts.h"
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

} // namespace

Result<std::vector<Replica::QuarantinedLog>, ReplicaFault> Replica::quarantined(const SpaceId& space) const {
    const SpaceState* found = m_parts->find(space);
    if (found == nullptr) return Failure{ReplicaFault::UnknownSpace};
    std::vector<QuarantinedLog> logs;
    Work work(m_parts->database);
    Statement& rows = work.prepare("SELECT log, count(*), sum(last - first + 1), sum(length(bytes)), min(adopted) "
                                   "FROM quarantine WHERE space = ? GROUP BY log ORDER BY log");
    rows.bind(1, std::int64_t{found->number});
    while (work.step(rows))
        logs.push_back({.log = m_parts->logs.ids().at(static_cast<std::size_t>(rows.integer(0))),
                        .segments = static_cast<std::uint32_t>(rows.integer(1)),
                        .changeSets = static_cast<std::uint32_t>(rows.integer(2)),
                        .bytes = static_cast<std::uint64_t>(rows.integer(3)),
                        .isAdopted = rows.integer(4) != 0});
    return work.result(std::move(logs));
}

Result<std::vector<Segment>, ReplicaFault> Replica::quarantinedSegments(const SpaceId& space, const LogId& log) const {
    const SpaceState* found = m_parts->find(space);
    if (found == nullptr) return Failure{ReplicaFault::UnknownSpace};
    std::vector<Segment> segments;
    const auto number = m_parts->logs.find(found->number, log);
    if (!number) return segments;
    Work work(m_parts->database);
    Statement& rows = work.prepare("SELECT bytes FROM quarantine WHERE log = ? ORDER BY first, id");
    rows.bind(1, std::int64_t{*number});
    while (work.step(rows)) {
        auto segment = Segment::parse(Bytes(rows.blob(0).begin(), rows.blob(0).end()));
        if (!segment) return Failure{ReplicaFault::Corrupt};
        segments.push_back(std::move(*segment));
    }
    return work.result(std::move(segments));
}

Result<std::uint32_t, ReplicaFault> Replica::adopt(const SpaceId& space, const LogId& log) {
    SpaceState* found = m_parts->find(space);
    if (found == nullptr) return Failure{ReplicaFault::UnknownSpace};
    if (!found->isAdmin()) return Failure{ReplicaFault::NotAllowed};
    const auto segments = quarantinedSegments(space, log);
    if (!segments) return Failure{segments.fault()};
    const auto number = m_parts->logs.find(found->number, log);
    if (segments->empty() || !number) return Failure{ReplicaFault::UnknownTarget};
    return m_parts->transact<std::uint32_t>([&](Work& work) -> Result<std::uint32_t, ReplicaFault> {
        Applier applier(*m_parts, work, *found);
        OwnLog ownLog(*m_parts, work, *found, applier);
        Reissue reissue(*found, *number, ownLog);
        std::uint32_t count = 0;
        for (const Segment& segment : *segments) {
            auto body = openStored(segment, *found, m_parts->logs);
            if (!body) return Failure{body.fault()};
            for (const ChangeSet& changeSet : body->changeSets) {
                if (const auto fault = reissue.add(changeSet)) return Failure{*fault};
                ++count;
            }
        }
        ownLog.storePending();
        applier.finish();
        m_parts->keepClock(work);
        work.run(work.prepare("UPDATE quarantine SET adopted = 1 WHERE log = ?").bind(1, std::int64_t{*number}));
        return count;
    });
}

} // namespace puente
