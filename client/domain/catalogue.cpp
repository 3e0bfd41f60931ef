#include "client/domain/catalogue.h"

#include "client/domain/catalogue_tables.h"
#include "client/domain/day_text.h"
#include "client/domain/fold.h"
#include "sync/replica/packed_dot.h"
#include "sync/replica/work.h"

#include <algorithm>
#include <set>

namespace puente {

namespace {

Result<Done, ReplicaFault> ran(Result<Done, SqlFault> outcome) {
    if (!outcome) return Failure{replicaFaultOf(outcome.fault())};
    return Done{};
}

std::int64_t versionFor(const Schema& schema) {
    return kCatalogueVersion << 32 | std::int64_t{schema.version()};
}

/// The version of the tables that are there; 0 for none.
std::int64_t storedVersion(Database& database) {
    if (!database.execute("CREATE TABLE IF NOT EXISTS catalogue_version (version INTEGER NOT NULL) STRICT;")) return 0;
    Statement& select = database.prepare("SELECT version FROM catalogue_version");
    const auto row = select.step();
    const std::int64_t version = row.ok() && *row ? select.integer(0) : 0;
    select.reset();
    return version;
}

/// All text of a record that somebody may look for.
std::string wordsOf(const RecordState& state) {
    std::string words;
    for (const FieldState& field : state.fields())
        for (const LiveValue& live : field.values) {
            if (const auto* text = std::get_if<std::string>(&live.value)) words += *text + "\n";
            if (const auto* day = std::get_if<Day>(&live.value)) words += formatDay(*day) + "\n";
        }
    return words;
}

} // namespace

Result<std::unique_ptr<Catalogue>, ReplicaFault> Catalogue::open(Replica& replica, const Schema& schema) {
    std::unique_ptr<Catalogue> catalogue(new Catalogue(replica, schema));
    if (storedVersion(replica.database()) != versionFor(schema))
        if (const auto made = catalogue->makeTables(); !made) return Failure{made.fault()};
    return catalogue;
}

Result<Done, SqlFault> Catalogue::forget(Database& database) {
    Transaction transaction(database);
    (void)storedVersion(database); // makes its table
    if (const auto cleared = database.prepare("DELETE FROM catalogue_version").run(); !cleared) return cleared;
    return transaction.commit();
}

Result<Done, ReplicaFault> Catalogue::makeTables() {
    Database& database = m_replica.database();
    Transaction transaction(database);
    if (const auto made = ran(database.execute(kCatalogueTables)); !made) return made;
    if (const auto queued = enqueueAll(); !queued) return queued;
    if (const auto cleared = ran(database.prepare("DELETE FROM catalogue_version").run()); !cleared) return cleared;
    Statement& insert = database.prepare("INSERT INTO catalogue_version (version) VALUES (?)");
    if (const auto noted = ran(insert.bind(1, versionFor(m_schema)).run()); !noted) return noted;
    return ran(transaction.commit());
}

Result<Done, ReplicaFault> Catalogue::enqueueAll() {
    for (const SpaceInfo& space : m_replica.spaces()) {
        for (const RecordType& type : m_schema.types()) {
            std::vector<std::int64_t> records;
            const auto visited = m_replica.forEach(space.id, type.number, [&](const Dot& record, const RecordState&) {
                records.push_back(pack(record));
                return true;
            });
            if (!visited) return visited;
            for (const std::int64_t record : records)
                if (const auto queued = enqueue(record); !queued) return queued;
        }
    }
    return Done{};
}

Result<Done, ReplicaFault> Catalogue::enqueue(std::int64_t record) {
    Statement& insert = m_replica.database().prepare("INSERT OR IGNORE INTO catalogue_stale (id) VALUES (?)");
    return ran(insert.bind(1, record).run());
}

Result<std::vector<Dot>, ReplicaFault> Catalogue::takeStale(std::size_t most) {
    std::vector<Dot> records;
    Database& database = m_replica.database();
    Statement& select = database.prepare("SELECT id FROM catalogue_stale ORDER BY id LIMIT ?");
    select.bind(1, static_cast<std::int64_t>(most));
    for (;;) {
        const auto row = select.step();
        if (!row) return Failure{replicaFaultOf(row.fault())};
        if (!*row) break;
        records.push_back(unpackDot(select.integer(0)));
    }
    select.reset();
    Statement& remove = database.prepare("DELETE FROM catalogue_stale WHERE id = ?");
    for (const Dot& record : records) {
        remove.reset();
        if (const auto removed = ran(remove.bind(1, pack(record)).run()); !removed) return Failure{removed.fault()};
    }
    return records;
}

Result<bool, ReplicaFault> Catalogue::indexSome(std::size_t most) {
    Transaction transaction(m_replica.database());
    auto queued = m_replica.indexQueue(most);
    if (!queued) return Failure{queued.fault()};
    auto stale = takeStale(most);
    if (!stale) return Failure{stale.fault()};
    if (queued->empty() && stale->empty()) return false;

    std::set<Dot> records(queued->begin(), queued->end());
    records.insert(stale->begin(), stale->end());
    for (const Dot& record : records)
        if (const auto indexed = indexRecord(record); !indexed) return Failure{indexed.fault()};
    if (const auto taken = m_replica.takeFromQueue(*queued); !taken) return Failure{taken.fault()};
    if (const auto committed = ran(transaction.commit()); !committed) return Failure{committed.fault()};
    return true;
}

Result<Done, ReplicaFault> Catalogue::index() {
    for (;;) {
        const auto more = indexSome();
        if (!more) return Failure{more.fault()};
        if (!*more) return Done{};
    }
}

Result<Done, ReplicaFault> Catalogue::indexRecord(const Dot& record) {
    const auto found = m_replica.record(record);
    if (!found) return Failure{found.fault()};
    const RecordState* state = found->has_value() && (*found)->isCreated() ? &**found : nullptr;
    if (const auto indexed = indexReferences(record, state); !indexed) return indexed;
    if (state && !state->type()) state = nullptr; // Deleted: its joins still hold, but nobody looks for it.
    if (const auto indexed = indexWords(record, state); !indexed) return indexed;
    return indexKey(record, state);
}

Result<Done, ReplicaFault> Catalogue::indexReferences(const Dot& record, const RecordState* state) {
    Database& database = m_replica.database();
    Statement& remove = database.prepare("DELETE FROM catalogue_reference WHERE source = ?");
    if (const auto removed = ran(remove.bind(1, pack(record)).run()); !removed) return removed;
    if (!state) return Done{};
    for (const FieldState& field : state->fields())
        for (const LiveValue& live : field.values) {
            const auto* reference = std::get_if<Reference>(&live.value);
            if (!reference || reference->record == record) continue;
            Statement& insert =
                database.prepare("INSERT OR IGNORE INTO catalogue_reference (source, target, joins) VALUES (?, ?, ?)");
            insert.bind(1, pack(record)).bind(2, pack(reference->record));
            if (const auto added = ran(insert.bind(3, std::int64_t{field.field == kJoinedField}).run()); !added)
                return added;
        }
    return Done{};
}

Result<Done, ReplicaFault> Catalogue::indexWords(const Dot& record, const RecordState* state) {
    Database& database = m_replica.database();
    const std::string words = state ? wordsOf(*state) : std::string();
    Statement& select = database.prepare("SELECT body FROM catalogue_words WHERE rowid = ?");
    const auto row = select.bind(1, pack(record)).step();
    if (!row) return Failure{replicaFaultOf(row.fault())};
    const bool was = *row;
    const bool same = was && select.text(0) == words;
    select.reset();
    if (same) return Done{};
    if (was) {
        Statement& remove = database.prepare("DELETE FROM catalogue_words WHERE rowid = ?");
        if (const auto removed = ran(remove.bind(1, pack(record)).run()); !removed) return removed;
    }
    if (words.empty()) return Done{};
    Statement& insert = database.prepare("INSERT INTO catalogue_words (rowid, body) VALUES (?, ?)");
    return ran(insert.bind(1, pack(record)).bind(2, std::string_view(words)).run());
}

Result<Done, ReplicaFault> Catalogue::indexKey(const Dot& record, const RecordState* state) {
    Database& database = m_replica.database();
    Statement& select = database.prepare("SELECT key FROM catalogue_record WHERE id = ?");
    const auto row = select.bind(1, pack(record)).step();
    if (!row) return Failure{replicaFaultOf(row.fault())};
    const bool was = *row;
    const std::string before = was ? std::string(select.text(0)) : std::string();
    select.reset();

    std::string key;
    if (const RecordType* type = state ? m_schema.type(state->type()->number) : nullptr)
        key = fold(keyFrom(Component({{record, *state}}, m_replica.logs()), *type, 0));
    if (was != (state != nullptr) || key != before) // Keys that this one is a part of change with it.
        for (const Dot& source : referringTo(record))
            if (const auto queued = enqueue(pack(source)); !queued) return queued;

    if (!state) {
        Statement& remove = database.prepare("DELETE FROM catalogue_record WHERE id = ?");
        return ran(remove.bind(1, pack(record)).run());
    }
    Statement& insert =
        database.prepare("INSERT OR REPLACE INTO catalogue_record (id, space, type, key) VALUES (?, ?, ?, ?)");
    insert.bind(1, pack(record)).bind(2, spaceNumber(m_replica.spaceOf(record)));
    return ran(insert.bind(3, std::int64_t{state->type()->number}).bind(4, std::string_view(key)).run());
}

std::int64_t Catalogue::spaceNumber(const SpaceId& space) const {
    Database& database = m_replica.database();
    Statement& select = database.prepare("SELECT number FROM catalogue_space WHERE id = ?");
    const auto row = select.bind(1, space.view()).step();
    const std::int64_t number = row.ok() && *row ? select.integer(0) : 0;
    select.reset();
    if (number != 0) return number;
    Statement& insert = database.prepare("INSERT INTO catalogue_space (id) VALUES (?)");
    return insert.bind(1, space.view()).run().ok() ? database.lastRowId() : 0;
}

} // namespace puente
