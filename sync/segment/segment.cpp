#include "sync/segment/segment.h"

#include "common/codec/reader.h"
#include "common/codec/writer.h"
#include "common/crypto/hash.h"
#include "common/crypto/padding.h"

namespace puente {

namespace {

constexpr std::size_t kSealOverhead = 24 + 16;
static_assert(kSegmentHeaderSize == 130, "docs/formats/segment.md promises this");
static_assert(kSegmentOverhead == 234, "docs/formats/segment.md promises this");

SegmentHeader readHeader(Reader& reader) {
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
    return header;
}

/// True for a header that sign() could have been given.
bool isWellFormed(const SegmentHeader& header) {
    const bool counts =
        header.first >= 1 && header.last >= header.first && header.last - header.first < kSegmentChangeSetsMax;
    const bool follows = (header.first == 1) == header.previous.isZero();
    return counts && follows && header.paddedSize == paddedSize(header.paddedSize);
}

} // namespace

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

Result<Segment, SegmentFault> Segment::parse(Bytes wire) {
    if (wire.size() > kSegmentSizeMax) return Failure{SegmentFault::TooLarge};
    if (wire.empty()) return Failure{SegmentFault::Truncated};
    if (wire[0] != kSegmentVersion) return Failure{SegmentFault::UnknownVersion};
    if (wire.size() < kSegmentOverhead) return Failure{SegmentFault::Truncated};
    Segment segment;
    segment.m_wire = std::move(wire);
    Reader reader(ByteView(segment.m_wire).subspan(1));
    segment.m_header = readHeader(reader);
    const std::size_t promised = kSegmentOverhead + segment.m_header.paddedSize;
    if (segment.m_wire.size() < promised) return Failure{SegmentFault::Truncated};
    if (segment.m_wire.size() > promised || !isWellFormed(segment.m_header)) return Failure{SegmentFault::Malformed};
    const ByteView all = segment.m_wire;
    const auto signature = Signature::from(all.last(Signature::kSize));
    if (!verify(segment.m_header.log.device, Purpose::Segment, all.first(all.size() - Signature::kSize), *signature))
        return Failure{SegmentFault::NotAuthentic};
    segment.m_hash = hashOf(Purpose::SegmentHash, all);
    return segment;
}

Segment Segment::sign(const SegmentHeader& header, ByteView sealed, const SigningKey& signer) {
    expects(isWellFormed(header) && sealed.size() == header.paddedSize + kSealOverhead);
    expects(signer.publicId<DeviceId>() == header.log.device);
    Segment segment;
    segment.m_header = header;
    segment.m_wire = encodeHeader(header);
    append(segment.m_wire, sealed);
    append(segment.m_wire, signer.sign(Purpose::Segment, segment.m_wire).view());
    expects(segment.m_wire.size() <= kSegmentSizeMax);
    segment.m_hash = hashOf(Purpose::SegmentHash, segment.m_wire);
    return segment;
}

ByteView Segment::sealed() const {
    const ByteView all = m_wire;
    return all.subspan(kSegmentHeaderSize, all.size() - kSegmentHeaderSize - Signature::kSize);
}

} // namespace puente
