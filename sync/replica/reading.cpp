#include "sync/merge/record_codec.h"
#include "sync/replica/handle.h"
#include "sync/replica/log_limits.h"
#include "sync/replica/packed_dot.h"
#include "sync/replica/parts.h"
#include "sync/replica/replica.h"
#include "sync/replica/state_hash.h"

namespace puente {

namespace {

using Visit = std::function<bool(const Dot&, const RecordState&)>;

// Rows are fetched so many at a time, so that a visitor may call the replica.
constexpr std::size_t kRowsAtOnce = 256;
using Rows = std::vector<std::pair<std::int64_t, RecordState>>;

Rows fetch(Work& work, Statement& statement) {
    Rows rows;
    while (work.step(statement)) {
        auto state = RecordCodec::decode(statement.blob(1));
        if (!state) {
            work.damaged();
            break;
        }
        rows.emplace_back(statement.integer(0), std::move(*state));
    }
    statement.reset();
    return rows;
}

/// Calls with the rows of one bunch after the other; `next` yields those after an id.
template <typename Next>
Result<Done, ReplicaFault> visitAll(Work& work, Next next, const Visit& visit) {
    std::int64_t after = -1;
    while (true) {
        const Rows rows = next(after);
        if (!work.ok()) return Failure{work.fault()};
        for (const auto& [id, state] : rows)
            if (!visit(unpackDot(id), state)) return Done{};
        if (rows.size() < kRowsAtOnce) return Done{};
        after = rows.back().first;
    }
}

} // namespace

const std::vector<LogId>& Replica::logs() const {
    return m_parts->logs.ids();
}

const std::string& Replica::person(std::uint32_t number) const {
    return m_parts->persons.name(number);
}

SpaceId Replica::spaceOf(const Dot& record) const {
    const std::uint32_t number = m_parts->logs.spaceOf(record.log);
    for (const auto& [id, space] : m_parts->spaces)
        if (space.number == number) return id;
    return {};
}

Result<std::optional<RecordState>, ReplicaFault> Replica::record(const Dot& id) const {
    Work work(m_parts->database);
    Statement& row = work.prepare("SELECT id, cells FROM record WHERE id = ?");
    Rows rows = fetch(work, row.bind(1, pack(id)));
    return work.result(rows.empty() ? std::nullopt : std::optional(std::move(rows[0].second)));
}

Result<Done, ReplicaFault> Replica::forEach(const SpaceId& space, std::uint32_t type, const Visit& visit) const {
    const SpaceState* found = m_parts->find(space);
    if (found == nullptr) return Failure{ReplicaFault::UnknownSpace};
    Work work(m_parts->database);
    const auto next = [&](std::int64_t after) {
        Statement& rows = work.prepare("SELECT id, cells FROM record WHERE space = ? AND type = ? AND id > ? "
                                       "ORDER BY id LIMIT 256");
        return fetch(work, rows.bind(1, std::int64_t{found->number}).bind(2, std::int64_t{type}).bind(3, after));
    };
    return visitAll(work, next, visit);
}

Result<Done, ReplicaFault> Replica::forEachConflict(const SpaceId& space, const Visit& visit) const {
    const SpaceState* found = m_parts->find(space);
    if (found == nullptr) return Failure{ReplicaFault::UnknownSpace};
    Work work(m_parts->database);
    const auto next = [&](std::int64_t after) {
        // Deleted ones only if somebody edited them meanwhile (8); hidden ones (not 1) never.
        Statement& rows =
            work.prepare("SELECT id, cells FROM record WHERE space = ? AND id > ? "
                         "AND (conflicts > 0 OR flags >= 4) AND flags & 1 AND (flags & 8 OR NOT flags & 2) "
                         "ORDER BY id LIMIT 256");
        return fetch(work, rows.bind(1, std::int64_t{found->number}).bind(2, after));
    };
    return visitAll(work, next, visit);
}

Result<std::vector<Dot>, ReplicaFault> Replica::findByHandle(std::string_view prefix, std::size_t most) const {
    std::vector<Dot> found;
    const auto range = handlesWith(prefix);
    if (!range) return found;
    Work work(m_parts->database);
    Statement& rows = work.prepare("SELECT id FROM record WHERE handle BETWEEN ? AND ? ORDER BY handle LIMIT ?");
    rows.bind(1, ByteView(range->least)).bind(2, ByteView(range->most)).bind(3, static_cast<std::int64_t>(most));
    while (work.step(rows))
        found.push_back(unpackDot(rows.integer(0)));
    return work.result(std::move(found));
}

Result<std::vector<Dot>, ReplicaFault> Replica::indexQueue(std::size_t most) const {
    std::vector<Dot> records;
    Work work(m_parts->database);
    Statement& rows = work.prepare("SELECT record FROM index_queue ORDER BY record LIMIT ?");
    rows.bind(1, static_cast<std::int64_t>(most));
    while (work.step(rows))
        records.push_back(unpackDot(rows.integer(0)));
    return work.result(std::move(records));
}

Result<Done, ReplicaFault> Replica::takeFromQueue(std::span<const Dot> records) {
    return m_parts->transact<Done>([&](Work& work) -> Result<Done, ReplicaFault> {
        for (const Dot& record : records)
            work.run(work.prepare("DELETE FROM index_queue WHERE record = ?").bind(1, pack(record)));
        return Done{};
    });
}

Result<Hash, ReplicaFault> Replica::stateHash(const SpaceId& space) const {
    const SpaceState* found = m_parts->find(space);
    if (found == nullptr) return Failure{ReplicaFault::UnknownSpace};
    Work work(m_parts->database);
    return work.result(puente::stateHash(work, m_parts->logs, m_parts->persons, found->number));
}

Result<Replica::Counts, ReplicaFault> Replica::counts(const SpaceId& space) const {
    const SpaceState* found = m_parts->find(space);
    if (found == nullptr) return Failure{ReplicaFault::UnknownSpace};
    Work work(m_parts->database);
    const auto ask = [&](const char* sql) {
        Statement& row = work.prepare(sql);
        const bool is = work.step(row.bind(1, std::int64_t{found->number}));
        const auto count = is ? static_cast<std::uint64_t>(row.integer(0)) : 0;
        row.reset();
        return count;
    };
    Counts counts;
    counts.records = ask("SELECT count(*) FROM record WHERE space = ? AND type IS NOT NULL");
    counts.conflicts = ask("SELECT coalesce(sum(conflicts), 0) FROM record WHERE space = ? "
                           "AND (conflicts > 0 OR flags >= 4) AND flags & 1 AND (flags & 8 OR NOT flags & 2)");
    counts.changeSets = ask("SELECT coalesce(sum(height), 0) FROM log WHERE space = ?") + found->pending.size();
    counts.unsealed = found->pending.size();
    const std::uint32_t last = found->lastSequence(m_parts->logs);
    counts.undelivered = last > found->cursor.delivered ? last - found->cursor.delivered : 0;
    counts.parked = found->parkedCount;
    for (const std::uint32_t log : m_parts->logs.ofSpace(found->number)) {
        const LogId& id = m_parts->logs.ids()[log];
        if (isProvenFork(*found, id) || statementOn(*found, id) != nullptr) ++counts.forks;
    }
    counts.quarantined = ask("SELECT count(*) FROM quarantine WHERE space = ? AND (own = 0 OR adopted = 0)");
    counts.ignoredRetirements = found->ignoredRetirements;
    return work.result(counts);
}

} // namespace puente
