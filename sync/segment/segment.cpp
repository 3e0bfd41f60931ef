#include "sync/segment/segment.h"

#include "common/crypto/hash.h"

namespace puente {

namespace {

constexpr std::size_t kSealOverhead = 24 + 16;
static_assert(kSegmentOverhead == 234, "docs/formats/segment.md promises this");

ByteView sealedOf(ByteView wire) {
    return wire.subspan(kSegmentHeaderSize, wire.size() - kSegmentHeaderSize - Signature::kSize);
}

Hash contentOf(ByteView wire) {
    return hashOf(Purpose::SegmentContent, sealedOf(wire));
}

} // namespace

Hash segmentHash(ByteView wire) {
    if (wire.size() < kSegmentOverhead) return hashOf(Purpose::SegmentHash, wire);
    Bytes named = segmentMessage(wire.first(kSegmentHeaderSize), contentOf(wire));
    append(named, wire.last(Signature::kSize));
    return hashOf(Purpose::SegmentHash, named);
}

Result<Segment, SegmentFault> Segment::parse(Bytes wire) {
    if (wire.size() > kSegmentSizeMax) return Failure{SegmentFault::TooLarge};
    if (wire.empty()) return Failure{SegmentFault::Truncated};
    if (wire[0] != kSegmentVersion) return Failure{SegmentFault::UnknownVersion};
    if (wire.size() < kSegmentOverhead) return Failure{SegmentFault::Truncated};
    const auto header = decodeHeader(ByteView(wire).first(kSegmentHeaderSize));
    if (!header) return Failure{SegmentFault::Malformed};
    const std::size_t promised = kSegmentOverhead + header->paddedSize;
    if (wire.size() < promised) return Failure{SegmentFault::Truncated};
    if (wire.size() > promised) return Failure{SegmentFault::Malformed};
    Segment segment;
    segment.m_signed = {.header = *header,
                        .content = contentOf(wire),
                        .signature = *Signature::from(ByteView(wire).last(Signature::kSize))};
    if (!segment.m_signed.isAuthentic()) return Failure{SegmentFault::NotAuthentic};
    segment.m_hash = segment.m_signed.hash();
    segment.m_wire = std::move(wire);
    return segment;
}

Segment Segment::sign(const SegmentHeader& header, ByteView sealed, const SigningKey& signer) {
    expects(header.isWellFormed() && sealed.size() == header.paddedSize + kSealOverhead);
    expects(signer.publicId<DeviceId>() == header.log.device);
    Segment segment;
    segment.m_wire = encodeHeader(header);
    segment.m_signed = {.header = header, .content = hashOf(Purpose::SegmentContent, sealed), .signature = {}};
    segment.m_signed.signature =
        signer.sign(Purpose::Segment, segmentMessage(segment.m_wire, segment.m_signed.content));
    append(segment.m_wire, sealed);
    append(segment.m_wire, segment.m_signed.signature.view());
    expects(segment.m_wire.size() <= kSegmentSizeMax);
    segment.m_hash = segment.m_signed.hash();
    return segment;
}

ByteView Segment::sealed() const {
    return sealedOf(m_wire);
}

} // namespace puente
