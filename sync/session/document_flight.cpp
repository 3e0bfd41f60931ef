#include "sync/session/document_flight.h"

#include <algorithm>

namespace puente {

Result<Done, SqlFault> DocumentFlight::produce(DocumentStore& store, OutputBuffer& output) {
    while (!output.hasSlice() && !m_items.empty()) {
        if (const auto* frame = std::get_if<Bytes>(&m_items.front())) {
            output.add(*frame);
            m_items.pop_front();
            continue;
        }
        auto& pieces = std::get<Pieces>(m_items.front());
        if (m_span < pieces.spans.size()) {
            if (const auto advanced = advance(store, pieces, output); !advanced) return advanced;
            continue;
        }
        m_items.pop_front();
        m_span = 0;
        m_offset = 0;
    }
    return Done{};
}

Result<Done, SqlFault> DocumentFlight::advance(DocumentStore& store, Pieces& pieces, OutputBuffer& output) {
    const DocumentSpan& span = pieces.spans[m_span];
    m_offset = std::max(m_offset, span.begin);
    const auto read = store.read(pieces.space, pieces.document, m_offset);
    if (!read) return Failure{read.fault()};
    constexpr std::uint64_t kWholeChunk = kDocumentChunkSize + kDocumentChunkOverhead;
    const std::uint64_t chunkEnd = (m_offset / kWholeChunk + 1) * kWholeChunk;
    const std::uint64_t end = std::min(chunkEnd, span.end);
    if (*read) {
        const ByteView wanted = ByteView(**read).first(static_cast<std::size_t>(end - m_offset));
        addPieceFrames<PieceFrame>(output, pieces.offer, m_offset, wanted);
        m_moved[pieces.transfer] += wanted.size();
    }
    m_offset = end;
    if (m_offset == span.end) ++m_span;
    return Done{};
}

} // namespace puente
