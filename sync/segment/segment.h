#pragma once

#include "common/base/result.h"
#include "sync/segment/signed_header.h"

namespace puente {

inline constexpr std::size_t kSegmentOverhead = kSegmentHeaderSize + 24 + 16 + 64;
inline constexpr std::size_t kSegmentSizeMax = 4 * 1024 * 1024;
inline constexpr std::size_t kSegmentPlainSizeMax = 256 * 1024; ///< of change sets: a device seals at the latest then

enum class SegmentFault { TooLarge, Truncated, UnknownVersion, Malformed, NotAuthentic };

/// A run of one device's change sets, sealed and signed: the unit that travels and is stored. Needs no content key,
/// so the server uses it too. Layout, limits and vectors: docs/formats/segment.md.
class Segment {
public:
    /// Accepts what is shaped like a segment and signed by the device it names. Whether that device may write in
    /// that space, and whether the chain holds, is for the caller.
    static Result<Segment, SegmentFault> parse(Bytes wire);

    /// Signs a header and what was sealed under it.
    static Segment sign(const SegmentHeader& header, ByteView sealed, const SigningKey& signer);

    const SegmentHeader& header() const { return m_signed.header; }
    /// What of it its author signed.
    const SignedHeader& signedHeader() const { return m_signed; }
    /// Names it, whatever is sealed in it and by whom: what the next segment of its log names.
    const Hash& hash() const { return m_hash; }
    ByteView wire() const { return m_wire; }
    ByteView headerBytes() const { return ByteView(m_wire).first(kSegmentHeaderSize); }
    ByteView sealed() const;

private:
    Segment() = default;

    Bytes m_wire;
    SignedHeader m_signed;
    Hash m_hash;
};

/// The hash of a segment's bytes, be they authentic or not: Segment::hash() of those that are.
Hash segmentHash(ByteView wire);

} // namespace puente
