#include "common/codec/reader.h"
#include "sync/segment/segment.h"
#include "sync/session/frame.h"

#include <algorithm>

namespace puente {

namespace {

constexpr std::uint64_t kPositionMax = std::uint64_t{1} << 48;
constexpr std::size_t kLengthSize = 4;

/// Where a segment keeps its space: after its version.
constexpr std::size_t kSpaceOffset = 1;
static_assert(kSegmentHeaderSize >= kSpaceOffset + SpaceId::kSize);

template <typename Enum>
Enum readEnum(Reader& reader, Enum first, Enum last) {
    const std::uint8_t number = reader.u8();
    if (number < static_cast<std::uint8_t>(first) || number > static_cast<std::uint8_t>(last)) reader.fail();
    return reader.ok() ? static_cast<Enum>(number) : first;
}

Bytes readRest(Reader& reader) {
    const ByteView rest = reader.raw(reader.remaining());
    return {rest.begin(), rest.end()};
}

WireCursor readCursor(Reader& reader) {
    WireCursor cursor;
    cursor.at.position = reader.varintUpTo(kPositionMax);
    if (cursor.at.position == 0) return cursor;
    cursor.instance = reader.id<InstanceId>();
    cursor.at.running = reader.id<Hash>();
    return cursor;
}

std::uint32_t readNumber(Reader& reader) {
    return static_cast<std::uint32_t>(reader.varintUpTo(kSequenceMax));
}

Frame readRequest(Reader& reader) {
    RequestFrame frame;
    reader.u8(); // the version, which decodeFrame() has looked at
    frame.device = reader.id<DeviceId>();
    const ByteView nonce = reader.raw(frame.nonce.size());
    std::copy(nonce.begin(), nonce.end(), frame.nonce.begin());
    frame.spaces.resize(reader.count(reader.remaining(), SpaceId::kSize + 3));
    for (RequestFrame::Space& space : frame.spaces) {
        space.space = reader.id<SpaceId>();
        space.incarnation = readNumber(reader);
        space.ownHeight = readNumber(reader);
        space.cursor = readCursor(reader);
    }
    const auto notAscending = [](const auto& a, const auto& b) { return a.space >= b.space; };
    if (std::adjacent_find(frame.spaces.begin(), frame.spaces.end(), notAscending) != frame.spaces.end()) reader.fail();
    frame.proof = reader.id<Signature>();
    return frame;
}

std::vector<LogHeight> readHeights(Reader& reader) {
    std::vector<LogHeight> heights(reader.count(reader.remaining(), DeviceId::kSize + 2 + Hash::kSize));
    for (LogHeight& height : heights) {
        height.log.device = reader.id<DeviceId>();
        height.log.incarnation = readNumber(reader);
        height.height.sequence = readNumber(reader);
        height.height.head = reader.id<Hash>();
        if (height.height.sequence == 0) reader.fail(); // an empty log is not named
    }
    const auto notAscending = [](const auto& a, const auto& b) { return a.log >= b.log; };
    if (std::adjacent_find(heights.begin(), heights.end(), notAscending) != heights.end()) reader.fail();
    return heights;
}

std::vector<Hash> readHashes(Reader& reader) {
    std::vector<Hash> hashes(reader.count(reader.remaining(), Hash::kSize));
    for (Hash& hash : hashes)
        hash = reader.id<Hash>();
    if (std::adjacent_find(hashes.begin(), hashes.end(), std::greater_equal<>{}) != hashes.end()) reader.fail();
    return hashes;
}

SpaceId spaceOfSegment(Reader& reader, ByteView segment) {
    if (segment.size() < kSegmentHeaderSize) reader.fail();
    return reader.ok() ? *SpaceId::from(segment.subspan(kSpaceOffset, SpaceId::kSize)) : SpaceId{};
}

template <typename EntryLike>
EntryLike readSegment(Reader& reader, EntryLike entry) {
    entry.kind = EntryKind::Segment;
    entry.bytes = readRest(reader);
    entry.space = spaceOfSegment(reader, entry.bytes);
    return entry;
}

template <typename EntryLike>
EntryLike readOther(Reader& reader, EntryLike entry) {
    entry.kind = readEnum(reader, EntryKind::Membership, EntryKind::Confirmation);
    if (entry.kind == EntryKind::Segment) reader.fail(); // those have a type of their own
    entry.space = reader.id<SpaceId>();
    entry.bytes = readRest(reader);
    return entry;
}

EntryFrame readPosition(Reader& reader) {
    EntryFrame frame;
    frame.position = reader.varintUpTo(kPositionMax);
    if (frame.position == 0) reader.fail();
    return frame;
}

Frame readWant(Reader& reader) {
    WantFrame frame;
    frame.space = reader.id<SpaceId>();
    frame.heights = readHeights(reader);
    frame.others = readHashes(reader);
    return frame;
}

Frame readStatus(Reader& reader) {
    StatusFrame frame;
    frame.space = reader.id<SpaceId>();
    frame.status = readEnum(reader, SpaceStatus::Continues, SpaceStatus::Former);
    const bool follows = frame.status == SpaceStatus::Continues || frame.status == SpaceStatus::Compare;
    if (follows) frame.instance = reader.id<InstanceId>();
    return frame;
}

Frame readOwn(Reader& reader) {
    OwnFrame frame;
    frame.space = reader.id<SpaceId>();
    frame.items.resize(reader.count(reader.remaining(), 2 + Hash::kSize));
    std::uint64_t position = 0;
    for (OwnFrame::Item& item : frame.items) {
        const std::uint64_t step = reader.varintUpTo(kPositionMax - position);
        if (step == 0) reader.fail();
        position += step;
        item = {position, readEnum(reader, EntryKind::Membership, EntryKind::Confirmation), reader.id<Hash>()};
        if (!reader.ok()) break;
    }
    return frame;
}

Frame readRefused(Reader& reader) {
    RefusedFrame frame;
    frame.space = reader.id<SpaceId>();
    frame.entry = reader.id<Hash>();
    frame.reason = readEnum(reader, Refusal::Malformed, Refusal::NoDocuments);
    return frame;
}

Frame readHeightsFrame(Reader& reader) {
    HeightsFrame frame;
    frame.space = reader.id<SpaceId>();
    frame.end = reader.varintUpTo(kPositionMax);
    frame.heights = readHeights(reader);
    frame.others = readHashes(reader);
    return frame;
}

Frame readReceipt(Reader& reader) {
    ReceiptFrame frame;
    frame.space = reader.id<SpaceId>();
    frame.at.position = reader.varintUpTo(kPositionMax);
    frame.at.running = reader.id<Hash>();
    frame.ownHeight = readNumber(reader);
    if (const std::uint8_t hasHead = reader.u8(); hasHead == 1)
        frame.ownHead = reader.id<Hash>();
    else if (hasHead > 1)
        reader.fail();
    frame.signature = reader.id<Signature>();
    return frame;
}

Frame readClaim(Reader& reader) {
    ClaimFrame frame;
    frame.organization = reader.id<OrganizationId>();
    frame.proof = reader.id<Signature>();
    return frame;
}

Frame readClaimed(Reader& reader) {
    ClaimedFrame frame;
    frame.spaces.resize(reader.count(reader.remaining(), SpaceId::kSize));
    for (SpaceId& space : frame.spaces)
        space = reader.id<SpaceId>();
    if (std::ranges::adjacent_find(frame.spaces, std::greater_equal<>{}) != frame.spaces.end()) reader.fail();
    return frame;
}

template <typename DocumentFrame>
Frame readDocument(Reader& reader) {
    DocumentFrame frame;
    read(reader, frame);
    return frame;
}

/// Nothing for a type that does not exist.
std::optional<Frame> readPayload(FrameType type, Reader& reader) {
    switch (type) {
    case FrameType::Request: return readRequest(reader);
    case FrameType::PushSegment: return readSegment(reader, PushFrame{});
    case FrameType::Push: return readOther(reader, PushFrame{});
    case FrameType::Join: return JoinFrame{readRest(reader)};
    case FrameType::Want: return readWant(reader);
    case FrameType::End: return EndFrame{};
    case FrameType::Status: return readStatus(reader);
    case FrameType::Segment: return readSegment(reader, readPosition(reader));
    case FrameType::Entry: return readOther(reader, readPosition(reader));
    case FrameType::Own: return readOwn(reader);
    case FrameType::Refused: return readRefused(reader);
    case FrameType::Heights: return readHeightsFrame(reader);
    case FrameType::Receipt: return readReceipt(reader);
    case FrameType::Claim: return readClaim(reader);
    case FrameType::Claimed: return readClaimed(reader);
    case FrameType::Offer: return readDocument<OfferFrame>(reader);
    case FrameType::Fetch: return readDocument<FetchFrame>(reader);
    case FrameType::Piece: return readDocument<PieceFrame>(reader);
    case FrameType::Have: return readDocument<HaveFrame>(reader);
    case FrameType::Index: return readDocument<IndexFrame>(reader);
    case FrameType::ServedPiece: return readDocument<ServedPieceFrame>(reader);
    case FrameType::Lacking: return readDocument<LackingFrame>(reader);
    case FrameType::Error: return ErrorFrame{readEnum(reader, SessionError::Version, SessionError::TooSlow)};
    }
    return std::nullopt;
}

bool carriesEntry(FrameType type) {
    return type == FrameType::PushSegment || type == FrameType::Push || type == FrameType::Segment ||
           type == FrameType::Entry;
}

} // namespace

Result<Frame, FrameFault> decodeFrame(ByteView body) {
    Reader reader(body);
    const FrameType type{reader.u8()};
    if (!reader.ok()) return Failure{FrameFault::Malformed};
    const bool isForeign = type == FrameType::Request && !reader.atEnd() && reader.rest()[0] != kProtocolVersion;
    if (isForeign) return Failure{FrameFault::UnknownVersion};
    std::optional<Frame> frame = readPayload(type, reader);
    if (!frame) return Failure{FrameFault::UnknownType};
    if (!reader.finished()) return Failure{FrameFault::Malformed};
    return std::move(*frame);
}

void FrameReader::feed(ByteView bytes) {
    m_buffer.erase(m_buffer.begin(), m_buffer.begin() + static_cast<std::ptrdiff_t>(m_used));
    m_used = 0;
    append(m_buffer, bytes);
}

Result<std::optional<Frame>, FrameFault> FrameReader::next() {
    const ByteView here = ByteView(m_buffer).subspan(m_used);
    if (here.size() < kLengthSize) return std::optional<Frame>{};
    const std::size_t size = Reader(here).u32();
    if (size == 0) return Failure{FrameFault::Malformed};
    if (size > std::max(m_limits.dataFrameMax, m_limits.controlFrameMax)) return Failure{FrameFault::TooLarge};
    if (here.size() == kLengthSize) return std::optional<Frame>{};
    const bool isData = carriesEntry(FrameType{here[kLengthSize]});
    if (size > (isData ? m_limits.dataFrameMax : m_limits.controlFrameMax)) return Failure{FrameFault::TooLarge};
    if (here.size() < kLengthSize + size) return std::optional<Frame>{};

    Result<Frame, FrameFault> frame = decodeFrame(here.subspan(kLengthSize, size));
    if (!frame) return Failure{frame.fault()};
    m_used += kLengthSize + size;
    return std::optional<Frame>{std::move(frame).value()};
}

std::optional<std::size_t> FrameReader::unfinishedSize() const {
    const ByteView here = ByteView(m_buffer).subspan(m_used);
    if (here.empty()) return std::nullopt;
    return here.size() < kLengthSize ? kLengthSize : kLengthSize + Reader(here).u32();
}

std::optional<Frame> FrameReader::unfinishedPiece() const {
    const ByteView here = ByteView(m_buffer).subspan(m_used);
    if (here.size() <= kLengthSize) return std::nullopt;
    const FrameType type{here[kLengthSize]};
    if (type != FrameType::Piece && type != FrameType::ServedPiece) return std::nullopt;
    auto frame = decodeFrame(here.subspan(kLengthSize)); // one with fewer bytes at its end is one
    return frame ? std::optional(std::move(frame).value()) : std::nullopt;
}

} // namespace puente
