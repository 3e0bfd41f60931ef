#include "sync/store/store.h"

#include "common/crypto/hash.h"

namespace puente {

Hash runningHash(const Hash& soFar, EntryKind kind, const Hash& entry) {
    const std::uint8_t kindByte = static_cast<std::uint8_t>(kind);
    return Hasher(Purpose::SpaceLog).add(soFar.view()).add(ByteView(&kindByte, 1)).add(entry.view()).finish();
}

} // namespace puente
