#include "sync/store/store.h"

#include "common/base/expects.h"
#include "common/crypto/hash.h"
#include "sync/erasable/erasable.h"
#include "sync/segment/segment.h"

namespace puente {

Hash runningHash(const Hash& soFar, EntryKind kind, const Hash& entry) {
    const std::uint8_t kindByte = static_cast<std::uint8_t>(kind);
    return Hasher(Purpose::SpaceLog).add(soFar.view()).add(ByteView(&kindByte, 1)).add(entry.view()).finish();
}

Hash entryHash(EntryKind kind, ByteView bytes) {
    switch (kind) {
    case EntryKind::Membership: return hashOf(Purpose::MembershipHash, bytes);
    case EntryKind::KeyObject: return hashOf(Purpose::KeyObject, bytes);
    case EntryKind::Segment: return segmentHash(bytes);
    case EntryKind::Erasable: return ErasableName::hashIn(bytes);
    case EntryKind::Erasure: return hashOf(Purpose::Erasure, bytes);
    case EntryKind::Confirmation: return hashOf(Purpose::ErasureConfirmation, bytes);
    }
    contractBroken();
}

} // namespace puente
