#include "sync/store/sqlite_store.h"

#include "sync/store/store_rows.h"
#include "sync/store/store_schema.h"

#include <algorithm>
#include <filesystem>

namespace puente {

Result<std::unique_ptr<SqliteStore>, SqlFault> SqliteStore::open(Database database, Entropy& entropy) {
    if (auto migrated = database.migrate(kStoreMigrations); !migrated) return Failure{migrated.fault()};
    std::unique_ptr<SqliteStore> store(new SqliteStore(std::move(database)));
    if (auto begun = store->begin(entropy); !begun) return Failure{begun.fault()};
    return store;
}

Result<Done, SqlFault> SqliteStore::begin(Entropy& entropy) {
    InstanceId kept;
    bool isCopy = false;
    auto visited = forEachRow(m_database.prepare("SELECT instance, is_copy FROM life"), [&](Statement& row) {
        kept = idAt<InstanceId>(row, 0);
        isCopy = row.integer(1) != 0;
        return true;
    });
    if (!visited) return visited;
    // What an erasure left in the write-ahead log before a crash.
    if (auto truncated = m_database.checkpoint(); !truncated) return truncated;
    if (kept.isZero() || isCopy) return beginAnotherLife(entropy);
    m_instance = kept;
    return Done{};
}

Result<Done, SqlFault> SqliteStore::beginAnotherLife(Entropy& entropy) {
    m_instance = entropy.draw<InstanceId>();
    return m_database.prepare("INSERT OR REPLACE INTO life (only, instance, is_copy) VALUES (1, ?, 0)")
        .bind(1, m_instance.view())
        .run();
}

Result<Done, SqlFault> SqliteStore::backupTo(const std::string& path) {
    const std::string unfinished = path + ".unfinished";
    std::error_code ignored;
    std::filesystem::remove(unfinished, ignored);
    if (auto copied = m_database.backupTo(unfinished); !copied) return copied;
    {
        // Marked before it gets its name: there is never a copy that takes itself for the original.
        auto copy = Database::open({.path = unfinished});
        if (!copy) return Failure{copy.fault()};
        if (auto marked = copy->prepare("UPDATE life SET is_copy = 1").run(); !marked) return marked;
    }
    std::error_code failed;
    std::filesystem::rename(unfinished, path, failed);
    if (failed) return Failure{SqlFault::Storage};
    return Done{};
}

Result<SqliteStore::SpaceRow, SqlFault> SqliteStore::rowOf(const SpaceId& space) {
    SpaceRow found;
    Statement& statement =
        m_database.prepare("SELECT number, position, running, bytes, entries FROM space WHERE id = ?");
    auto visited = forEachRow(statement.bind(1, space.view()), [&](Statement& row) {
        found.number = row.integer(0);
        found.end = {unsignedAt(row, 1), idAt<Hash>(row, 2)};
        found.usage = {unsignedAt(row, 3), unsignedAt(row, 4)};
        return true;
    });
    if (!visited) return Failure{visited.fault()};
    return found;
}

Result<SqliteStore::SpaceRow, SqlFault> SqliteStore::makeRow(const SpaceId& space) {
    auto made = m_database
                    .prepare("INSERT INTO space (id, position, running, bytes, entries) "
                             "VALUES (?, 0, zeroblob(32), 0, 0)")
                    .bind(1, space.view())
                    .run();
    if (!made) return Failure{made.fault()};
    SpaceRow row;
    row.number = m_database.lastRowId();
    return row;
}

Result<Done, SqlFault> SqliteStore::keepRow(const SpaceRow& row) {
    return m_database
        .prepare("UPDATE space SET position = ?2, running = ?3, bytes = ?4, entries = ?5 WHERE number = ?1")
        .bind(1, row.number)
        .bind(2, signedOf(row.end.position))
        .bind(3, row.end.running.view())
        .bind(4, signedOf(row.usage.bytes))
        .bind(5, signedOf(row.usage.entries))
        .run();
}

Result<LogPosition, StoreFault> SqliteStore::append(const SpaceId& space, std::span<const NewEntry> entries) {
    if (m_database.isReadOnly()) return Failure{StoreFault::Failed};
    if (entries.empty()) return end(space);
    auto appended = appendAll(space, entries);
    if (!appended) return Failure{storeFaultOf(appended.fault())};
    if (std::ranges::none_of(entries, [](const NewEntry& entry) { return entry.erases.has_value(); })) return *appended;
    // The write-ahead log holds what was there before.
    if (auto truncated = m_database.checkpoint(); !truncated) return Failure{storeFaultOf(truncated.fault())};
    return *appended;
}

Result<LogPosition, SqlFault> SqliteStore::appendAll(const SpaceId& space, std::span<const NewEntry> entries) {
    Transaction transaction(m_database);
    auto row = rowOf(space);
    if (row && row->number == 0) row = makeRow(space);
    if (!row) return Failure{row.fault()};
    for (const NewEntry& entry : entries)
        if (auto done = appendOne(*row, entry); !done) return Failure{done.fault()};
    if (auto kept = keepRow(*row); !kept) return Failure{kept.fault()};
    if (auto committed = transaction.commit(); !committed) return Failure{committed.fault()};
    return row->end;
}

Result<Done, SqlFault> SqliteStore::appendOne(SpaceRow& row, const NewEntry& entry) {
    const auto held = holds(row.number, entry.hash);
    if (!held) return Failure{held.fault()};
    if (*held) return Done{};
    row.end = {row.end.position + 1, runningHash(row.end.running, entry.kind, entry.hash)};
    row.usage = {row.usage.bytes + entry.bytes.size(), row.usage.entries + 1};
    if (auto inserted = insert(row, entry); !inserted) return inserted;
    if (auto erased = erase(row.number, entry); !erased) return erased;
    if (entry.kind != EntryKind::Segment) return nameOrganizations(row.number, entry);
    if (auto raised = raiseHeight(row.number, entry); !raised) return raised;
    return countDevice(entry);
}

Result<Done, SqlFault> SqliteStore::insert(const SpaceRow& row, const NewEntry& entry) {
    Statement& statement = m_database.prepare("INSERT INTO entry (space, position, kind, hash, running, device, "
                                              "incarnation, first, last, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    statement.bind(1, row.number)
        .bind(2, signedOf(row.end.position))
        .bind(3, static_cast<std::int64_t>(entry.kind))
        .bind(4, entry.hash.view())
        .bind(5, row.end.running.view())
        .bind(10, ByteView(entry.bytes));
    if (entry.kind == EntryKind::Segment)
        statement.bind(6, entry.log.device.view())
            .bind(7, std::int64_t{entry.log.incarnation})
            .bind(8, std::int64_t{entry.first})
            .bind(9, std::int64_t{entry.last});
    return statement.run();
}

/// Overwritten where it stands, by as many zeros: a row that was removed or shortened would have others moved, and of
/// what is moved SQLite may leave a copy behind.
Result<Done, SqlFault> SqliteStore::erase(std::int64_t space, const NewEntry& entry) {
    if (!entry.erases) return Done{};
    return m_database
        .prepare("UPDATE entry SET bytes = zeroblob(length(bytes)) WHERE space = ? AND hash = ? AND kind = 4")
        .bind(1, space)
        .bind(2, entry.erases->view())
        .run();
}

Result<Done, SqlFault> SqliteStore::nameOrganizations(std::int64_t space, const NewEntry& entry) {
    for (const OrganizationId& organization : entry.organizations) {
        auto named = m_database.prepare("INSERT OR IGNORE INTO organization (id, space) VALUES (?, ?)")
                         .bind(1, organization.view())
                         .bind(2, space)
                         .run();
        if (!named) return named;
    }
    return Done{};
}

Result<Done, SqlFault> SqliteStore::raiseHeight(std::int64_t space, const NewEntry& entry) {
    return m_database
        .prepare("INSERT INTO log (space, device, incarnation, sequence, head) VALUES (?, ?, ?, ?, ?) "
                 "ON CONFLICT DO UPDATE SET sequence = excluded.sequence, head = excluded.head "
                 "WHERE excluded.sequence > sequence")
        .bind(1, space)
        .bind(2, entry.log.device.view())
        .bind(3, std::int64_t{entry.log.incarnation})
        .bind(4, std::int64_t{entry.last})
        .bind(5, entry.hash.view())
        .run();
}

Result<Done, SqlFault> SqliteStore::countDevice(const NewEntry& entry) {
    return m_database
        .prepare("INSERT INTO device (id, bytes, entries) VALUES (?, ?, 1) "
                 "ON CONFLICT DO UPDATE SET bytes = bytes + excluded.bytes, entries = entries + 1")
        .bind(1, entry.log.device.view())
        .bind(2, signedOf(entry.bytes.size()))
        .run();
}

Result<bool, SqlFault> SqliteStore::holds(std::int64_t space, const Hash& entry) {
    bool found = false;
    Statement& statement = m_database.prepare("SELECT 1 FROM entry WHERE space = ? AND hash = ?");
    auto visited = forEachRow(statement.bind(1, space).bind(2, entry.view()), [&](Statement&) { return found = true; });
    if (!visited) return Failure{visited.fault()};
    return found;
}

} // namespace puente
