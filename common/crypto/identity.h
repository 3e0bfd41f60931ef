#pragma once

#include "common/base/entropy.h"
#include "common/base/ids.h"
#include "common/crypto/hash.h"
#include "common/crypto/secret.h"

#include <optional>

namespace puente {

/// An Ed25519 key pair that signs for one device, organisation root, invite or server.
///
/// What is signed is always the purpose's label (its length first) and the exact bytes.
class SigningKey {
public:
    static SigningKey generate(Entropy& entropy);
    /// The key pair that grows from these 32 secret bytes.
    static SigningKey fromSeed(ByteView seed);

    /// The public key, as the kind of id the caller's key stands for.
    template <typename IdType>
    IdType publicId() const {
        return *IdType::from(m_public);
    }
    Signature sign(Purpose purpose, ByteView message) const;

    /// The 32 bytes to keep; whoever has them is this signer.
    ByteView revealSeed() const { return m_secret.reveal().first(32); }

private:
    SigningKey() = default;

    Secret<64> m_secret; // libsodium's form: seed, then public key
    std::array<std::uint8_t, 32> m_public{};
};

/// True when the owner of `signer` signed exactly `message` for this purpose.
bool verify(ByteView signer, Purpose purpose, ByteView message, const Signature& signature);

template <std::size_t Size, typename Tag>
bool verify(const Id<Tag, Size>& signer, Purpose purpose, ByteView message, const Signature& signature) {
    return verify(signer.view(), purpose, message, signature);
}

/// An X25519 key pair that opens what was sealed to it (libsodium's sealed boxes).
class SealingKey {
public:
    static SealingKey generate(Entropy& entropy);
    static SealingKey fromSeed(ByteView seed);

    const SealingId& publicId() const { return m_public; }
    /// What was sealed to this key; nothing if it was not, or was altered.
    std::optional<Bytes> open(ByteView sealed) const;

    ByteView revealSeed() const { return m_seed.reveal(); }

private:
    SealingKey() = default;

    Secret<32> m_seed;
    Secret<32> m_secret;
    SealingId m_public;
};

inline constexpr std::size_t kSealedBoxOverhead = 48;

/// Seals `plain` so that only the owner of `recipient` can open it; nobody can tell who sealed it.
/// The ephemeral key is drawn from `entropy`, so that a simulation repeats byte for byte.
Bytes sealTo(const SealingId& recipient, ByteView plain, Entropy& entropy);

} // namespace puente
