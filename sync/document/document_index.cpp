#include "sync/document/document_index.h"

#include "common/base/expects.h"
#include "common/codec/reader.h"
#include "common/codec/writer.h"
#include "common/crypto/hash.h"
#include "common/crypto/padding.h"

#include <algorithm>
#include <numeric>

namespace puente {

namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::uint64_t kSealedChunkSize = kDocumentChunkSize + kDocumentChunkOverhead;

std::uint64_t chunksFor(std::uint64_t bytes, std::uint64_t each) {
    return (bytes + each - 1) / each;
}

/// How many chunks a document of this sealed size has; nothing if no document has that size.
std::optional<std::uint64_t> chunksOf(std::uint64_t sealedSize) {
    if (sealedSize > sealedDocumentSize(kDocumentSizeMax)) return std::nullopt;
    const std::uint64_t chunks = chunksFor(sealedSize, kSealedChunkSize);
    if (sealedSize < chunks * kDocumentChunkOverhead) return std::nullopt;
    const std::uint64_t padded = sealedSize - chunks * kDocumentChunkOverhead;
    const bool isPadded = padded >= kPaddedSizeMin && paddedSize(static_cast<std::size_t>(padded)) == padded;
    if (!isPadded || chunksFor(padded, kDocumentChunkSize) != chunks) return std::nullopt;
    return chunks;
}

} // namespace

std::uint64_t sizeOf(const std::vector<DocumentSpan>& spans) {
    return std::accumulate(spans.begin(), spans.end(), std::uint64_t{0},
                           [](std::uint64_t bytes, const DocumentSpan& span) { return bytes + sizeOf(span); });
}

std::uint64_t sealedDocumentSize(std::uint64_t size) {
    const std::uint64_t padded = paddedSize(static_cast<std::size_t>(size));
    return padded + chunksFor(padded, kDocumentChunkSize) * kDocumentChunkOverhead;
}

DocumentIndex DocumentIndex::of(const ErasableId& key, std::uint64_t sealedSize, const std::vector<Hash>& chunks) {
    Writer writer;
    writer.u8(kVersion);
    writer.id(key);
    writer.varint(sealedSize);
    for (const Hash& chunk : chunks)
        writer.id(chunk);
    auto index = parse(writer.take());
    expects(index.has_value());
    return *std::move(index);
}

std::optional<DocumentIndex> DocumentIndex::parse(Bytes wire) {
    if (wire.size() > kDocumentIndexSizeMax) return std::nullopt;
    Reader reader(wire);
    if (reader.u8() != kVersion) return std::nullopt;
    DocumentIndex index;
    index.m_key = reader.id<ErasableId>();
    index.m_sealedSize = reader.varint();
    if (!reader.ok()) return std::nullopt;
    const auto chunks = chunksOf(index.m_sealedSize);
    if (!chunks || reader.remaining() != *chunks * Hash::kSize) return std::nullopt;
    index.m_chunkCount = static_cast<std::uint32_t>(*chunks);
    index.m_id = *DocumentId::from(hashOf(Purpose::DocumentIndex, wire).view());
    index.m_wire = std::move(wire);
    return index;
}

DocumentSpan DocumentIndex::spanOf(std::uint32_t chunk) const {
    expects(chunk < m_chunkCount);
    const std::uint64_t begin = chunk * kSealedChunkSize;
    return {begin, std::min(begin + kSealedChunkSize, m_sealedSize)};
}

std::uint32_t DocumentIndex::chunkAt(std::uint64_t offset) const {
    expects(offset < m_sealedSize);
    return static_cast<std::uint32_t>(offset / kSealedChunkSize);
}

bool DocumentIndex::isChunk(std::uint32_t chunk, ByteView sealed) const {
    const DocumentSpan span = spanOf(chunk);
    if (sealed.size() != span.end - span.begin) return false;
    const std::size_t hashesBegin = m_wire.size() - m_chunkCount * Hash::kSize;
    const ByteView expected = ByteView(m_wire).subspan(hashesBegin + chunk * Hash::kSize, Hash::kSize);
    return equal(hashOf(Purpose::DocumentChunkHash, sealed).view(), expected);
}

} // namespace puente
