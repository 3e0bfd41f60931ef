#include "sync/session/document_desk.h"
#include "sync/session/document_flight.h"

#include <algorithm>

namespace puente {

std::vector<DocumentSpan> DocumentDesk::fromTheirChunksOn(const std::vector<DocumentSpan>& spans) {
    std::vector<DocumentSpan> whole;
    for (const DocumentSpan& span : spans) {
        const std::uint64_t begin = span.begin / kSealedChunkSize * kSealedChunkSize;
        if (!whole.empty() && whole.back().end == begin)
            whole.back().end = span.end;
        else
            whole.push_back({begin, span.end});
    }
    return whole;
}

// What the desk says, portion by portion: never more at once than one chunk of one document.

DocumentDesk::Outcome DocumentDesk::produce(OutputBuffer& output) {
    Owed& next = m_owed.front();
    if (const auto* frame = std::get_if<Frame>(&next)) {
        output.add(encodeFrame(*frame));
    } else if (const auto* have = std::get_if<OwedHave>(&next)) {
        Offered& offered = m_offers[have->offer];
        if (const auto added = addHave(offered, output); !added) return added;
        offered.isToldWhole = offered.isSpoiled;
    } else {
        const auto goesOn = serve(std::get<Serving>(next), output);
        if (!goesOn) return Failure{goesOn.fault()};
        if (*goesOn) return Done{};
    }
    m_owed.pop_front();
    if (m_owed.empty()) m_served.reset();
    return Done{};
}

DocumentDesk::Outcome DocumentDesk::addHave(const Offered& offered, OutputBuffer& output) {
    auto missing = m_relay.documents()->missing(offered.space, offered.document);
    if (!missing) return Failure{Fault::Store};
    const Hash entry = *Hash::from(offered.document.view());
    if (*missing && offered.isSpoiled) **missing = fromTheirChunksOn(**missing);
    if (*missing)
        output.add(encodeFrame(HaveFrame{offered.space, offered.document, std::move(**missing)}));
    else
        output.add(encodeFrame(RefusedFrame{offered.space, entry, Refusal::Erased})); // since it was offered
    return Done{};
}

Result<bool, DocumentDesk::Fault> DocumentDesk::serve(Serving& serving, OutputBuffer& output) {
    if (!serving.isBegun) return beginServing(serving, output);
    const FetchFrame& asked = serving.asked;
    if (serving.span < asked.spans.size()) {
        const auto isThere = readServed(serving);
        if (!isThere) return isThere;
        if (*isThere)
            servePart(serving, output);
        else // it was erased meanwhile
            output.add(encodeFrame(LackingFrame{asked.space, asked.document, true, {}}));
        return isThere;
    }
    if (!serving.lacked.empty())
        output.add(encodeFrame(LackingFrame{asked.space, asked.document, false, std::move(serving.lacked)}));
    return false;
}

Result<bool, DocumentDesk::Fault> DocumentDesk::beginServing(Serving& serving, OutputBuffer& output) {
    FetchFrame& asked = serving.asked;
    const auto reason = whyNot(asked.space, false);
    if (!reason) return Failure{reason.fault()};
    if (*reason) {
        output.add(encodeFrame(refusal(asked.space, asked.document, **reason)));
        return false;
    }
    const auto index = m_relay.documents()->index(asked.space, asked.document);
    if (!index) return Failure{Fault::Store};
    if (!*index) {
        output.add(encodeFrame(LackingFrame{asked.space, asked.document, true, {}}));
        return false;
    }
    const std::uint64_t size = (*index)->sealedSize();
    if (!asked.spans.empty() && asked.spans.back().end > size) return Failure{Fault::Protocol};
    if (asked.spans.empty()) asked.spans = {{0, size}};
    if (asked.wantsIndex) {
        const ByteView wire = (*index)->wire();
        output.add(encodeFrame(IndexFrame{asked.space, {wire.begin(), wire.end()}}));
    }
    serving.isBegun = true;
    serving.size = size;
    serving.offset = asked.spans.front().begin;
    return true;
}

/// The chunk where the next part lies. Of one that is erased after it was read the rest may still be said, as what is
/// on its way to the client is.
Result<bool, DocumentDesk::Fault> DocumentDesk::readServed(const Serving& serving) {
    const FetchFrame& asked = serving.asked;
    const bool isRead = m_served && m_served->space == asked.space && m_served->document == asked.document &&
                        m_served->span.begin <= serving.offset && serving.offset < m_served->span.end;
    if (isRead) return true;
    m_served.reset();
    const std::uint64_t begin = serving.offset / kSealedChunkSize * kSealedChunkSize;
    auto read = m_relay.documents()->read(asked.space, asked.document, begin);
    if (!read) return Failure{Fault::Store};
    if (!*read) {
        const auto index = m_relay.documents()->index(asked.space, asked.document);
        if (!index) return Failure{Fault::Store};
        if (!*index) return false;
    }
    const DocumentSpan span{begin, std::min(begin + kSealedChunkSize, serving.size)};
    m_served = ServedChunk{asked.space, asked.document, span, std::move(*read)};
    return true;
}

/// The rest of one chunk, or of the span if that ends before.
void DocumentDesk::servePart(Serving& serving, OutputBuffer& output) {
    const FetchFrame& asked = serving.asked;
    const DocumentSpan& span = asked.spans[serving.span];
    const std::uint64_t end = std::min(m_served->span.end, span.end);
    if (m_served->bytes) {
        const ByteView wanted = ByteView(*m_served->bytes)
                                    .subspan(static_cast<std::size_t>(serving.offset - m_served->span.begin),
                                             static_cast<std::size_t>(end - serving.offset));
        m_relay.totals().documentBytesServed += wanted.size();
        addPieceFrames<ServedPieceFrame>(output, serving.number, serving.offset, wanted);
    } else if (!serving.lacked.empty() && serving.lacked.back().end == serving.offset) {
        serving.lacked.back().end = end;
    } else {
        serving.lacked.push_back({serving.offset, end});
    }
    serving.offset = end;
    if (end == span.end && ++serving.span < asked.spans.size()) serving.offset = asked.spans[serving.span].begin;
}

} // namespace puente
