#include "sync/replica/replica_state.h"

#include "sync/replica/own_log.h"
#include "sync/replica/packed_dot.h"

#include <set>
#include <utility>

namespace puente {

ReplicaFault replicaFaultOf(SqlFault fault) {
    switch (fault) {
    case SqlFault::Busy: return ReplicaFault::Busy;
    case SqlFault::Full: return ReplicaFault::Full;
    case SqlFault::NotSealed:
    case SqlFault::WrongKey:
    case SqlFault::Corrupt: return ReplicaFault::Corrupt;
    case SqlFault::Misplaced: return ReplicaFault::Misplaced;
    case SqlFault::CutOff: return ReplicaFault::CutOff;
    case SqlFault::Newer: return ReplicaFault::Newer;
    case SqlFault::CannotOpen:
    case SqlFault::ReadOnly:
    case SqlFault::Storage: return ReplicaFault::Storage;
    }
    contractBroken();
}

SpaceState* ReplicaState::find(const SpaceId& space) {
    const auto found = spaces.find(space);
    return found == spaces.end() ? nullptr : &found->second;
}

void ReplicaState::load(Work& work) {
    logs.load(work);
    persons.load(work);
    seen.clear();
    Statement& meta = work.prepare("SELECT clock_time, clock_counter FROM meta");
    if (work.step(meta))
        hybridClock = HybridClock(Stamp{.time = static_cast<std::uint64_t>(meta.integer(0)),
                                        .counter = static_cast<std::uint32_t>(meta.integer(1))});
    loadSpaces(work);
    for (auto& [id, space] : spaces) {
        loadMembership(work, space);
        loadPending(work, space);
        loadParked(work, space);
    }
}

void ReplicaState::reload() {
    Work work(database);
    load(work);
    m_isBroken = !work.ok();
}

// Spaces are read in place: whoever was given a SpaceInfo keeps it.
void ReplicaState::loadSpaces(Work& work) {
    std::set<SpaceId> found;
    Statement& rows = work.prepare("SELECT number, id, name, server, own_log, join_request, cursor_instance, "
                                   "cursor_position, cursor_running, delivered, ignored FROM space");
    while (work.step(rows)) {
        const auto id = SpaceId::from(rows.blob(1));
        const auto instance = InstanceId::from(rows.blob(6));
        const auto running = Hash::from(rows.blob(8));
        const auto ownLog = static_cast<std::uint32_t>(rows.integer(4));
        if (!id || !instance || !running || ownLog >= logs.ids().size()) return work.damaged();
        SpaceState& space = spaces[*id];
        space = {};
        space.number = static_cast<std::uint32_t>(rows.integer(0));
        space.ownLog = ownLog;
        space.info = {.id = *id,
                      .name = std::string(rows.text(2)),
                      .server = std::string(rows.text(3)),
                      .role = {},
                      .ownLog = logs.ids()[ownLog],
                      .ownLogNumber = ownLog};
        if (!rows.isNull(5)) {
            const ByteView request = rows.blob(5);
            space.ownRequest = JoinRequest::parse(Bytes(request.begin(), request.end()));
        }
        space.cursor = {.instance = *instance,
                        .at = {.position = static_cast<std::uint64_t>(rows.integer(7)), .running = *running},
                        .delivered = static_cast<std::uint32_t>(rows.integer(9))};
        space.ignoredRetirements = static_cast<std::uint64_t>(rows.integer(10));
        found.insert(*id);
    }
    std::erase_if(spaces, [&](const auto& space) { return !found.contains(space.first); });
}

void ReplicaState::loadMembership(Work& work, SpaceState& space) {
    Statement& records = work.prepare("SELECT bytes FROM membership WHERE space = ? ORDER BY id");
    records.bind(1, std::int64_t{space.number});
    while (work.step(records)) {
        const ByteView bytes = records.blob(0);
        auto record = MembershipRecord::parse(Bytes(bytes.begin(), bytes.end()));
        if (!record) return work.damaged();
        space.records.push_back(std::move(*record));
    }
    space.evaluateMembership(ownDevice());
    openKeyObjects(work, space);
}

void ReplicaState::openKeyObjects(Work& work, SpaceState& space) {
    std::size_t before = space.keys.size();
    do {
        Statement& objects = work.prepare("SELECT bytes FROM key_object WHERE space = ? ORDER BY id");
        objects.bind(1, std::int64_t{space.number});
        while (work.step(objects)) {
            const ByteView bytes = objects.blob(0);
            const auto object = KeyObject::parse(Bytes(bytes.begin(), bytes.end()));
            if (!object) return work.damaged();
            space.openKeys(*object, keys.sealing);
        }
    } while (work.ok() && space.mayOpenMore(keys.sealing) &&
             std::exchange(before, space.keys.size()) != space.keys.size());
}

/// They go on where the log ends, up to the last that was written: one that is missing would be written again under its
/// number, with other words.
void ReplicaState::loadPending(Work& work, SpaceState& space) {
    std::uint64_t last = logs.height(space.ownLog).sequence;
    Statement& rows = work.prepare("SELECT id, body FROM pending WHERE id >= ? AND id < ? ORDER BY id");
    rows.bind(1, firstOfLog(space.ownLog)).bind(2, firstOfLog(space.ownLog + 1));
    while (work.step(rows)) {
        const std::uint32_t sequence = unpackDot(rows.integer(0)).sequence;
        auto pending = decodePending(rows.blob(1), sequence, space, logs);
        if (!pending || sequence != ++last) return work.damaged();
        space.pendingSize += encodedSize(pending->changeSet);
        space.pending.push_back(std::move(*pending));
    }
    Statement& row = work.prepare("SELECT written FROM log WHERE number = ?");
    if (!work.step(row.bind(1, std::int64_t{space.ownLog}))) return work.damaged();
    if (last < static_cast<std::uint64_t>(row.integer(0))) work.damaged();
}

void ReplicaState::loadParked(Work& work, SpaceState& space) {
    Statement& row = work.prepare("SELECT count(*), coalesce(sum(length(bytes)), 0) FROM parked WHERE space = ?");
    if (!work.step(row.bind(1, std::int64_t{space.number}))) return;
    space.parkedCount = static_cast<std::uint64_t>(row.integer(0));
    space.parkedBytes = static_cast<std::uint64_t>(row.integer(1));
}

SpaceState& ReplicaState::addSpace(Work& work, const SpaceId& id, std::string_view name, std::string_view server) {
    work.run(work.prepare("INSERT INTO space(id, name, server, cursor_instance, cursor_running) VALUES(?, ?, ?, ?, ?)")
                 .bind(1, id.view())
                 .bind(2, name)
                 .bind(3, server)
                 .bind(4, InstanceId{}.view())
                 .bind(5, Hash{}.view()));
    SpaceState& space = spaces[id];
    space.number = static_cast<std::uint32_t>(work.lastRowId());
    const LogId own{.device = ownDevice(), .incarnation = 1};
    space.ownLog = logs.obtain(work, space.number, own).value_or(0);
    space.info = {.id = id,
                  .name = std::string(name),
                  .server = std::string(server),
                  .role = {},
                  .ownLog = own,
                  .ownLogNumber = space.ownLog};
    work.run(work.prepare("UPDATE space SET own_log = ? WHERE number = ?")
                 .bind(1, std::int64_t{space.ownLog})
                 .bind(2, std::int64_t{space.number}));
    return space;
}

void ReplicaState::keepRecord(Work& work, SpaceState& space, MembershipRecord record) {
    work.run(work.prepare("INSERT INTO membership(space, hash, bytes) VALUES(?, ?, ?)")
                 .bind(1, std::int64_t{space.number})
                 .bind(2, record.hash().view())
                 .bind(3, record.wire()));
    space.records.push_back(std::move(record));
}

void ReplicaState::keepKeyObject(Work& work, SpaceState& space, const KeyObject& object) {
    work.run(work.prepare("INSERT INTO key_object(space, hash, bytes) VALUES(?, ?, ?)")
                 .bind(1, std::int64_t{space.number})
                 .bind(2, object.hash().view())
                 .bind(3, object.wire()));
    space.openKeys(object, keys.sealing);
}

void ReplicaState::keepSegment(Work& work, std::uint32_t log, const Segment& segment) {
    const SegmentHeader& header = segment.header();
    work.run(work.prepare("INSERT INTO segment(log, last, first, hash, bytes) VALUES(?, ?, ?, ?, ?)")
                 .bind(1, std::int64_t{log})
                 .bind(2, std::int64_t{header.last})
                 .bind(3, std::int64_t{header.first})
                 .bind(4, segment.hash().view())
                 .bind(5, segment.wire()));
    logs.advance(work, log, {.sequence = header.last, .head = segment.hash()});
}

void ReplicaState::keepClock(Work& work) {
    const Stamp last = hybridClock.last();
    work.run(work.prepare("UPDATE meta SET clock_time = ?, clock_counter = ?")
                 .bind(1, static_cast<std::int64_t>(last.time))
                 .bind(2, std::int64_t{last.counter}));
}

} // namespace puente
