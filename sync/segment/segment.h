#pragma once

#include "common/base/result.h"
#include "common/crypto/identity.h"
#include "sync/model/dot.h"

namespace puente {

/// What a segment says in the clear: all that the server needs, and all that it learns.
struct SegmentHeader {
    SpaceId space;
    LogId log;
    std::uint32_t first = 0; ///< of its change sets
    std::uint32_t last = 0;
    Hash previous; ///< the segment before it in its log; zero for the first
    KeyId key;
    std::uint8_t dictionary = 0;
    std::uint32_t paddedSize = 0; ///< of the plaintext: what is sealed is 40 bytes more

    friend bool operator==(const SegmentHeader&, const SegmentHeader&) = default;
};

inline constexpr std::uint8_t kSegmentVersion = 1;
inline constexpr std::size_t kSegmentHeaderSize = 1 + 16 + 32 + 4 + 4 + 4 + 32 + 32 + 1 + 4;
inline constexpr std::size_t kSegmentOverhead = kSegmentHeaderSize + 24 + 16 + 64;
inline constexpr std::size_t kSegmentSizeMax = 4 * 1024 * 1024;
inline constexpr std::uint32_t kSegmentChangeSetsMax = 256;     ///< a device seals at the latest then
inline constexpr std::size_t kSegmentPlainSizeMax = 256 * 1024; ///< or at this many bytes of change sets

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

    const SegmentHeader& header() const { return m_header; }
    /// The hash of all its bytes, signature included: what the next segment of its log names.
    const Hash& hash() const { return m_hash; }
    ByteView wire() const { return m_wire; }
    ByteView headerBytes() const { return ByteView(m_wire).first(kSegmentHeaderSize); }
    ByteView sealed() const;

private:
    Segment() = default;

    Bytes m_wire;
    SegmentHeader m_header;
    Hash m_hash;
};

/// The header's bytes, as they are signed and authenticated.
Bytes encodeHeader(const SegmentHeader& header);

} // namespace puente
