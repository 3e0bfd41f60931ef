#pragma once

#include "common/base/entropy.h"
#include "common/base/ids.h"
#include "common/crypto/hash.h"
#include "common/crypto/secret.h"

#include <optional>

namespace puente {

inline constexpr std::size_t kNonceSize = 24;
inline constexpr std::size_t kTagSize = 16;

/// The content key of one epoch of a space. Nothing under server/ may include this header.
class SpaceKey {
public:
    static SpaceKey generate(Entropy& entropy);
    static SpaceKey fromBytes(ByteView bytes);

    /// Which key sealed what `author` sealed in `space`: BLAKE2b keyed with this key, so it commits to the
    /// key and tells an onlooker nothing about which authors share one.
    KeyId idFor(const SpaceId& space, ByteView author) const;
    /// Names this key in the membership record that begins its epoch, so that nobody is handed another one.
    Hash commitment() const;

    /// XChaCha20-Poly1305 under a subkey for `purpose`: nonce, ciphertext, tag.
    Bytes seal(Purpose purpose, ByteView plain, ByteView associated, Entropy& entropy) const;
    /// What seal() was given; nothing if any byte of it, or of what is associated, is another.
    std::optional<Bytes> open(Purpose purpose, ByteView sealed, ByteView associated) const;

    /// The key that seals for this purpose, for whoever seals much with it.
    Secret<32> subkey(Purpose purpose) const;

    ByteView reveal() const { return m_key.reveal(); }

private:
    SpaceKey() = default;

    Secret<32> m_key;
};

} // namespace puente
