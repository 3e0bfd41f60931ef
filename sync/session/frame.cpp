#include "sync/session/frame.h"

#include "common/codec/writer.h"
#include "sync/store/receipt.h"

namespace puente {

namespace {

template <typename... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <typename... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

template <typename Enum>
std::uint8_t numberOf(Enum value) {
    return static_cast<std::uint8_t>(value);
}

void writeCursor(Writer& writer, const WireCursor& cursor) {
    writer.varint(cursor.at.position);
    if (cursor.at.position == 0) return;
    writer.id(cursor.instance);
    writer.id(cursor.at.running);
}

void writeUnsigned(Writer& writer, const RequestFrame& frame) {
    writer.u8(kProtocolVersion);
    writer.id(frame.device);
    writer.raw(frame.nonce);
    writer.varint(frame.spaces.size());
    for (const RequestFrame::Space& space : frame.spaces) {
        writer.id(space.space);
        writer.varint(space.incarnation);
        writer.varint(space.ownHeight);
        writeCursor(writer, space.cursor);
    }
}

void writeHeights(Writer& writer, const std::vector<LogHeight>& heights) {
    writer.varint(heights.size());
    for (const LogHeight& height : heights) {
        writer.id(height.log.device);
        writer.varint(height.log.incarnation);
        writer.varint(height.height.sequence);
        writer.id(height.height.head);
    }
}

void writeHashes(Writer& writer, const std::vector<Hash>& hashes) {
    writer.varint(hashes.size());
    for (const Hash& hash : hashes)
        writer.id(hash);
}

void writeItems(Writer& writer, const std::vector<OwnFrame::Item>& items) {
    writer.varint(items.size());
    std::uint64_t before = 0;
    for (const OwnFrame::Item& item : items) {
        writer.varint(item.position - before);
        writer.u8(numberOf(item.kind));
        writer.id(item.hash);
        before = item.position;
    }
}

/// A segment's header says its space; other entries have it in front.
void writeEntry(Writer& writer, EntryKind kind, const SpaceId& space, ByteView bytes) {
    if (kind != EntryKind::Segment) {
        writer.u8(numberOf(kind));
        writer.id(space);
    }
    writer.raw(bytes);
}

FrameType typeOf(const Frame& frame) {
    const auto isSegment = [](const auto& entry) { return entry.kind == EntryKind::Segment; };
    return std::visit(
        Overloaded{
            [](const RequestFrame&) { return FrameType::Request; },
            [&](const PushFrame& push) { return isSegment(push) ? FrameType::PushSegment : FrameType::Push; },
            [](const JoinFrame&) { return FrameType::Join; },
            [](const WantFrame&) { return FrameType::Want; },
            [](const EndFrame&) { return FrameType::End; },
            [](const StatusFrame&) { return FrameType::Status; },
            [&](const EntryFrame& entry) { return isSegment(entry) ? FrameType::Segment : FrameType::Entry; },
            [](const OwnFrame&) { return FrameType::Own; },
            [](const RefusedFrame&) { return FrameType::Refused; },
            [](const HeightsFrame&) { return FrameType::Heights; },
            [](const ReceiptFrame&) { return FrameType::Receipt; },
            [](const ErrorFrame&) { return FrameType::Error; },
            [](const ClaimFrame&) { return FrameType::Claim; },
            [](const ClaimedFrame&) { return FrameType::Claimed; },
            [](const OfferFrame&) { return FrameType::Offer; },
            [](const FetchFrame&) { return FrameType::Fetch; },
            [](const PieceFrame&) { return FrameType::Piece; },
            [](const HaveFrame&) { return FrameType::Have; },
            [](const IndexFrame&) { return FrameType::Index; },
            [](const ServedPieceFrame&) { return FrameType::ServedPiece; },
            [](const LackingFrame&) { return FrameType::Lacking; },
        },
        frame);
}

void write(Writer& writer, const RequestFrame& frame) {
    writeUnsigned(writer, frame);
    writer.id(frame.proof);
}
void write(Writer& writer, const PushFrame& frame) {
    writeEntry(writer, frame.kind, frame.space, frame.bytes);
}
void write(Writer& writer, const JoinFrame& frame) {
    writer.raw(frame.request);
}
void write(Writer& writer, const WantFrame& frame) {
    writer.id(frame.space);
    writeHeights(writer, frame.heights);
    writeHashes(writer, frame.others);
}
void write(Writer&, const EndFrame&) {
}
void write(Writer& writer, const StatusFrame& frame) {
    writer.id(frame.space);
    writer.u8(numberOf(frame.status));
    if (frame.status == SpaceStatus::Continues || frame.status == SpaceStatus::Compare) writer.id(frame.instance);
}
void write(Writer& writer, const EntryFrame& frame) {
    writer.varint(frame.position);
    writeEntry(writer, frame.kind, frame.space, frame.bytes);
}
void write(Writer& writer, const OwnFrame& frame) {
    writer.id(frame.space);
    writeItems(writer, frame.items);
}
void write(Writer& writer, const RefusedFrame& frame) {
    writer.id(frame.space);
    writer.id(frame.entry);
    writer.u8(numberOf(frame.reason));
}
void write(Writer& writer, const HeightsFrame& frame) {
    writer.id(frame.space);
    writer.varint(frame.end);
    writeHeights(writer, frame.heights);
    writeHashes(writer, frame.others);
}
void write(Writer& writer, const ReceiptFrame& frame) {
    writer.id(frame.space);
    writer.varint(frame.at.position);
    writer.id(frame.at.running);
    writer.varint(frame.ownHeight);
    writer.u8(frame.ownHead ? 1 : 0);
    if (frame.ownHead) writer.id(*frame.ownHead);
    writer.id(frame.signature);
}
void write(Writer& writer, const ErrorFrame& frame) {
    writer.u8(numberOf(frame.error));
}
void write(Writer& writer, const ClaimFrame& frame) {
    writer.id(frame.organization);
    writer.id(frame.proof);
}
void write(Writer& writer, const ClaimedFrame& frame) {
    writer.varint(frame.spaces.size());
    for (const SpaceId& space : frame.spaces)
        writer.id(space);
}

} // namespace

Bytes RequestFrame::proofMessage(const ServerId& server) const {
    Writer writer;
    writer.id(server);
    writeUnsigned(writer, *this);
    return writer.take();
}

Bytes ClaimFrame::proofMessage(const ServerId& server, const RequestFrame& request) const {
    Writer writer;
    writer.id(server);
    writer.id(request.device);
    writer.raw(request.nonce);
    writer.id(organization);
    return writer.take();
}

Bytes ReceiptFrame::signedMessage(const DeviceId& device, const InstanceId& instance, const Hash& head) const {
    const SignedReceipt receipt{.server = {},
                                .space = space,
                                .device = device,
                                .instance = instance,
                                .at = at,
                                .ownHeight = ownHeight,
                                .ownHead = head,
                                .signature = {}};
    return receipt.signedMessage();
}

Bytes encodeFrame(const Frame& frame) {
    Writer body;
    body.u8(numberOf(typeOf(frame)));
    std::visit([&](const auto& kind) { write(body, kind); }, frame);
    Writer whole;
    whole.u32(static_cast<std::uint32_t>(body.size()));
    whole.raw(body.view());
    return whole.take();
}

} // namespace puente
