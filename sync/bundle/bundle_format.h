#pragma once

#include "common/base/expects.h"
#include "common/codec/writer.h"
#include "sync/erasable/erasable.h"
#include "sync/membership/key_object.h"
#include "sync/segment/segment.h"
#include "sync/store/store.h"

#include <optional>
#include <string_view>

namespace puente::bundle_format {

/// The constants of docs/formats/bundle.md.

inline constexpr std::string_view kMagic = "PUENTEB"; ///< then the version, one character
inline constexpr char kVersionPlain = '1';            ///< without anything that can be erased
inline constexpr char kVersionErasable = '2';
inline constexpr std::size_t kHeaderSize = 8 + DeviceId::kSize + 2;
inline constexpr std::size_t kFrameHeadSize = 1 + 4;
inline constexpr std::size_t kTrailerSize = 8 + 8 + Hash::kSize + Signature::kSize;
static_assert(kHeaderSize == 42 && kTrailerSize == 112, "docs/formats/bundle.md promises this");

enum class BundleFrame : std::uint8_t {
    Membership = 1,
    KeyObject = 2,
    Segment = 3,
    JoinRequest = 4,
    Space = 5,
    Trailer = 6,
    Erasable = 7,
    Erasure = 8,
    Confirmation = 9,
};

inline BundleFrame frameTypeOf(EntryKind kind) {
    switch (kind) {
    case EntryKind::Membership: return BundleFrame::Membership;
    case EntryKind::KeyObject: return BundleFrame::KeyObject;
    case EntryKind::Segment: return BundleFrame::Segment;
    case EntryKind::Erasable: return BundleFrame::Erasable;
    case EntryKind::Erasure: return BundleFrame::Erasure;
    case EntryKind::Confirmation: return BundleFrame::Confirmation;
    }
    contractBroken();
}

/// Nothing for what is no entry, or no replica's business.
inline std::optional<EntryKind> entryKindOf(BundleFrame type) {
    for (const EntryKind kind : {EntryKind::Membership, EntryKind::KeyObject, EntryKind::Segment, EntryKind::Erasable,
                                 EntryKind::Erasure, EntryKind::Confirmation})
        if (frameTypeOf(kind) == type) return kind;
    return std::nullopt;
}

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
