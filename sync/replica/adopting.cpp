#include "sync/replica/parts.h"
#include "sync/replica/reissue.h"

namespace puente {

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
        const auto count = writeAgain(*m_parts, work, *found, *number, *segments);
        if (!count) return count;
        work.run(work.prepare("UPDATE quarantine SET adopted = 1 WHERE log = ?").bind(1, std::int64_t{*number}));
        return count;
    });
}

} // namespace puente
