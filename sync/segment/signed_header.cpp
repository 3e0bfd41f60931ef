#include "sync/segment/signed_header.h"

#include "common/codec/reader.h"
#include "common/codec/writer.h"
#include "common/crypto/hash.h"
#include "common/crypto/padding.h"

namespace puente {

static_assert(kSegmentHeaderSize == 130, "docs/formats/segment.md promises this");
static_assert(kSignedHeaderSize == 226, "docs/formats/segment.md promises this");

bool SegmentHeader::isWellFormed() const {
    const bool counts = first >= 1 && last >= first && last - first < kSegmentChangeSetsMax;
    const bool follows = (first == 1) == previous.isZero();
    return counts && follows && paddedSize == puente::paddedSize(paddedSize);
}

Bytes encodeHeader(const SegmentHeader& header) {
    Writer writer;
    writer.u8(kSegmentVersion);
    writer.id(header.space);
    writer.id(header.log.device);
    writer.u32(header.log.incarnation);
    writer.u32(header.first);
    writer.u32(header.last);
    writer.id(header.previous);
    writer.id(header.key);
    writer.u8(header.dictionary);
    writer.u32(header.paddedSize);
    return writer.take();
}

std::optional<SegmentHeader> decodeHeader(ByteView bytes) {
    Reader reader(bytes);
    if (reader.u8() != kSegmentVersion) return std::nullopt;
    SegmentHeader header;
    header.space = reader.id<SpaceId>();
    header.log.device = reader.id<DeviceId>();
    header.log.incarnation = reader.u32();
    header.first = reader.u32();
    header.last = reader.u32();
    header.previous = reader.id<Hash>();
    header.key = reader.id<KeyId>();
    header.dictionary = reader.u8();
    header.paddedSize = reader.u32();
    if (!reader.finished() || !header.isWellFormed()) return std::nullopt;
    return header;
}

Bytes segmentMessage(ByteView header, const Hash& content) {
    Bytes message(header.begin(), header.end());
    append(message, content.view());
    return message;
}

bool SignedHeader::isAuthentic() const {
    return verify(header.log.device, Purpose::Segment, segmentMessage(encodeHeader(header), content), signature);
}

Hash SignedHeader::hash() const {
    return hashOf(Purpose::SegmentHash, encode());
}

Bytes SignedHeader::encode() const {
    Bytes bytes = segmentMessage(encodeHeader(header), content);
    append(bytes, signature.view());
    return bytes;
}

std::optional<SignedHeader> SignedHeader::decode(ByteView bytes) {
    if (bytes.size() != kSignedHeaderSize) return std::nullopt;
    const auto header = decodeHeader(bytes.first(kSegmentHeaderSize));
    if (!header) return std::nullopt;
    Reader reader(bytes.subspan(kSegmentHeaderSize));
    SignedHeader made{.header = *header, .content = {}, .signature = {}};
    made.content = reader.id<Hash>();
    made.signature = reader.id<Signature>();
    return made;
}

} // namespace puente
