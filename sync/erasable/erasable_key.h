#pragma once

#include "common/base/result.h"
#include "common/crypto/space_key.h"
#include "sync/erasable/erasable.h"
#include "sync/model/value.h"

#include <span>

namespace puente {

/// A key that can be erased: random, and under it what shall go when it goes. Nothing under server/ may include this
/// header.
class ErasableKey {
public:
    static ErasableKey generate(Entropy& entropy) { return ErasableKey(SpaceKey::generate(entropy)); }
    static ErasableKey fromBytes(ByteView bytes) { return ErasableKey(SpaceKey::fromBytes(bytes)); }

    /// What its name commits to.
    Hash commitment() const { return Hasher(Purpose::ErasableKey, m_key.reveal()).finish(); }

    Bytes seal(ByteView plain, ByteView associated, Entropy& entropy) const {
        return m_key.seal(Purpose::ErasableValue, plain, associated, entropy);
    }
    std::optional<Bytes> open(ByteView sealed, ByteView associated) const {
        return m_key.open(Purpose::ErasableValue, sealed, associated);
    }
    /// The key that seals a document's chunks: derived once for all of them.
    Secret<32> chunkKey() const { return m_key.subkey(Purpose::DocumentChunk); }
    ByteView reveal() const { return m_key.reveal(); }

private:
    explicit ErasableKey(SpaceKey key) : m_key(std::move(key)) {}

    SpaceKey m_key;
};

/// An object that brings `key` to whoever has `epochKey`.
ErasableObject sealErasableKey(const ErasableKey& key, const SpaceId& space, const SpaceKey& epochKey,
                               const SigningKey& maker, Entropy& entropy);
/// The key, if this epoch key opens the object and it is the one that the object's name commits to.
std::optional<ErasableKey> openErasableKey(const ErasableObject& object, const SpaceKey& epochKey);

/// The kind of a sealed value among all values: merging keeps it as it came, and never sees what is in it.
inline constexpr std::uint8_t kSealedValueKind = 16;

/// Where a sealed value belongs. It opens nowhere else.
struct SealedPlace {
    SpaceId space;
    ErasableId key;
    std::uint32_t field = 0;
};

enum class SealedValueFault {
    NotSealed,  ///< a value of another kind
    AnotherKey, ///< sealed under another key than this one
    Damaged,    ///< it does not open, or belongs to another place
    Unreadable, ///< it opens, and holds what this version does not know, or a record that is not here
};

/// Seals a value; `logs` are the replica's, since a reference names its record by the log's number there. Nothing for
/// what cannot be sealed: a value of an unknown kind, or a record that is not written yet.
std::optional<Opaque> sealValue(const ErasableKey& key, const SealedPlace& place, const Value& value,
                                std::span<const LogId> logs, Entropy& entropy);
Result<Value, SealedValueFault> openValue(const ErasableKey& key, const SealedPlace& place, const Opaque& sealed,
                                          std::span<const LogId> logs);
/// Which key a sealed value needs; nothing for any other value.
std::optional<ErasableId> keyOfSealed(const Opaque& value);

} // namespace puente
