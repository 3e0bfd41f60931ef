#include "sync/document/document_place.h"
#include "sync/document/document_store.h"
#include "sync/store/store_rows.h"

#include <algorithm>
#include <filesystem>

namespace puente {

namespace {

constexpr std::size_t kUnkeptMax = 4 << 20;
/// Of all documents, so that the beginnings of chunks in memory take at most about 4 MiB.
constexpr std::size_t kBegunAtHandMax = 64;
/// How many chunks go in one transaction: the write-ahead log grows by as much.
constexpr std::int64_t kRemovedAtOnce = 64;

} // namespace

Result<std::optional<std::vector<DocumentSpan>>, SqlFault> DocumentStore::missing(const SpaceId& space,
                                                                                  const DocumentId& document) {
    using Spans = std::optional<std::vector<DocumentSpan>>;
    const auto found = find(space, document);
    if (!found) return orForget(Result<Spans, SqlFault>(Failure{found.fault()}));
    if (*found == nullptr) return Spans{};
    const AtHand& held = **found;
    std::vector<DocumentSpan> spans;
    for (std::uint32_t chunk = 0; chunk < held.index.chunkCount(); ++chunk) {
        if (held.isHere[chunk]) continue;
        DocumentSpan span = held.index.spanOf(chunk);
        if (const auto begun = held.begun.find(chunk); begun != held.begun.end())
            span.begin += begun->second.bytes.size();
        if (!spans.empty() && spans.back().end == span.begin)
            spans.back().end = span.end;
        else
            spans.push_back(span);
    }
    return Spans(std::move(spans));
}

// --- writing --------------------------------------------------------------------------------------------------------

Result<DocumentStore::Written, SqlFault> DocumentStore::write(const SpaceId& space, const DocumentId& document,
                                                              std::uint64_t offset, ByteView bytes) {
    const auto found = find(space, document);
    if (!found) return orForget(Result<Written, SqlFault>(Failure{found.fault()}));
    if (*found == nullptr) return Written::NotAdded;
    AtHand& held = **found;
    const std::uint64_t size = held.index.sealedSize();
    if (offset > size || bytes.size() > size - offset) return Written::Misplaced;
    while (!bytes.empty()) {
        const std::uint32_t chunk = held.index.chunkAt(offset);
        const std::uint64_t left = held.index.spanOf(chunk).end - offset;
        const ByteView part = bytes.first(static_cast<std::size_t>(std::min<std::uint64_t>(left, bytes.size())));
        const auto written = writeInto(held, chunk, offset, part);
        if (!written || *written != Written::Taken) return orForget(written);
        offset += part.size();
        bytes = bytes.subspan(part.size());
    }
    const bool isFull = m_begunAtHand > kBegunAtHandMax;
    if (m_unkept < kUnkeptMax && !isFull) return Written::Taken;
    if (const auto kept = keep(); !kept) return Failure{kept.fault()};
    if (isFull) clearAtHand();
    return Written::Taken;
}

Result<DocumentStore::Written, SqlFault> DocumentStore::writeInto(AtHand& document, std::uint32_t chunk,
                                                                  std::uint64_t offset, ByteView bytes) {
    if (document.isHere[chunk]) return Written::Taken;
    const DocumentSpan span = document.index.spanOf(chunk);
    // Whole at once it stands for itself, whatever somebody began here.
    const bool isWhole = offset == span.begin && bytes.size() == sizeOf(span);
    const auto begun = document.begun.find(chunk);
    const std::uint64_t next = span.begin + (begun == document.begun.end() ? 0 : begun->second.bytes.size());
    if (offset > next) return Written::Misplaced;
    if (offset + bytes.size() <= next) return Written::Taken;
    if (!isWhole) bytes = bytes.subspan(static_cast<std::size_t>(next - offset));
    if (auto writing = beginWriting(); !writing) return Failure{writing.fault()};
    m_unkept += bytes.size();
    document.isChanged = true;
    if (isWhole) return finish(document, chunk, bytes); // no copy
    if (auto grown = grow(document, chunk, bytes); !grown) return Failure{grown.fault()};
    const Bytes& prefix = document.begun[chunk].bytes;
    return prefix.size() < sizeOf(span) ? Written::Taken : finish(document, chunk, prefix);
}

Result<Done, SqlFault> DocumentStore::grow(AtHand& document, std::uint32_t chunk, ByteView bytes) {
    if (!document.begun.contains(chunk)) {
        if (document.begun.size() >= kBegunChunksMax) {
            const auto oldest = std::ranges::min_element(
                document.begun, {}, [](const auto& begun) -> std::uint64_t { return begun.second.grown; });
            if (auto dropped = dropBegun(document, oldest); !dropped) return dropped;
        }
        ++m_begunAtHand;
        document.begun[chunk].bytes.reserve(static_cast<std::size_t>(sizeOf(document.index.spanOf(chunk))));
    }
    Begun& begun = document.begun[chunk];
    append(begun.bytes, bytes);
    begun.isKept = false;
    begun.grown = ++document.growths;
    document.bytesHere += bytes.size();
    return Done{};
}

Result<Done, SqlFault> DocumentStore::dropBegun(AtHand& document, BegunChunks::iterator begun) {
    const std::int64_t place = placeOf(document.number, begun->first);
    document.bytesHere -= begun->second.bytes.size();
    document.begun.erase(begun);
    --m_begunAtHand;
    return m_database.prepare("DELETE FROM unfinished WHERE place = ?").bind(1, place).run();
}

/// `sealed`: what was written for it, all of it. It may stand in `begun`, and goes from there.
Result<DocumentStore::Written, SqlFault> DocumentStore::finish(AtHand& document, std::uint32_t chunk, ByteView sealed) {
    const std::int64_t place = placeOf(document.number, chunk);
    const std::uint64_t size = sizeOf(document.index.spanOf(chunk));
    const bool isChunk = document.index.isChunk(chunk, sealed);
    const auto begun = document.begun.find(chunk);
    const bool isOfBegun = begun != document.begun.end() && begun->second.bytes.size() == size;
    if (!isChunk && !isOfBegun) return Written::NotTheChunk; // what another began may be good
    if (isChunk) {
        auto kept =
            m_database.prepare("INSERT INTO chunk (place, bytes) VALUES (?, ?)").bind(1, place).bind(2, sealed).run();
        if (!kept) return Failure{kept.fault()};
        document.isHere[chunk] = true;
    }
    if (begun != document.begun.end()) {
        if (auto dropped = dropBegun(document, begun); !dropped) return Failure{dropped.fault()};
    } else { // one may still lie there that was not loaded
        auto removed = m_database.prepare("DELETE FROM unfinished WHERE place = ?").bind(1, place).run();
        if (!removed) return Failure{removed.fault()};
    }
    if (!isChunk) return Written::NotTheChunk;
    document.bytesHere += size;
    return Written::Taken;
}

// --- reading --------------------------------------------------------------------------------------------------------

Result<std::optional<Bytes>, SqlFault> DocumentStore::read(const SpaceId& space, const DocumentId& document,
                                                           std::uint64_t offset) {
    const auto found = find(space, document);
    if (!found) return orForget(Result<std::optional<Bytes>, SqlFault>(Failure{found.fault()}));
    if (*found == nullptr || offset >= (*found)->index.sealedSize()) return std::optional<Bytes>{};
    return orForget(readFrom(**found, offset));
}

Result<std::optional<Bytes>, SqlFault> DocumentStore::readFrom(AtHand& document, std::uint64_t offset) {
    const std::uint32_t chunk = document.index.chunkAt(offset);
    if (!document.isHere[chunk]) return std::optional<Bytes>{};
    std::optional<Bytes> wanted;
    Statement& statement = m_database.prepare("SELECT bytes FROM chunk WHERE place = ?");
    auto visited = forEachRow(statement.bind(1, placeOf(document.number, chunk)), [&](Statement& row) {
        const ByteView sealed = row.blob(0);
        if (!document.index.isChunk(chunk, sealed)) return false;
        const auto rest = sealed.subspan(static_cast<std::size_t>(offset - document.index.spanOf(chunk).begin));
        wanted.emplace(rest.begin(), rest.end());
        return false;
    });
    if (!visited) return Failure{visited.fault()};
    if (wanted) return wanted;
    if (auto dropped = drop(document, chunk); !dropped) return Failure{dropped.fault()};
    return wanted;
}

/// At once for good: it would be counted as here after a crash.
Result<Done, SqlFault> DocumentStore::drop(AtHand& document, std::uint32_t chunk) {
    if (auto writing = beginWriting(); !writing) return writing;
    auto removed =
        m_database.prepare("DELETE FROM chunk WHERE place = ?").bind(1, placeOf(document.number, chunk)).run();
    if (!removed) return removed;
    document.isHere[chunk] = false;
    document.bytesHere -= sizeOf(document.index.spanOf(chunk));
    document.isChanged = true;
    return keepAll();
}

// --- removing -------------------------------------------------------------------------------------------------------

Result<Done, SqlFault> DocumentStore::remove(const SpaceId& space, const DocumentId& document) {
    if (auto kept = keep(); !kept) return kept;
    const auto row = rowOf(space, document);
    if (!row || row->number == 0) return row ? Result<Done, SqlFault>(Done{}) : Failure{row.fault()};
    forgetAll();
    if (auto removed = removeRows(*row, false); !removed) return removed;
    return giveBack();
}

/// On a full disk it stays in the file for now: it is used again first of all.
Result<Done, SqlFault> DocumentStore::giveBack() {
    const auto given = m_database.giveBack();
    return given || given.fault() != SqlFault::Full ? given : Result<Done, SqlFault>(Done{});
}

Result<std::uint64_t, SqlFault> DocumentStore::removeSealedUnder(const SpaceId& space, const ErasableId& key) {
    if (auto kept = keep(); !kept) return Failure{kept.fault()};
    std::vector<Row> rows;
    Statement& statement = m_database.prepare("SELECT number, sealed_size FROM document WHERE space = ? AND key = ?");
    auto visited = forEachRow(statement.bind(1, space.view()).bind(2, key.view()), [&](Statement& row) {
        rows.push_back({row.integer(0), unsignedAt(row, 1)});
        return true;
    });
    if (!visited) return Failure{visited.fault()};
    if (rows.empty() && !m_mayLinger) return std::uint64_t{0};
    forgetAll();
    m_mayLinger = true; // until the log is cut, which a full disk puts off
    for (const Row& row : rows)
        if (auto removed = removeRows(row, true); !removed) return Failure{removed.fault()};
    if (auto given = giveBack(); !given) return Failure{given.fault()};
    // The write-ahead log holds what was there before.
    if (auto truncated = m_database.checkpoint(); !truncated) return Failure{truncated.fault()};
    m_mayLinger = false;
    return rows.size();
}

/// In steps, the document's row last: a crash in between leaves a document of which less is here.
Result<Done, SqlFault> DocumentStore::removeRows(const Row& row, bool overwrites) {
    const std::int64_t begin = placeOf(row.number, 0);
    const std::int64_t end = begin + static_cast<std::int64_t>(row.sealedSize / kDocumentChunkSize) + 1;
    for (std::int64_t from = begin; from < end; from += kRemovedAtOnce) {
        const std::int64_t to = std::min(from + kRemovedAtOnce, end);
        Transaction transaction(m_database);
        if (auto begun = transaction.begun(); !begun) return begun;
        // Overwritten where it stands first: removing a row moves others, and may leave a copy of what it moved.
        const auto on = [&](const char* sql) { return m_database.prepare(sql).bind(1, from).bind(2, to).run(); };
        if (overwrites)
            if (auto done = on("UPDATE chunk SET bytes = zeroblob(length(bytes)) WHERE place >= ? AND place < ?");
                !done)
                return done;
        if (auto done = on("DELETE FROM chunk WHERE place >= ? AND place < ?"); !done) return done;
        if (auto done = on("DELETE FROM unfinished WHERE place >= ? AND place < ?"); !done) return done;
        if (auto done = transaction.commit(); !done) return done;
    }
    return removeRow(row.number);
}

Result<Done, SqlFault> DocumentStore::removeRow(std::int64_t number) {
    Transaction transaction(m_database);
    if (auto begun = transaction.begun(); !begun) return begun;
    std::int64_t size = 0;
    Bytes space, device;
    Statement& statement = m_database.prepare("SELECT sealed_size, space, device FROM document WHERE number = ?");
    auto visited = forEachRow(statement.bind(1, number), [&](Statement& row) {
        size = row.integer(0);
        space.assign(row.blob(1).begin(), row.blob(1).end());
        device.assign(row.blob(2).begin(), row.blob(2).end());
        return false;
    });
    if (!visited) return visited;
    if (auto counted = count(space, -size, -1); !counted) return counted;
    if (!device.empty())
        if (auto counted = count(device, -size, -1); !counted) return counted;
    if (auto removed = m_database.prepare("DELETE FROM document WHERE number = ?").bind(1, number).run(); !removed)
        return removed;
    return transaction.commit();
}

Result<Done, SqlFault> DocumentStore::backupTo(const std::string& path) {
    if (auto kept = keep(); !kept) return kept;
    const std::string unfinished = path + ".unfinished";
    std::error_code ignored;
    std::filesystem::remove(unfinished, ignored);
    if (auto copied = m_database.backupTo(unfinished); !copied) return copied;
    std::error_code failed;
    std::filesystem::rename(unfinished, path, failed);
    if (failed) return Failure{SqlFault::Storage};
    return Done{};
}

} // namespace puente
