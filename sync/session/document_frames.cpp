#include "sync/session/document_frames.h"

#include <limits>

namespace puente {

namespace {

void writeSpans(Writer& writer, const std::vector<DocumentSpan>& spans) {
    writer.varint(spans.size());
    std::uint64_t before = 0;
    for (const DocumentSpan& span : spans) {
        writer.varint(span.begin - before);
        writer.varint(span.end - span.begin);
        before = span.end;
    }
}

/// Each begins behind the one before with something in between, and none is empty.
std::vector<DocumentSpan> readSpans(Reader& reader) {
    std::vector<DocumentSpan> spans(reader.count(kFrameSpansMax, 2));
    std::uint64_t before = 0;
    for (DocumentSpan& span : spans) {
        const std::uint64_t gap = reader.varintUpTo(kSpanEndMax - before);
        span.begin = before + gap;
        const std::uint64_t size = reader.varintUpTo(kSpanEndMax - span.begin);
        span.end = span.begin + size;
        const bool touches = gap == 0 && before > 0;
        if (size == 0 || touches) reader.fail();
        if (!reader.ok()) return {};
        before = span.end;
    }
    return spans;
}

bool readFlag(Reader& reader) {
    const std::uint8_t flag = reader.u8();
    if (flag > 1) reader.fail();
    return flag == 1;
}

Bytes readRest(Reader& reader) {
    const ByteView rest = reader.raw(reader.remaining());
    return {rest.begin(), rest.end()};
}

void writePiece(Writer& writer, std::uint32_t number, std::uint64_t offset, const Bytes& bytes) {
    writer.varint(number);
    writer.varint(offset);
    writer.raw(bytes);
}

template <typename Piece>
void readPiece(Reader& reader, std::uint32_t& number, Piece& piece) {
    number = static_cast<std::uint32_t>(reader.varintUpTo(std::numeric_limits<std::uint32_t>::max()));
    piece.offset = reader.varintUpTo(kSpanEndMax);
    if (reader.atEnd() || reader.remaining() > kPieceSizeMax) reader.fail();
    piece.bytes = readRest(reader);
}

} // namespace

void write(Writer& writer, const OfferFrame& frame) {
    writer.id(frame.space);
    writer.id(frame.document);
    writer.raw(frame.index);
}
void write(Writer& writer, const FetchFrame& frame) {
    writer.id(frame.space);
    writer.id(frame.document);
    writer.u8(frame.wantsIndex ? 1 : 0);
    writeSpans(writer, frame.spans);
}
void write(Writer& writer, const PieceFrame& frame) {
    writePiece(writer, frame.offer, frame.offset, frame.bytes);
}
void write(Writer& writer, const HaveFrame& frame) {
    writer.id(frame.space);
    writer.id(frame.document);
    writeSpans(writer, frame.spans);
}
void write(Writer& writer, const IndexFrame& frame) {
    writer.id(frame.space);
    writer.raw(frame.index);
}
void write(Writer& writer, const ServedPieceFrame& frame) {
    writePiece(writer, frame.fetch, frame.offset, frame.bytes);
}
void write(Writer& writer, const LackingFrame& frame) {
    writer.id(frame.space);
    writer.id(frame.document);
    writer.u8(frame.isUnknown ? 1 : 0);
    writeSpans(writer, frame.spans);
}

void read(Reader& reader, OfferFrame& frame) {
    frame.space = reader.id<SpaceId>();
    frame.document = reader.id<DocumentId>();
    if (reader.remaining() > kDocumentIndexSizeMax) reader.fail();
    frame.index = readRest(reader);
}
void read(Reader& reader, FetchFrame& frame) {
    frame.space = reader.id<SpaceId>();
    frame.document = reader.id<DocumentId>();
    frame.wantsIndex = readFlag(reader);
    frame.spans = readSpans(reader);
}
void read(Reader& reader, PieceFrame& frame) {
    readPiece(reader, frame.offer, frame);
}
void read(Reader& reader, HaveFrame& frame) {
    frame.space = reader.id<SpaceId>();
    frame.document = reader.id<DocumentId>();
    frame.spans = readSpans(reader);
}
void read(Reader& reader, IndexFrame& frame) {
    frame.space = reader.id<SpaceId>();
    if (reader.remaining() > kDocumentIndexSizeMax) reader.fail();
    frame.index = readRest(reader);
}
void read(Reader& reader, ServedPieceFrame& frame) {
    readPiece(reader, frame.fetch, frame);
}
void read(Reader& reader, LackingFrame& frame) {
    frame.space = reader.id<SpaceId>();
    frame.document = reader.id<DocumentId>();
    frame.isUnknown = readFlag(reader);
    frame.spans = readSpans(reader);
    if (frame.isUnknown && !frame.spans.empty()) reader.fail();
}

} // namespace puente
