#include "sync/document/document_store.h"

#include "sync/document/document_place.h"
#include "sync/document/document_schema.h"
#include "sync/store/store_rows.h"

namespace puente {

namespace {
/// So that the indexes in memory take at most 4 MiB, or are one.
constexpr std::size_t kChunksAtHandMax = 128 * 1024;
} // namespace

Result<std::unique_ptr<DocumentStore>, SqlFault> DocumentStore::open(Database database) {
    if (auto migrated = database.migrate(kDocumentMigrations); !migrated) return Failure{migrated.fault()};
    // What a removal left in the write-ahead log before a crash.
    if (auto truncated = database.checkpoint(); !truncated) return Failure{truncated.fault()};
    return std::unique_ptr<DocumentStore>(new DocumentStore(std::move(database)));
}

void DocumentStore::forgetAll() {
    m_writing.reset();
    m_unkept = 0;
    clearAtHand();
}

void DocumentStore::clearAtHand() {
    m_atHand.clear();
    m_chunksAtHand = 0;
    m_begunAtHand = 0;
}

Result<Done, SqlFault> DocumentStore::beginWriting() {
    if (m_database.isReadOnly()) return Failure{SqlFault::Storage};
    if (m_writing) return Done{};
    m_writing.emplace(m_database);
    return m_writing->begun();
}

// --- what is at hand ------------------------------------------------------------------------------------------------

Result<DocumentStore::AtHand*, SqlFault> DocumentStore::find(const SpaceId& space, const DocumentId& document) {
    if (const auto found = m_atHand.find({space, document}); found != m_atHand.end()) return &found->second;
    auto loaded = load(space, document);
    if (!loaded) return Failure{loaded.fault()};
    if (!*loaded) return nullptr;
    if (auto loadedChunks = loadChunks(**loaded); !loadedChunks) return Failure{loadedChunks.fault()};
    const std::uint32_t chunks = (*loaded)->index.chunkCount();
    if (auto made = makeRoomAtHand(chunks); !made) return Failure{made.fault()};
    m_chunksAtHand += chunks;
    m_begunAtHand += (*loaded)->begun.size();
    return &m_atHand.emplace(Name{space, document}, **std::move(loaded)).first->second;
}

Result<std::optional<DocumentStore::AtHand>, SqlFault> DocumentStore::load(const SpaceId& space,
                                                                           const DocumentId& document) {
    std::optional<AtHand> loaded;
    std::int64_t damaged = 0;
    Statement& statement =
        m_database.prepare("SELECT number, content, bytes_here FROM document WHERE space = ? AND id = ?");
    auto visited = forEachRow(statement.bind(1, space.view()).bind(2, document.view()), [&](Statement& row) {
        const ByteView content = row.blob(1);
        auto index = DocumentIndex::parse(Bytes(content.begin(), content.end()));
        const bool isSound = index && index->id() == document;
        if (isSound)
            loaded = AtHand{.number = row.integer(0), .index = *std::move(index)};
        else if (row.integer(2) != 0)
            damaged = row.integer(0);
        return false;
    });
    if (!visited) return Failure{visited.fault()};
    if (damaged == 0) return loaded;
    if (auto noted = noteDamage(damaged); !noted) return Failure{noted.fault()};
    return std::optional<AtHand>{};
}

/// So that documents() says that nothing of it is here: without its index nobody can tell.
Result<Done, SqlFault> DocumentStore::noteDamage(std::int64_t number) {
    if (auto writing = beginWriting(); !writing) return writing;
    if (auto noted = m_database.prepare("UPDATE document SET bytes_here = 0 WHERE number = ?").bind(1, number).run();
        !noted)
        return noted;
    return keepAll();
}

Result<DocumentStore::Row, SqlFault> DocumentStore::rowOf(const SpaceId& space, const DocumentId& document) {
    Row found;
    Statement& statement = m_database.prepare("SELECT number, sealed_size FROM document WHERE space = ? AND id = ?");
    auto visited = forEachRow(statement.bind(1, space.view()).bind(2, document.view()), [&](Statement& row) {
        found = {row.integer(0), unsignedAt(row, 1)};
        return false;
    });
    if (!visited) return Failure{visited.fault()};
    return found;
}

Result<Done, SqlFault> DocumentStore::loadChunks(AtHand& document) {
    const std::int64_t begin = placeOf(document.number, 0);
    const std::uint32_t count = document.index.chunkCount();
    document.isHere.assign(count, false);
    Statement& chunks = m_database.prepare("SELECT place FROM chunk WHERE place >= ? AND place < ?");
    auto visited = forEachRow(chunks.bind(1, begin).bind(2, begin + count), [&](Statement& row) {
        const auto chunk = static_cast<std::uint32_t>(row.integer(0) - begin);
        const DocumentSpan span = document.index.spanOf(chunk);
        document.isHere[chunk] = true;
        document.bytesHere += sizeOf(span);
        return true;
    });
    return visited ? loadBegun(document) : visited;
}

/// A file of an earlier program may have more of them: they wait there until others are whole, or come anew.
Result<Done, SqlFault> DocumentStore::loadBegun(AtHand& document) {
    const std::int64_t begin = placeOf(document.number, 0);
    Statement& rows = m_database.prepare("SELECT place, bytes FROM unfinished WHERE place >= ? AND place < ?");
    return forEachRow(rows.bind(1, begin).bind(2, begin + document.index.chunkCount()), [&](Statement& row) {
        const auto chunk = static_cast<std::uint32_t>(row.integer(0) - begin);
        const DocumentSpan span = document.index.spanOf(chunk);
        const ByteView bytes = row.blob(1);
        if (document.isHere[chunk] || bytes.size() >= sizeOf(span)) return true; // damaged: to come again
        document.begun[chunk] = {.bytes = {bytes.begin(), bytes.end()}, .isKept = true};
        document.bytesHere += bytes.size();
        return document.begun.size() < kBegunChunksMax;
    });
}

Result<Done, SqlFault> DocumentStore::makeRoomAtHand(std::uint32_t chunks) {
    if (m_atHand.empty() || m_chunksAtHand + chunks <= kChunksAtHandMax) return Done{};
    const auto kept = keepAll();
    if (!kept) return kept;
    clearAtHand();
    return Done{};
}

// --- documents ------------------------------------------------------------------------------------------------------

Result<Done, SqlFault> DocumentStore::add(const SpaceId& space, const DocumentIndex& index,
                                          const std::optional<DeviceId>& handedOverBy) {
    const auto found = find(space, index.id());
    if (!found) return orForget(Result<Done, SqlFault>(Failure{found.fault()}));
    if (*found != nullptr) return Done{};
    return orForget(addRow(space, index, handedOverBy));
}

Result<Done, SqlFault> DocumentStore::addRow(const SpaceId& space, const DocumentIndex& index,
                                             const std::optional<DeviceId>& device) {
    const auto damaged = rowOf(space, index.id());
    if (!damaged) return Failure{damaged.fault()};
    if (auto begun = beginWriting(); !begun) return begun;
    if (damaged->number != 0) return mend(damaged->number, space, index);
    Statement& statement = m_database.prepare("INSERT INTO document (space, id, key, device, sealed_size, bytes_here, "
                                              "content) VALUES (?, ?, ?, ?, ?, 0, ?)");
    statement.bind(1, space.view())
        .bind(2, index.id().view())
        .bind(3, index.key().view())
        .bind(5, signedOf(index.sealedSize()))
        .bind(6, index.wire());
    if (device) statement.bind(4, device->view());
    if (auto inserted = statement.run(); !inserted) return inserted;
    if (auto counted = count(space.view(), signedOf(index.sealedSize()), 1); !counted) return counted;
    if (!device) return Done{};
    return count(device->view(), signedOf(index.sealedSize()), 1);
}

/// Its chunks prove themselves when they are read: they stay, and it was counted already.
Result<Done, SqlFault> DocumentStore::mend(std::int64_t number, const SpaceId& space, const DocumentIndex& index) {
    auto mended = m_database.prepare("UPDATE document SET content = ?2 WHERE number = ?1")
                      .bind(1, number)
                      .bind(2, index.wire())
                      .run();
    if (!mended) return mended;
    const auto found = find(space, index.id());
    if (!found) return Failure{found.fault()};
    (*found)->isChanged = true; // how much is here is known again
    return Done{};
}

Result<Done, SqlFault> DocumentStore::count(ByteView who, std::int64_t bytes, std::int64_t documents) {
    return m_database
        .prepare("INSERT INTO held (who, bytes, documents) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET "
                 "bytes = bytes + excluded.bytes, documents = documents + excluded.documents")
        .bind(1, who)
        .bind(2, bytes)
        .bind(3, documents)
        .run();
}

Result<std::optional<DocumentIndex>, SqlFault> DocumentStore::index(const SpaceId& space, const DocumentId& document) {
    const auto found = find(space, document);
    if (!found) return orForget(Result<std::optional<DocumentIndex>, SqlFault>(Failure{found.fault()}));
    if (*found == nullptr) return std::optional<DocumentIndex>{};
    return std::optional((*found)->index);
}

Result<std::vector<DocumentStore::Held>, SqlFault> DocumentStore::documents(const SpaceId& space) {
    std::vector<Held> all;
    Statement& statement =
        m_database.prepare("SELECT id, key, sealed_size, bytes_here FROM document WHERE space = ? ORDER BY id");
    auto visited = forEachRow(statement.bind(1, space.view()), [&](Statement& row) {
        Held held{idAt<DocumentId>(row, 0), idAt<ErasableId>(row, 1), unsignedAt(row, 2), unsignedAt(row, 3)};
        const auto atHand = m_atHand.find({space, held.document});
        if (atHand != m_atHand.end()) held.bytesHere = atHand->second.bytesHere;
        all.push_back(held);
        return true;
    });
    if (!visited) return Failure{visited.fault()};
    return all;
}

Result<DocumentStore::Usage, SqlFault> DocumentStore::usageOf(ByteView who) {
    Usage usage;
    Statement& statement = m_database.prepare("SELECT bytes, documents FROM held WHERE who = ?");
    auto visited = forEachRow(statement.bind(1, who), [&](Statement& row) {
        usage = {unsignedAt(row, 0), unsignedAt(row, 1)};
        return true;
    });
    if (!visited) return Failure{visited.fault()};
    return usage;
}

Result<DocumentStore::Usage, SqlFault> DocumentStore::usageOfSpace(const SpaceId& space) {
    return usageOf(space.view());
}

Result<DocumentStore::Usage, SqlFault> DocumentStore::usageOfDevice(const DeviceId& device) {
    return usageOf(device.view());
}

// --- durable --------------------------------------------------------------------------------------------------------

Result<Done, SqlFault> DocumentStore::keep() {
    return orForget(keepAll());
}

Result<Done, SqlFault> DocumentStore::keepAll() {
    if (!m_writing) return Done{};
    for (auto& [name, document] : m_atHand)
        if (auto kept = keepBegun(document); !kept) return kept;
    if (auto committed = m_writing->commit(); !committed) return committed;
    m_writing.reset();
    m_unkept = 0;
    return Done{};
}

Result<Done, SqlFault> DocumentStore::keepBegun(AtHand& document) {
    if (!document.isChanged) return Done{};
    for (auto& [chunk, begun] : document.begun) {
        if (begun.isKept) continue;
        auto kept = m_database.prepare("INSERT OR REPLACE INTO unfinished (place, bytes) VALUES (?, ?)")
                        .bind(1, placeOf(document.number, chunk))
                        .bind(2, ByteView(begun.bytes))
                        .run();
        if (!kept) return kept;
        begun.isKept = true;
    }
    auto kept = m_database.prepare("UPDATE document SET bytes_here = ?2 WHERE number = ?1")
                    .bind(1, document.number)
                    .bind(2, signedOf(document.bytesHere))
                    .run();
    if (kept) document.isChanged = false;
    return kept;
}

} // namespace puente
