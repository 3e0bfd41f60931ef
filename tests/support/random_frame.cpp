#include "tests/support/random_frame.h"

#include "sync/segment/segment.h"

#include <algorithm>
#include <set>

namespace puente::test {

namespace {

Bytes anyBytes(Prng& prng, std::size_t size) {
    Bytes bytes(size);
    for (std::uint8_t& byte : bytes)
        byte = static_cast<std::uint8_t>(prng.next());
    return bytes;
}

template <typename IdType>
IdType anyId(Prng& prng) {
    return *IdType::from(anyBytes(prng, IdType::kSize));
}

/// Small and large ones alike: each length of a varint is as likely as another.
std::uint64_t anyNumber(Prng& prng, unsigned bitsMax) {
    return prng.next() >> (64 - bitsMax) >> prng.below(bitsMax);
}
std::uint32_t anyNumber32(Prng& prng) {
    return static_cast<std::uint32_t>(anyNumber(prng, 32));
}

std::vector<Hash> anyHashes(Prng& prng) {
    std::set<Hash> hashes;
    for (std::size_t i = prng.below(5); i > 0; --i)
        hashes.insert(anyId<Hash>(prng));
    return {hashes.begin(), hashes.end()};
}

std::vector<LogHeight> anyHeights(Prng& prng) {
    std::vector<LogHeight> heights;
    for (const Hash& device : anyHashes(prng))
        for (std::uint32_t incarnation = 1; incarnation <= 1 + prng.below(2); ++incarnation)
            heights.push_back(
                {{*DeviceId::from(device.view()), incarnation}, {std::max(1U, anyNumber32(prng)), anyId<Hash>(prng)}});
    std::ranges::sort(heights);
    const auto sameLog = [](const LogHeight& a, const LogHeight& b) { return a.log == b.log; };
    heights.erase(std::unique(heights.begin(), heights.end(), sameLog), heights.end());
    return heights;
}

WireCursor anyCursor(Prng& prng) {
    WireCursor cursor;
    cursor.at.position = prng.chance(30) ? 0 : anyNumber(prng, 40);
    if (cursor.at.position == 0) return cursor;
    cursor.instance = anyId<InstanceId>(prng);
    cursor.at.running = anyId<Hash>(prng);
    return cursor;
}

std::vector<SpaceId> anySpaces(Prng& prng) {
    std::set<SpaceId> spaces;
    for (std::size_t i = prng.below(4); i > 0; --i)
        spaces.insert(anyId<SpaceId>(prng));
    return {spaces.begin(), spaces.end()};
}

Frame anyRequest(Prng& prng) {
    RequestFrame frame;
    frame.device = anyId<DeviceId>(prng);
    std::ranges::copy(anyBytes(prng, frame.nonce.size()), frame.nonce.begin());
    for (const SpaceId& space : anySpaces(prng))
        frame.spaces.push_back({space, anyNumber32(prng), anyNumber32(prng), anyCursor(prng)});
    frame.proof = anyId<Signature>(prng);
    return frame;
}

template <typename EntryLike>
EntryLike anySegment(Prng& prng, EntryLike entry) {
    entry.kind = EntryKind::Segment;
    entry.bytes = anyBytes(prng, kSegmentHeaderSize + prng.below(300));
    entry.space = *SpaceId::from(ByteView(entry.bytes).subspan(1, SpaceId::kSize));
    return entry;
}

template <typename EntryLike>
EntryLike anyOther(Prng& prng, EntryLike entry) {
    entry.kind = kOtherKinds[prng.below(kOtherKinds.size())];
    entry.space = anyId<SpaceId>(prng);
    entry.bytes = anyBytes(prng, prng.below(300));
    return entry;
}

EntryFrame anyPosition(Prng& prng) {
    EntryFrame frame;
    frame.position = 1 + anyNumber(prng, 40);
    return frame;
}

Frame anyStatus(Prng& prng) {
    StatusFrame frame{anyId<SpaceId>(prng), SpaceStatus(1 + prng.below(4)), {}};
    if (frame.status == SpaceStatus::Continues || frame.status == SpaceStatus::Compare)
        frame.instance = anyId<InstanceId>(prng);
    return frame;
}

Frame anyMarks(Prng& prng) {
    OwnFrame frame{anyId<SpaceId>(prng), {}};
    std::uint64_t position = 0;
    for (std::size_t i = prng.below(5); i > 0; --i) {
        position += 1 + anyNumber(prng, 30);
        frame.items.push_back({position, EntryKind(1 + prng.below(6)), anyId<Hash>(prng)});
    }
    return frame;
}

Frame anyReceipt(Prng& prng) {
    ReceiptFrame frame;
    frame.space = anyId<SpaceId>(prng);
    frame.at = {anyNumber(prng, 40), anyId<Hash>(prng)};
    frame.ownHeight = anyNumber32(prng);
    if (prng.chance(50)) frame.ownHead = anyId<Hash>(prng);
    frame.signature = anyId<Signature>(prng);
    return frame;
}

std::vector<DocumentSpan> anySpans(Prng& prng) {
    std::vector<DocumentSpan> spans;
    std::uint64_t end = 0;
    for (std::size_t i = prng.below(5); i > 0; --i) {
        const std::uint64_t begin = end + 1 + anyNumber(prng, 30);
        end = begin + 1 + anyNumber(prng, 30);
        spans.push_back({begin, end});
    }
    return spans;
}

Frame anyLacking(Prng& prng) {
    LackingFrame frame{anyId<SpaceId>(prng), anyId<DocumentId>(prng), prng.chance(50), {}};
    if (!frame.isUnknown) frame.spans = anySpans(prng);
    return frame;
}

} // namespace

Frame anyFrame(Prng& prng, std::size_t number) {
    switch (number % kFrameTypeCount) {
    case 0: return anyRequest(prng);
    case 1: return anySegment(prng, PushFrame{});
    case 2: return anyOther(prng, PushFrame{});
    case 3: return JoinFrame{anyBytes(prng, prng.below(300))};
    case 4: return WantFrame{anyId<SpaceId>(prng), anyHeights(prng), anyHashes(prng)};
    case 5: return EndFrame{};
    case 6: return anyStatus(prng);
    case 7: return anySegment(prng, anyPosition(prng));
    case 8: return anyOther(prng, anyPosition(prng));
    case 9: return anyMarks(prng);
    case 10: return RefusedFrame{anyId<SpaceId>(prng), anyId<Hash>(prng), Refusal(1 + prng.below(12))};
    case 11: return HeightsFrame{anyId<SpaceId>(prng), anyNumber(prng, 40), anyHeights(prng), anyHashes(prng)};
    case 12: return anyReceipt(prng);
    case 13: return ErrorFrame{SessionError(1 + prng.below(8))};
    case 14: return ClaimFrame{anyId<OrganizationId>(prng), anyId<Signature>(prng)};
    case 15: return ClaimedFrame{anySpaces(prng)};
    case 16: return OfferFrame{anyId<SpaceId>(prng), anyId<DocumentId>(prng), anyBytes(prng, prng.below(300))};
    case 17: return FetchFrame{anyId<SpaceId>(prng), anyId<DocumentId>(prng), prng.chance(50), anySpans(prng)};
    case 18: return PieceFrame{anyNumber32(prng), anyNumber(prng, 40), anyBytes(prng, 1 + prng.below(300))};
    case 19: return HaveFrame{anyId<SpaceId>(prng), anyId<DocumentId>(prng), anySpans(prng)};
    case 20: return IndexFrame{anyId<SpaceId>(prng), anyBytes(prng, prng.below(300))};
    case 21: return ServedPieceFrame{anyNumber32(prng), anyNumber(prng, 40), anyBytes(prng, 1 + prng.below(300))};
    default: return anyLacking(prng);
    }
}

} // namespace puente::test
