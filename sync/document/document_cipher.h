#pragma once

#include "sync/document/document_index.h"
#include "sync/erasable/erasable_key.h"

namespace puente {

// Seals and opens the chunks of a document, one at a time, so that a document of any size needs the memory of one. The
// content key is an erasable key. Nothing under server/ may include this header. Layout: docs/formats/document.md.

/// Seals one document from its first byte to its last, padding included.
class DocumentSealer {
public:
    /// `entropy` must outlive it. `size`: of the document, at most kDocumentSizeMax.
    DocumentSealer(const ErasableKey& key, const ErasableId& id, std::uint64_t size, Entropy& entropy);

    /// How many bytes of the document the next chunk takes: kDocumentChunkSize, or what is left; 0 for one of padding.
    std::size_t wanted() const;
    /// Seals the next chunk, which begins with exactly `wanted()` bytes of the document.
    Bytes sealNext(ByteView plain);
    bool isDone() const;
    /// After the last chunk.
    DocumentIndex finish();

private:
    Secret<32> m_key;
    ErasableId m_id;
    std::uint64_t m_size;
    std::uint64_t m_paddedSize;
    Entropy& m_entropy;
    std::vector<Hash> m_chunks; ///< of those that are sealed
};

/// What a chunk holds of a document of `size` bytes, padding left out; nothing if it is not the one that the index
/// names, the key does not open it, the padding is not what it has to be, or no document of that size has such an
/// index.
std::optional<Bytes> openDocumentChunk(const ErasableKey& key, const DocumentIndex& index, std::uint64_t size,
                                       std::uint32_t chunk, ByteView sealed);

} // namespace puente
