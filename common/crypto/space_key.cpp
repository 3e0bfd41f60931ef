#include "common/crypto/space_key.h"

#include "common/base/expects.h"
#include "common/crypto/aead.h"

#include <cstring>

namespace puente {

SpaceKey SpaceKey::generate(Entropy& entropy) {
    SpaceKey key;
    entropy.fill(key.m_key.writable());
    return key;
}

SpaceKey SpaceKey::fromBytes(ByteView bytes) {
    expects(bytes.size() == 32);
    SpaceKey key;
    std::memcpy(key.m_key.writable().data(), bytes.data(), bytes.size());
    return key;
}

KeyId SpaceKey::idFor(const SpaceId& space, ByteView author) const {
    const Hash hash = Hasher(Purpose::KeyId, m_key.reveal()).add(space.view()).add(author).finish();
    return *KeyId::from(hash.view());
}

Hash SpaceKey::commitment() const {
    return Hasher(Purpose::EpochKey, m_key.reveal()).finish();
}

Secret<32> SpaceKey::subkey(Purpose purpose) const {
    Hash derived = Hasher(purpose, m_key.reveal()).finish();
    Secret<32> subkey;
    std::memcpy(subkey.writable().data(), derived.bytes.data(), derived.bytes.size());
    wipe(derived.bytes);
    return subkey;
}

Bytes SpaceKey::seal(Purpose purpose, ByteView plain, ByteView associated, Entropy& entropy) const {
    return aeadSeal(subkey(purpose).reveal(), plain, associated, entropy);
}

std::optional<Bytes> SpaceKey::open(Purpose purpose, ByteView sealed, ByteView associated) const {
    return aeadOpen(subkey(purpose).reveal(), sealed, associated);
}

} // namespace puente
