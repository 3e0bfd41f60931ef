#pragma once

#include "common/base/ids.h"

#include <optional>
#include <vector>

namespace puente {

inline constexpr std::size_t kDocumentChunkSize = 64 * 1024;   ///< bytes of a document in one chunk
inline constexpr std::size_t kDocumentChunkOverhead = 24 + 16; ///< nonce and tag of a sealed one
inline constexpr std::uint64_t kDocumentSizeMax = 1ULL << 30;  ///< bytes of a document before padding
/// An index of the largest document: version, key, size, a hash a chunk.
inline constexpr std::size_t kDocumentIndexSizeMax = 1 + 16 + 5 + (kDocumentSizeMax / kDocumentChunkSize) * 32;

/// A run of bytes of a document as it is stored and sent: its sealed chunks, one behind the other.
struct DocumentSpan {
    std::uint64_t begin = 0;
    std::uint64_t end = 0; ///< behind the last byte

    friend bool operator==(const DocumentSpan&, const DocumentSpan&) = default;
};
inline std::uint64_t sizeOf(const DocumentSpan& span) {
    return span.end - span.begin;
}
/// Of all of them.
std::uint64_t sizeOf(const std::vector<DocumentSpan>& spans);

/// What a document's sealed bytes are: under which key, how many, and what each chunk hashes to. Its own hash is the
/// document's id, so every chunk can be checked alone, by whoever has the index, without any key.
/// Layout: docs/formats/document.md.
class DocumentIndex {
public:
    /// `chunks`: the hash of each sealed chunk, in order, as many as `sealedSize` needs.
    static DocumentIndex of(const ErasableId& key, std::uint64_t sealedSize, const std::vector<Hash>& chunks);
    /// Accepts the one encoding of an index within the bounds, and nothing else.
    static std::optional<DocumentIndex> parse(Bytes wire);

    const DocumentId& id() const { return m_id; }
    const ErasableId& key() const { return m_key; } ///< the content key: when it is erased, the chunks may go
    std::uint64_t sealedSize() const { return m_sealedSize; }
    std::uint32_t chunkCount() const { return m_chunkCount; }
    /// Where a chunk's sealed bytes stand; its number counts from 0.
    DocumentSpan spanOf(std::uint32_t chunk) const;
    std::uint32_t chunkAt(std::uint64_t offset) const;
    /// True for exactly the sealed bytes that belong there.
    bool isChunk(std::uint32_t chunk, ByteView sealed) const;
    ByteView wire() const { return m_wire; }

private:
    DocumentIndex() = default;

    DocumentId m_id;
    ErasableId m_key;
    std::uint64_t m_sealedSize = 0;
    std::uint32_t m_chunkCount = 0;
    Bytes m_wire; ///< its end is the chunks' hashes
};

/// What a document of `size` bytes has when it is padded and sealed.
std::uint64_t sealedDocumentSize(std::uint64_t size);

} // namespace puente
