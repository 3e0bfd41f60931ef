#pragma once

#include "common/codec/writer.h"
#include "sync/membership/key_object.h"
#include "sync/segment/segment.h"
#include "sync/store/store.h"

#include <string_view>

namespace puente::bundle_format {

/// The constants of docs/formats/bundle.md.

inline constexpr std::string_view kMagic = "PUENTEB1"; ///< the last character is the version
inline constexpr std::size_t kHeaderSize = 8 + DeviceId::kSize + 2;
inline constexpr std::size_t kFrameHeadSize = 1 + 4;
inline constexpr std::size_t kTrailerSize = 8 + 8 + Hash::kSize + Signature::kSize;
static_assert(kHeaderSize == 42 && kTrailerSize == 112, "docs/formats/bundle.md promises this");

/// The first three are EntryKind's.
enum class FrameType : std::uint8_t {
    Membership = 1,
    KeyObject = 2,
    Segment = 3,
    JoinRequest = 4,
    Space = 5,
    Trailer = 6
};

/// What the exporter signs (Purpose::Bundle): itself, and what all bytes before the trailer's frame amount to.
inline Bytes trailerMessage(const DeviceId& exporter, std::uint64_t entries, std::uint64_t size, const Hash& hash) {
    Writer writer;
    writer.id(exporter);
    writer.u64(entries);
    writer.u64(size);
    writer.id(hash);
    return writer.take();
}

} // namespace puente::bundle_format
