#pragma once

#include "common/crypto/identity.h"
#include "sync/model/dot.h"

#include <optional>

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

    /// True for a header that a segment could have been made with.
    bool isWellFormed() const;
    friend bool operator==(const SegmentHeader&, const SegmentHeader&) = default;
};

inline constexpr std::uint8_t kSegmentVersion = 1;
inline constexpr std::size_t kSegmentHeaderSize = 1 + 16 + 32 + 4 + 4 + 4 + 32 + 32 + 1 + 4;
inline constexpr std::size_t kSignedHeaderSize = kSegmentHeaderSize + 32 + 64;
inline constexpr std::uint32_t kSegmentChangeSetsMax = 256; ///< a device seals at the latest then

/// The header's bytes, as they are signed and authenticated.
Bytes encodeHeader(const SegmentHeader& header);
/// Accepts what encodeHeader() makes of a well-formed header of this version.
std::optional<SegmentHeader> decodeHeader(ByteView bytes);

/// What its author signed of a segment: the header, and a hash of what is sealed. It proves that the segment was
/// written without showing it, so that two of them prove a fork. docs/formats/segment.md.
struct SignedHeader {
    SegmentHeader header;
    Hash content; ///< of the sealed bytes, Purpose::SegmentContent
    Signature signature;

    bool isAuthentic() const;
    /// Names the segment: what the next one of its log holds as `previous`.
    Hash hash() const;

    /// kSignedHeaderSize bytes.
    Bytes encode() const;
    static std::optional<SignedHeader> decode(ByteView bytes);

    friend bool operator==(const SignedHeader&, const SignedHeader&) = default;
};

/// What the author of a segment signs.
Bytes segmentMessage(ByteView header, const Hash& content);

} // namespace puente
