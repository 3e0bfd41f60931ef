#pragma once

#include "common/codec/reader.h"
#include "common/codec/writer.h"
#include "sync/document/document_index.h"

#include <cstdint>

namespace puente {

// The frames of a conversation about documents: docs/formats/wire.md#documents.

inline constexpr std::size_t kPieceSizeMax = 8 * 1024;   ///< so that a cut costs little, and a slow line shows life
inline constexpr std::size_t kFrameSpansMax = 16 * 1024; ///< in one frame: as many as a document can have
inline constexpr std::uint64_t kSpanEndMax = 1ULL << 48;

// --- client to server -----------------------------------------------------------------------------------------------

/// "Do you have all of this document?" With its index, the server takes it in if it does not know it.
struct OfferFrame {
    SpaceId space;
    DocumentId document;
    Bytes index; ///< empty, or that of this document
    friend bool operator==(const OfferFrame&, const OfferFrame&) = default;
};

/// Asks for a document, or for the parts of it that are still to come.
struct FetchFrame {
    SpaceId space;
    DocumentId document;
    bool wantsIndex = false;
    std::vector<DocumentSpan> spans; ///< ascending, not touching; none for all of it
    friend bool operator==(const FetchFrame&, const FetchFrame&) = default;
};

/// Bytes of a document that was offered.
struct PieceFrame {
    std::uint32_t offer = 0; ///< its number in this conversation, from 0
    std::uint64_t offset = 0;
    Bytes bytes; ///< 1 to kPieceSizeMax
    friend bool operator==(const PieceFrame&, const PieceFrame&) = default;
};

// --- server to client -----------------------------------------------------------------------------------------------

/// What is still to come of a document that was offered; none when all of it is here, durably.
struct HaveFrame {
    SpaceId space;
    DocumentId document;
    std::vector<DocumentSpan> spans;
    friend bool operator==(const HaveFrame&, const HaveFrame&) = default;
};

/// The index that a fetch wanted.
struct IndexFrame {
    SpaceId space;
    Bytes index;
    friend bool operator==(const IndexFrame&, const IndexFrame&) = default;
};

/// Bytes of a document that was asked for.
struct ServedPieceFrame {
    std::uint32_t fetch = 0; ///< its number in this conversation, from 0
    std::uint64_t offset = 0;
    Bytes bytes; ///< 1 to kPieceSizeMax
    friend bool operator==(const ServedPieceFrame&, const ServedPieceFrame&) = default;
};

/// What was asked for, or offered without its index, and is not here.
struct LackingFrame {
    SpaceId space;
    DocumentId document;
    bool isUnknown = false;          ///< nothing of it is known here
    std::vector<DocumentSpan> spans; ///< of one that is known
    friend bool operator==(const LackingFrame&, const LackingFrame&) = default;
};

void write(Writer& writer, const OfferFrame& frame);
void write(Writer& writer, const FetchFrame& frame);
void write(Writer& writer, const PieceFrame& frame);
void write(Writer& writer, const HaveFrame& frame);
void write(Writer& writer, const IndexFrame& frame);
void write(Writer& writer, const ServedPieceFrame& frame);
void write(Writer& writer, const LackingFrame& frame);

void read(Reader& reader, OfferFrame& frame);
void read(Reader& reader, FetchFrame& frame);
void read(Reader& reader, PieceFrame& frame);
void read(Reader& reader, HaveFrame& frame);
void read(Reader& reader, IndexFrame& frame);
void read(Reader& reader, ServedPieceFrame& frame);
void read(Reader& reader, LackingFrame& frame);

} // namespace puente
