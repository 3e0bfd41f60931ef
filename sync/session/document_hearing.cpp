#include "sync/session/document_courier_parts.h"

#include <algorithm>

namespace puente {

namespace {
constexpr Duration kKeepEvery = std::chrono::seconds(10);
} // namespace

Result<Done, DocumentCourier::Fault> DocumentCourier::Parts::feed(ByteView bytes, Instant now) {
    if (m_fault) return Failure{*m_fault};
    expects(m_patience.has_value());
    m_patience->tick(now);
    m_reader.feed(bytes);
    for (;;) {
        auto frame = m_reader.next();
        if (!frame) return fail(Fault::Frame);
        if (!*frame) break;
        m_patience->sawFrame();
        const bool isTooMuch = m_isDone || ++m_frames > m_options.limits.framesMax;
        if (isTooMuch) return fail(Fault::Protocol);
        const auto done = std::visit([&](const auto& kind) { return take(kind); }, **frame);
        if (!done) return fail(done.fault());
    }
    m_patience->setUnfinished(m_reader.unfinishedSize());
    return tick(now);
}

Result<Done, DocumentCourier::Fault> DocumentCourier::Parts::tick(Instant now) {
    if (m_fault) return Failure{*m_fault};
    if (m_isDone || !m_patience) return Done{};
    m_patience->tick(now);
    if (m_patience->isExhausted()) return fail(Fault::TimedOut);
    return keepNowAndThen(now);
}

/// What a power cut takes is what has come since; on a slow line the store's own measure, some MiB, is many minutes.
Result<Done, DocumentCourier::Fault> DocumentCourier::Parts::keepNowAndThen(Instant now) {
    if (m_keptAt > now) m_keptAt = now; // the clock jumped back
    if (now - m_keptAt < kKeepEvery) return Done{};
    m_keptAt = now;
    const auto kept = m_store.keep();
    return kept ? Result<Done, Fault>(Done{}) : fail(ofStore(kept.fault()));
}

Result<Done, DocumentCourier::Fault> DocumentCourier::Parts::keepWhatArrived() {
    const auto piece = m_fault || m_isDone ? std::nullopt : m_reader.unfinishedPiece();
    if (piece && std::holds_alternative<ServedPieceFrame>(*piece)) (void)take(std::get<ServedPieceFrame>(*piece));
    const auto kept = m_store.keep();
    return kept ? Result<Done, Fault>(Done{}) : Failure{ofStore(kept.fault())};
}

std::optional<std::size_t> DocumentCourier::Parts::asked(const SpaceId& space, const DocumentId& document) const {
    const std::size_t begin = m_isFetching ? m_sendings.size() : 0;
    const std::size_t end = m_isFetching ? m_transfers.size() : m_sendings.size();
    for (std::size_t at = begin; at < end; ++at) {
        const DocumentWish& wish = m_transfers[at].wish;
        const bool isAsked = m_isFetching ? m_fetchings[at - begin].isAsked : m_sendings[at].isAsked;
        if (isAsked && wish.space == space && wish.document == document) return at;
    }
    return std::nullopt;
}

/// It may come several times while our pieces are on their way: the last one before the end counts.
Result<Done, DocumentCourier::Fault> DocumentCourier::Parts::take(const HaveFrame& have) {
    const auto at = m_isFetching ? std::nullopt : asked(have.space, have.document);
    if (!at) return Failure{Fault::Protocol};
    Sending& sending = m_sendings[*at];
    if (!have.spans.empty() && have.spans.back().end > sending.sealedSize) return Failure{Fault::Protocol};
    DocumentTransfer& transfer = m_transfers[*at];
    if (sending.rounds == 0) transfer.bytesWanted = sizeOf(have.spans);
    transfer.isDone = have.spans.empty();
    sending.state = transfer.isDone ? Offer::Over : Offer::WantsPieces;
    sending.missing = have.spans;
    return Done{};
}

bool DocumentCourier::Parts::isMeant(const DocumentIndex& index, DocumentTransfer& transfer) {
    const std::vector<DocumentClaim>& claims = transfer.wish.claims;
    transfer.isAnother =
        !claims.empty() && std::find(claims.begin(), claims.end(), DocumentClaim::of(index)) == claims.end();
    return !transfer.isAnother;
}

Result<Done, DocumentCourier::Fault> DocumentCourier::Parts::take(const IndexFrame& frame) {
    auto index = m_isFetching ? DocumentIndex::parse(frame.index) : std::nullopt;
    const auto at = index ? asked(frame.space, index->id()) : std::nullopt;
    if (!at) return Failure{Fault::Protocol};
    Fetching& fetching = m_fetchings[*at - m_sendings.size()];
    if (fetching.hasIndex) return Failure{Fault::Protocol};
    fetching.hasIndex = true;
    fetching.spans = {{0, index->sealedSize()}};
    // Its pieces may be on their way already: they find no place in the store.
    if (!isMeant(*index, m_transfers[*at])) return Done{};
    if (const auto added = m_store.add(frame.space, *index); !added) return Failure{ofStore(added.fault())};
    m_transfers[*at].bytesWanted = index->sealedSize();
    return Done{};
}

/// True if the piece lies in what was asked for, behind all that came before: so there is an end to them.
bool DocumentCourier::Parts::advance(Fetching& fetching, const ServedPieceFrame& piece) const {
    const std::uint64_t end = piece.offset + piece.bytes.size();
    while (fetching.span < fetching.spans.size() && fetching.spans[fetching.span].end <= piece.offset)
        ++fetching.span;
    if (fetching.span == fetching.spans.size()) return false;
    const DocumentSpan& span = fetching.spans[fetching.span];
    if (piece.offset < std::max(span.begin, fetching.offset) || end > span.end) return false;
    fetching.offset = end;
    return true;
}

Result<Done, DocumentCourier::Fault> DocumentCourier::Parts::take(const ServedPieceFrame& piece) {
    if (piece.fetch >= m_fetched.size()) return Failure{Fault::Protocol};
    const std::size_t at = m_fetched[piece.fetch];
    if (!advance(m_fetchings[at], piece)) return Failure{Fault::Protocol};
    DocumentTransfer& transfer = m_transfers[m_sendings.size() + at];
    const DocumentWish& wish = transfer.wish;
    const auto written = m_store.write(wish.space, wish.document, piece.offset, piece.bytes);
    if (!written) return Failure{ofStore(written.fault())};
    switch (*written) {
    case DocumentStore::Written::Taken: transfer.bytesMoved += piece.bytes.size(); return Done{};
    case DocumentStore::Written::NotAdded: return Done{}; // not meant, or its key was erased here meanwhile
    case DocumentStore::Written::Misplaced:
    case DocumentStore::Written::NotTheChunk: break;
    }
    return Failure{Fault::Protocol};
}

Result<Done, DocumentCourier::Fault> DocumentCourier::Parts::take(const LackingFrame& lacking) {
    const auto at = asked(lacking.space, lacking.document);
    if (!at) return Failure{Fault::Protocol};
    if (m_isFetching) {
        m_transfers[*at].isUnknownThere = lacking.isUnknown;
        m_transfers[*at].lackedThere = lacking.spans;
        return Done{};
    }
    Sending& sending = m_sendings[*at];
    if (!lacking.isUnknown || sending.hasIndex) return Failure{Fault::Protocol};
    sending.state = Offer::WantsIndex;
    return Done{};
}

Result<Done, DocumentCourier::Fault> DocumentCourier::Parts::take(const RefusedFrame& refused) {
    const auto at = asked(refused.space, *DocumentId::from(refused.entry.view()));
    if (!at) return Failure{Fault::Protocol};
    m_transfers[*at].refused = refused.reason;
    if (!m_isFetching) m_sendings[*at].state = Offer::Over;
    return Done{};
}

Result<Done, DocumentCourier::Fault> DocumentCourier::Parts::take(const ErrorFrame& error) {
    m_serverError = error.error;
    return Failure{Fault::Server};
}

Result<Done, DocumentCourier::Fault> DocumentCourier::Parts::take(const EndFrame&) {
    if (!m_flight.isTaken()) return Failure{Fault::Protocol};
    if (m_isFetching)
        if (const auto settled = settleFetches(); !settled) return settled;
    for (Sending& sending : m_sendings) {
        sending.isAsked = false;
        if (sending.state == Offer::Asked) sending.state = Offer::Over; // no answer: not in this conversation
    }
    return goOn();
}

Result<Done, DocumentCourier::Fault> DocumentCourier::Parts::settleFetches() {
    if (const auto kept = m_store.keep(); !kept) return Failure{ofStore(kept.fault())};
    for (std::size_t at = m_sendings.size(); at < m_transfers.size(); ++at) {
        const DocumentWish& wish = m_transfers[at].wish;
        const auto missing = m_store.missing(wish.space, wish.document);
        if (!missing) return Failure{ofStore(missing.fault())};
        m_transfers[at].isDone = !m_transfers[at].isAnother && *missing && (*missing)->empty();
    }
    return Done{};
}

} // namespace puente
