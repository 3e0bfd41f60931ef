#include "sync/store/sqlite_store.h"
#include "sync/store/store_rows.h"

namespace puente {

namespace {

Entry entryAt(const Statement& row) {
    const auto kind = static_cast<EntryKind>(row.integer(1));
    ByteView bytes = row.blob(7);
    if (kind == EntryKind::Erasable && !bytes.empty() && bytes[0] == 0) bytes = {}; // erased: no version is zero
    return {unsignedAt(row, 0),
            kind,
            idAt<Hash>(row, 2),
            Bytes(bytes.begin(), bytes.end()),
            row.isNull(3) ? LogId{} : LogId{idAt<DeviceId>(row, 3), static_cast<std::uint32_t>(row.integer(4))},
            static_cast<std::uint32_t>(row.integer(5)),
            static_cast<std::uint32_t>(row.integer(6))};
}

/// As many whole entries as fit, at least one.
Result<std::vector<Entry>, StoreFault> gather(Statement& statement, std::size_t bytesMax) {
    std::vector<Entry> entries;
    std::size_t size = 0;
    auto visited = forEachRow(statement, [&](Statement& row) {
        size += row.blob(7).size();
        if (!entries.empty() && size > bytesMax) return false;
        entries.push_back(entryAt(row));
        return size < bytesMax;
    });
    if (!visited) return Failure{storeFaultOf(visited.fault())};
    return entries;
}

/// The one value that `read` takes from the row, if there is a row.
template <typename T, typename Read>
Result<T, StoreFault> oneOr(T none, Statement& statement, Read read) {
    auto visited = forEachRow(statement, [&](Statement& row) {
        none = read(row);
        return false;
    });
    if (!visited) return Failure{storeFaultOf(visited.fault())};
    return none;
}

template <typename T, typename Read>
Result<std::vector<T>, StoreFault> all(Statement& statement, Read read) {
    std::vector<T> items;
    auto visited = forEachRow(statement, [&](Statement& row) {
        items.push_back(read(row));
        return true;
    });
    if (!visited) return Failure{storeFaultOf(visited.fault())};
    return items;
}

constexpr const char* kReadAll =
    "SELECT position, kind, hash, device, incarnation, first, last, bytes FROM entry "
    "WHERE space = (SELECT number FROM space WHERE id = ?1) AND position > ?2 ORDER BY position";
// Segments are nearly all there is, so the others are skipped; those are few, and have an index of their own.
constexpr const char* kReadSegments =
    "SELECT position, kind, hash, device, incarnation, first, last, bytes FROM entry "
    "WHERE space = (SELECT number FROM space WHERE id = ?1) AND position > ?2 AND kind = 3 ORDER BY position";
constexpr const char* kReadOthers =
    "SELECT position, kind, hash, device, incarnation, first, last, bytes FROM entry "
    "WHERE space = (SELECT number FROM space WHERE id = ?1) AND position > ?2 AND kind = ?3 AND kind <> 3 "
    "ORDER BY position";
constexpr const char* kReadLog =
    "SELECT position, kind, hash, device, incarnation, first, last, bytes FROM entry "
    "WHERE space = (SELECT number FROM space WHERE id = ?1) AND device = ?2 AND incarnation = ?3 AND last > ?4 "
    "AND kind = 3 ORDER BY last";

} // namespace

Result<LogPosition, StoreFault> SqliteStore::end(const SpaceId& space) {
    const auto row = rowOf(space);
    if (!row) return Failure{storeFaultOf(row.fault())};
    return row->end;
}

Result<std::optional<Hash>, StoreFault> SqliteStore::runningAt(const SpaceId& space, std::uint64_t position) {
    if (position == 0) return std::optional<Hash>{Hash{}};
    Statement& statement = m_database.prepare(
        "SELECT running FROM entry WHERE space = (SELECT number FROM space WHERE id = ?) AND position = ?");
    statement.bind(1, space.view()).bind(2, signedOf(position));
    return oneOr(std::optional<Hash>{}, statement, [](Statement& row) { return idAt<Hash>(row, 0); });
}

Result<std::vector<Entry>, StoreFault> SqliteStore::read(const SpaceId& space, std::uint64_t after,
                                                         std::optional<EntryKind> kind, std::size_t bytesMax) {
    const bool others = kind && *kind != EntryKind::Segment;
    Statement& statement = m_database.prepare(others ? kReadOthers : kind ? kReadSegments : kReadAll);
    statement.bind(1, space.view()).bind(2, signedOf(after));
    if (others) statement.bind(3, static_cast<std::int64_t>(*kind));
    return gather(statement, bytesMax);
}

Result<std::vector<Entry>, StoreFault> SqliteStore::readLog(const SpaceId& space, const LogId& log, std::uint32_t after,
                                                            std::size_t bytesMax) {
    Statement& statement = m_database.prepare(kReadLog);
    statement.bind(1, space.view()).bind(2, log.device.view());
    statement.bind(3, std::int64_t{log.incarnation}).bind(4, std::int64_t{after});
    return gather(statement, bytesMax);
}

Result<std::vector<LogHeight>, StoreFault> SqliteStore::heights(const SpaceId& space) {
    Statement& statement = m_database.prepare("SELECT device, incarnation, sequence, head FROM log "
                                              "WHERE space = (SELECT number FROM space WHERE id = ?) "
                                              "ORDER BY device, incarnation");
    return all<LogHeight>(statement.bind(1, space.view()), [](Statement& row) {
        return LogHeight{{idAt<DeviceId>(row, 0), static_cast<std::uint32_t>(row.integer(1))},
                         {unsignedAt(row, 2), idAt<Hash>(row, 3)}};
    });
}

Result<Height, StoreFault> SqliteStore::height(const SpaceId& space, const LogId& log) {
    Statement& statement = m_database.prepare("SELECT sequence, head FROM log "
                                              "WHERE space = (SELECT number FROM space WHERE id = ?) "
                                              "AND device = ? AND incarnation = ?");
    statement.bind(1, space.view()).bind(2, log.device.view()).bind(3, std::int64_t{log.incarnation});
    return oneOr(Height{}, statement, [](Statement& row) { return Height{unsignedAt(row, 0), idAt<Hash>(row, 1)}; });
}

Result<bool, StoreFault> SqliteStore::contains(const SpaceId& space, const Hash& entry) {
    const auto row = rowOf(space);
    if (!row) return Failure{storeFaultOf(row.fault())};
    const auto held = holds(row->number, entry);
    if (!held) return Failure{storeFaultOf(held.fault())};
    return *held;
}

Result<Usage, StoreFault> SqliteStore::usageOfSpace(const SpaceId& space) {
    const auto row = rowOf(space);
    if (!row) return Failure{storeFaultOf(row.fault())};
    return row->usage;
}

Result<Usage, StoreFault> SqliteStore::usageOfDevice(const DeviceId& device) {
    Statement& statement = m_database.prepare("SELECT bytes, entries FROM device WHERE id = ?");
    return oneOr(Usage{}, statement.bind(1, device.view()), [](Statement& row) {
        return Usage{unsignedAt(row, 0), unsignedAt(row, 1)};
    });
}

Result<std::vector<SpaceId>, StoreFault> SqliteStore::spaces() {
    return all<SpaceId>(m_database.prepare("SELECT id FROM space ORDER BY id"),
                        [](Statement& row) { return idAt<SpaceId>(row, 0); });
}

Result<std::vector<SpaceId>, StoreFault> SqliteStore::spacesOf(const OrganizationId& organization) {
    Statement& statement = m_database.prepare("SELECT space.id FROM organization JOIN space "
                                              "ON space.number = organization.space WHERE organization.id = ? "
                                              "ORDER BY space.id");
    return all<SpaceId>(statement.bind(1, organization.view()), [](Statement& row) { return idAt<SpaceId>(row, 0); });
}

Result<Done, StoreFault> SqliteStore::putJoin(const SpaceId& space, const WaitingJoin& join) {
    if (m_database.isReadOnly()) return Failure{StoreFault::Failed};
    Statement& statement =
        m_database.prepare("INSERT OR REPLACE INTO waiting_join (space, invite, request) VALUES (?, ?, ?)");
    auto put = statement.bind(1, space.view()).bind(2, join.invite.view()).bind(3, ByteView(join.request)).run();
    if (!put) return Failure{storeFaultOf(put.fault())};
    return Done{};
}

Result<std::vector<WaitingJoin>, StoreFault> SqliteStore::joins(const SpaceId& space) {
    Statement& statement =
        m_database.prepare("SELECT invite, request FROM waiting_join WHERE space = ? ORDER BY invite");
    return all<WaitingJoin>(statement.bind(1, space.view()), [](Statement& row) {
        const ByteView request = row.blob(1);
        return WaitingJoin{idAt<Hash>(row, 0), Bytes(request.begin(), request.end())};
    });
}

Result<Done, StoreFault> SqliteStore::removeJoin(const SpaceId& space, const Hash& invite) {
    if (m_database.isReadOnly()) return Failure{StoreFault::Failed};
    Statement& statement = m_database.prepare("DELETE FROM waiting_join WHERE space = ? AND invite = ?");
    auto removed = statement.bind(1, space.view()).bind(2, invite.view()).run();
    if (!removed) return Failure{storeFaultOf(removed.fault())};
    return Done{};
}

} // namespace puente
