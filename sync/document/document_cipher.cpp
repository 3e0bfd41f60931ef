#include "sync/document/document_cipher.h"

#include "common/base/expects.h"
#include "common/codec/writer.h"
#include "common/crypto/aead.h"
#include "common/crypto/padding.h"

#include <algorithm>

namespace puente {

namespace {

/// A chunk opens in its own place only, of a document with as many chunks.
Bytes associated(std::uint64_t chunk, std::uint64_t count) {
    Writer writer;
    writer.u32(static_cast<std::uint32_t>(chunk));
    writer.u32(static_cast<std::uint32_t>(count));
    return writer.take();
}

std::uint64_t chunkCount(std::uint64_t padded) {
    return (padded + kDocumentChunkSize - 1) / kDocumentChunkSize;
}

} // namespace

DocumentSealer::DocumentSealer(const ErasableKey& key, const ErasableId& id, std::uint64_t size, Entropy& entropy)
    : m_key(key.chunkKey()), m_id(id), m_size(size), m_paddedSize(paddedSize(static_cast<std::size_t>(size))),
      m_entropy(entropy) {
    expects(size <= kDocumentSizeMax);
    m_chunks.reserve(static_cast<std::size_t>(chunkCount(m_paddedSize)));
}

std::size_t DocumentSealer::wanted() const {
    const std::uint64_t begin = m_chunks.size() * kDocumentChunkSize;
    if (begin >= m_size) return 0;
    return static_cast<std::size_t>(std::min<std::uint64_t>(kDocumentChunkSize, m_size - begin));
}

Bytes DocumentSealer::sealNext(ByteView plain) {
    expects(!isDone() && plain.size() == wanted());
    const std::uint64_t begin = m_chunks.size() * kDocumentChunkSize;
    const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(kDocumentChunkSize, m_paddedSize - begin));
    const Bytes place = associated(m_chunks.size(), chunkCount(m_paddedSize));
    Bytes padded;
    if (plain.size() < size) {
        padded.assign(plain.begin(), plain.end());
        padded.resize(size, 0);
        plain = padded;
    }
    Bytes sealed = aeadSeal(m_key.reveal(), plain, place, m_entropy);
    wipe(padded);
    m_chunks.push_back(hashOf(Purpose::DocumentChunkHash, sealed));
    return sealed;
}

bool DocumentSealer::isDone() const {
    return m_chunks.size() == chunkCount(m_paddedSize);
}

DocumentIndex DocumentSealer::finish() {
    expects(isDone());
    return DocumentIndex::of(m_id, sealedDocumentSize(m_size), m_chunks);
}

std::optional<Bytes> openDocumentChunk(const ErasableKey& key, const DocumentIndex& index, std::uint64_t size,
                                       std::uint32_t chunk, ByteView sealed) {
    const bool fits = size <= kDocumentSizeMax && index.sealedSize() == sealedDocumentSize(size);
    if (!fits || chunk >= index.chunkCount() || !index.isChunk(chunk, sealed)) return std::nullopt;
    auto plain = aeadOpen(key.chunkKey().reveal(), sealed, associated(chunk, index.chunkCount()));
    if (!plain) return std::nullopt;
    const std::uint64_t begin = chunk * std::uint64_t{kDocumentChunkSize};
    const auto own = static_cast<std::size_t>(std::min<std::uint64_t>(size > begin ? size - begin : 0, plain->size()));
    const auto padding = std::span(*plain).subspan(own);
    if (std::ranges::any_of(padding, [](std::uint8_t byte) { return byte != 0; })) return std::nullopt;
    plain->resize(own);
    return plain;
}

} // namespace puente
