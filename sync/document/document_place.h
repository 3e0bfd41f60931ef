#pragma once

#include "sync/document/document_index.h"

namespace puente {

/// Where a chunk stands among all documents' chunks: those of one document are neighbours.
inline std::int64_t placeOf(std::int64_t document, std::uint32_t chunk) {
    static_assert(kDocumentSizeMax / kDocumentChunkSize < 65536);
    return document * 65536 + chunk;
}

/// Chunks of one document that may have begun and not be whole: each side that hands over has one, and each cut leaves
/// one.
inline constexpr std::size_t kBegunChunksMax = 4;

} // namespace puente
