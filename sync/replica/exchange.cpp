#include "sync/replica/log_limits.h"
#include "sync/replica/parts.h"
#include "sync/replica/replica.h"

namespace puente {

std::vector<LogHeight> Replica::heights(const SpaceId& space) const {
    std::vector<LogHeight> heights;
    const SpaceState* found = m_parts->find(space);
    if (found == nullptr) return heights;
    for (const std::uint32_t log : m_parts->logs.ofSpace(found->number))
        if (const Height& height = m_parts->logs.height(log); height.sequence > 0)
            heights.push_back({.log = m_parts->logs.ids()[log], .height = height});
    return heights;
}

bool Replica::isOnLog(const SpaceId& space, const LogHeight& height) const {
    const SpaceState* found = m_parts->find(space);
    const auto log = found == nullptr ? std::nullopt : m_parts->logs.find(found->number, height.log);
    if (!log) return false;
    Work work(m_parts->database);
    return m_parts->logs.segmentHash(work, *log, height.height.sequence) == height.height.head;
}

std::optional<Height> Replica::forkOf(const SpaceId& space, const LogId& log) const {
    const SpaceState* found = m_parts->find(space);
    const Closing* statement = found == nullptr ? nullptr : statementOn(*found, log);
    return statement == nullptr ? std::nullopt : statement->from;
}

Result<std::vector<Segment>, ReplicaFault> Replica::segmentsAfter(const SpaceId& space, const LogId& log,
                                                                  std::uint32_t after, std::size_t bytesMax) const {
    const SpaceState* found = m_parts->find(space);
    if (found == nullptr) return Failure{ReplicaFault::UnknownSpace};
    std::vector<Segment> segments;
    const auto number = m_parts->logs.find(found->number, log);
    if (!number) return segments;
    Work work(m_parts->database);
    Statement& rows = work.prepare("SELECT bytes FROM segment WHERE log = ? AND last > ? ORDER BY last");
    rows.bind(1, std::int64_t{*number}).bind(2, std::int64_t{after});
    std::size_t size = 0;
    while (work.step(rows)) {
        const ByteView bytes = rows.blob(0);
        size += bytes.size();
        if (!segments.empty() && size > bytesMax) break;
        auto segment = Segment::parse(Bytes(bytes.begin(), bytes.end()));
        if (!segment) return Failure{ReplicaFault::Corrupt};
        segments.push_back(std::move(*segment));
    }
    rows.reset();
    return work.result(std::move(segments));
}

Result<std::vector<MembershipRecord>, ReplicaFault> Replica::membershipRecords(const SpaceId& space) const {
    const SpaceState* found = m_parts->find(space);
    if (found == nullptr) return Failure{ReplicaFault::UnknownSpace};
    return found->records;
}

Result<std::vector<Bytes>, ReplicaFault> Replica::keyObjects(const SpaceId& space) const {
    const SpaceState* found = m_parts->find(space);
    if (found == nullptr) return Failure{ReplicaFault::UnknownSpace};
    std::vector<Bytes> objects;
    Work work(m_parts->database);
    Statement& rows = work.prepare("SELECT bytes FROM key_object WHERE space = ? ORDER BY id");
    rows.bind(1, std::int64_t{found->number});
    while (work.step(rows))
        objects.emplace_back(rows.blob(0).begin(), rows.blob(0).end());
    return work.result(std::move(objects));
}

Replica::Cursor Replica::cursor(const SpaceId& space) const {
    const SpaceState* found = m_parts->find(space);
    return found == nullptr ? Cursor{} : found->cursor;
}

Result<Done, ReplicaFault> Replica::setCursor(const SpaceId& space, const Cursor& cursor) {
    SpaceState* found = m_parts->find(space);
    if (found == nullptr) return Failure{ReplicaFault::UnknownSpace};
    return m_parts->transact<Done>([&](Work& work) -> Result<Done, ReplicaFault> {
        work.run(work.prepare("UPDATE space SET cursor_instance = ?, cursor_position = ?, cursor_running = ?, "
                              "delivered = ? WHERE number = ?")
                     .bind(1, cursor.instance.view())
                     .bind(2, static_cast<std::int64_t>(cursor.at.position))
                     .bind(3, cursor.at.running.view())
                     .bind(4, std::int64_t{cursor.delivered})
                     .bind(5, std::int64_t{found->number}));
        found->cursor = cursor;
        return Done{};
    });
}

Result<Done, ReplicaFault> Replica::compareNext(const SpaceId& space) {
    Cursor asking = cursor(space);
    if (asking.at.position == 0 || asking.asksToCompare()) return Done{};
    asking.at.running = Hash{};
    return setCursor(space, asking);
}

bool Replica::isDelivered(const SpaceId& space, const Hash& entry) const {
    const SpaceState* found = m_parts->find(space);
    if (found == nullptr) return false;
    Work work(m_parts->database);
    Statement& row = work.prepare("SELECT 1 FROM delivered WHERE space = ? AND hash = ?");
    return work.step(row.bind(1, std::int64_t{found->number}).bind(2, entry.view()));
}

Result<Done, ReplicaFault> Replica::markDelivered(const SpaceId& space, std::span<const Hash> entries) {
    const SpaceState* found = m_parts->find(space);
    if (found == nullptr) return Failure{ReplicaFault::UnknownSpace};
    return m_parts->transact<Done>([&](Work& work) -> Result<Done, ReplicaFault> {
        for (const Hash& entry : entries)
            work.run(work.prepare("INSERT OR IGNORE INTO delivered(space, hash) VALUES(?, ?)")
                         .bind(1, std::int64_t{found->number})
                         .bind(2, entry.view()));
        return Done{};
    });
}

} // namespace puente
