#include "sync/session/document_desk.h"

#include <algorithm>

namespace puente {

namespace {

/// Pieces that do not fit: some are nobody's fault, when two devices hand over the same document and one is wrong.
constexpr std::size_t kWastedMax = 1000;

} // namespace

// What is handed over of a chunk from its first byte on stays in hand until it is whole, so that nobody else's bytes
// get between. Only what begins in the middle goes on where somebody stopped, whoever that was.

DocumentDesk::Outcome DocumentDesk::take(const PieceFrame& piece) {
    m_isAsked = true;
    if (piece.offer >= m_offers.size()) return Failure{Fault::Protocol};
    Offered& offered = m_offers[piece.offer];
    if (!offered.isOpen) return Done{}; // refused; the client may not know yet
    offered.isTouched = true;
    m_lastTouched = piece.offer;
    m_relay.totals().documentBytesTaken += piece.bytes.size();
    if (piece.offset > offered.size || piece.bytes.size() > offered.size - piece.offset) return waste();
    ByteView bytes = piece.bytes;
    for (std::uint64_t offset = piece.offset; !bytes.empty() && offered.isOpen;) {
        const std::uint64_t begin = offset / kSealedChunkSize * kSealedChunkSize;
        const DocumentSpan chunk{begin, std::min(begin + kSealedChunkSize, offered.size)};
        const ByteView part =
            bytes.first(static_cast<std::size_t>(std::min<std::uint64_t>(bytes.size(), chunk.end - offset)));
        if (const auto taken = takePart(piece.offer, chunk, offset, part); !taken) return taken;
        offset += part.size();
        bytes = bytes.subspan(part.size());
    }
    return Done{};
}

DocumentDesk::Outcome DocumentDesk::takePart(std::uint32_t offer, const DocumentSpan& chunk, std::uint64_t offset,
                                             ByteView part) {
    const bool isInHand = m_inHand && m_inHand->offer == offer && m_inHand->chunk == chunk;
    if (!isInHand) {
        if (offset != chunk.begin) return write(m_offers[offer], offset, part, false);
        if (const auto put = putDown(); !put) return put;
        m_inHand = InHand{offer, chunk, {}};
    }
    const std::uint64_t next = chunk.begin + m_inHand->bytes.size();
    if (offset > next) return waste();
    if (offset + part.size() <= next) return Done{};
    append(m_inHand->bytes, part.subspan(static_cast<std::size_t>(next - offset)));
    if (m_inHand->bytes.size() < sizeOf(chunk)) return Done{};
    const InHand whole = std::move(*m_inHand);
    m_inHand.reset();
    return write(m_offers[offer], chunk.begin, whole.bytes, true);
}

/// So that it is not lost with this conversation. It stays in hand as well.
DocumentDesk::Outcome DocumentDesk::putDown() {
    if (!m_inHand || !m_offers[m_inHand->offer].isOpen) return Done{};
    return write(m_offers[m_inHand->offer], m_inHand->chunk.begin, m_inHand->bytes, false);
}

DocumentDesk::Outcome DocumentDesk::write(Offered& offered, std::uint64_t offset, ByteView bytes, bool isAllOurs) {
    const auto written = m_relay.documents()->write(offered.space, offered.document, offset, bytes);
    if (written) return settle(offered, *written, isAllOurs);
    if (written.fault() != SqlFault::Full) return Failure{Fault::Store};
    offered.isOpen = false;
    refuse(offered.space, offered.document, Refusal::ServerFull);
    return Done{};
}

DocumentDesk::Outcome DocumentDesk::settle(Offered& offered, DocumentStore::Written written, bool isAllOurs) {
    switch (written) {
    case DocumentStore::Written::Taken: return Done{};
    case DocumentStore::Written::NotAdded: // it was, when it was offered
        offered.isOpen = false;
        refuse(offered.space, offered.document, Refusal::Erased);
        return Done{};
    case DocumentStore::Written::Misplaced:
    case DocumentStore::Written::NotTheChunk: break;
    }
    if (isAllOurs || offered.isToldWhole) return waste();
    offered.isSpoiled = true; // another one's beginning was wrong, or has gone
    return Done{};
}

DocumentDesk::Outcome DocumentDesk::waste() {
    if (++m_wasted > kWastedMax) return Failure{Fault::TooMuch};
    return Done{};
}

} // namespace puente
