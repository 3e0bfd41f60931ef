#pragma once

#include "sync/document/document_store.h"
#include "sync/session/frame.h"
#include "sync/session/output_buffer.h"

#include <deque>
#include <map>
#include <variant>

namespace puente {

/// What a courier has to say in one turn. Pieces are read from the store only as they are taken.
class DocumentFlight {
public:
    struct Pieces {
        SpaceId space;
        DocumentId document;
        std::uint32_t offer = 0;
        std::vector<DocumentSpan> spans; ///< within the document
        std::size_t transfer = 0;        ///< the caller's own number for it
    };

    void add(const Frame& frame) { m_items.push_back(encodeFrame(frame)); }
    void addPieces(Pieces pieces) { m_items.push_back(std::move(pieces)); }

    /// Adds to `output` until it has a slice or nothing is left. What is not here (any more) is left out.
    Result<Done, SqlFault> produce(DocumentStore& store, OutputBuffer& output);
    bool isTaken() const { return m_items.empty(); }
    /// How many bytes of which transfer were produced since this was last asked.
    std::map<std::size_t, std::uint64_t> takeMoved() { return std::exchange(m_moved, {}); }

private:
    /// The rest of one chunk, or of the span if that ends before.
    Result<Done, SqlFault> advance(DocumentStore& store, Pieces& pieces, OutputBuffer& output);

    std::deque<std::variant<Bytes, Pieces>> m_items;
    std::size_t m_span = 0;     ///< of the first item
    std::uint64_t m_offset = 0; ///< what of the document is behind us
    std::map<std::size_t, std::uint64_t> m_moved;
};

/// The frames of type `Piece` that carry these bytes of a document.
template <typename Piece>
void addPieceFrames(OutputBuffer& output, std::uint32_t number, std::uint64_t offset, ByteView bytes) {
    while (!bytes.empty()) {
        const ByteView piece = bytes.first(std::min(bytes.size(), kPieceSizeMax));
        output.add(encodeFrame(Piece{number, offset, {piece.begin(), piece.end()}}));
        offset += piece.size();
        bytes = bytes.subspan(piece.size());
    }
}

} // namespace puente
