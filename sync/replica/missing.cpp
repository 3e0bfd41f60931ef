#include "sync/replica/log_limits.h"
#include "sync/replica/parts.h"

namespace puente {

namespace {

bool hasKeptApart(Work& work, std::uint32_t log) {
    Statement& row = work.prepare("SELECT 1 FROM quarantine WHERE log = ? LIMIT 1");
    return work.step(row.bind(1, std::int64_t{log}));
}

} // namespace

Result<std::vector<LogHeight>, ReplicaFault> Replica::missing(const SpaceId& space) const {
    const SpaceState* found = m_parts->find(space);
    if (found == nullptr) return Failure{ReplicaFault::UnknownSpace};
    Work work(m_parts->database);
    std::map<LogId, Height> declared;
    Statement& rows = work.prepare("SELECT of_log, max(sequence), head FROM seen GROUP BY of_log");
    while (work.step(rows)) {
        const auto log = static_cast<std::uint32_t>(rows.integer(0));
        const auto sequence = static_cast<std::uint64_t>(rows.integer(1));
        const bool isOthers = m_parts->logs.spaceOf(log) == found->number && log != found->ownLog;
        if (isOthers && sequence > m_parts->logs.height(log).sequence)
            declared[m_parts->logs.ids().at(log)] = {sequence, Hash::from(rows.blob(2)).value_or(Hash{})};
    }
    std::vector<LogHeight> missing;
    for (const auto& [id, height] : declared) {
        const auto log = m_parts->logs.find(found->number, id);
        if (!hasKeptApart(work, *log) && !limitOf(*m_parts, work, *found, id)) missing.push_back({id, height});
    }
    return work.result(std::move(missing));
}

} // namespace puente
