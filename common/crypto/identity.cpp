#include "common/crypto/identity.h"

#include "common/base/expects.h"

#include <cstring>

#include <sodium.h>

namespace puente {

namespace {

/// The bytes that are really signed.
Bytes inContext(Purpose purpose, ByteView message) {
    const std::string_view label = labelOf(purpose);
    Bytes bytes;
    bytes.reserve(1 + label.size() + message.size());
    bytes.push_back(static_cast<std::uint8_t>(label.size()));
    append(bytes, bytesOf(label));
    append(bytes, message);
    return bytes;
}

/// The nonce of a sealed box, as libsodium's crypto_box_seal() computes it.
std::array<std::uint8_t, crypto_box_NONCEBYTES> sealedBoxNonce(ByteView ephemeral, ByteView recipient) {
    std::array<std::uint8_t, crypto_box_NONCEBYTES> nonce{};
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, nonce.size());
    crypto_generichash_update(&state, ephemeral.data(), ephemeral.size());
    crypto_generichash_update(&state, recipient.data(), recipient.size());
    crypto_generichash_final(&state, nonce.data(), nonce.size());
    return nonce;
}

} // namespace

SigningKey SigningKey::generate(Entropy& entropy) {
    Secret<32> seed;
    entropy.fill(seed.writable());
    return fromSeed(seed.reveal());
}

SigningKey SigningKey::fromSeed(ByteView seed) {
    expects(seed.size() == crypto_sign_SEEDBYTES);
    SigningKey key;
    crypto_sign_seed_keypair(key.m_public.data(), key.m_secret.writable().data(), seed.data());
    return key;
}

Signature SigningKey::sign(Purpose purpose, ByteView message) const {
    const Bytes signedBytes = inContext(purpose, message);
    Signature signature;
    crypto_sign_detached(signature.bytes.data(), nullptr, signedBytes.data(), signedBytes.size(),
                         m_secret.reveal().data());
    return signature;
}

bool verify(ByteView signer, Purpose purpose, ByteView message, const Signature& signature) {
    if (signer.size() != crypto_sign_PUBLICKEYBYTES) return false;
    const Bytes signedBytes = inContext(purpose, message);
    return crypto_sign_verify_detached(signature.bytes.data(), signedBytes.data(), signedBytes.size(), signer.data()) ==
           0;
}

SealingKey SealingKey::generate(Entropy& entropy) {
    Secret<32> seed;
    entropy.fill(seed.writable());
    return fromSeed(seed.reveal());
}

SealingKey SealingKey::fromSeed(ByteView seed) {
    expects(seed.size() == crypto_box_SEEDBYTES);
    SealingKey key;
    std::memcpy(key.m_seed.writable().data(), seed.data(), seed.size());
    crypto_box_seed_keypair(key.m_public.bytes.data(), key.m_secret.writable().data(), seed.data());
    return key;
}

std::optional<Bytes> SealingKey::open(ByteView sealed) const {
    if (sealed.size() < kSealedBoxOverhead) return std::nullopt;
    Bytes plain(sealed.size() - kSealedBoxOverhead);
    const int opened = crypto_box_seal_open(plain.data(), sealed.data(), sealed.size(), m_public.bytes.data(),
                                            m_secret.reveal().data());
    if (opened != 0) return std::nullopt;
    return plain;
}

Bytes sealTo(const SealingId& recipient, ByteView plain, Entropy& entropy) {
    static_assert(kSealedBoxOverhead == crypto_box_SEALBYTES);
    const SealingKey ephemeral = SealingKey::generate(entropy);
    Secret<32> ephemeralSecret;
    Bytes sealed(kSealedBoxOverhead + plain.size());
    std::memcpy(sealed.data(), ephemeral.publicId().bytes.data(), SealingId::kSize);
    std::array<std::uint8_t, 32> unused{};
    crypto_box_seed_keypair(unused.data(), ephemeralSecret.writable().data(), ephemeral.revealSeed().data());
    const auto nonce = sealedBoxNonce(ephemeral.publicId().view(), recipient.view());
    const int made = crypto_box_easy(sealed.data() + SealingId::kSize, plain.data(), plain.size(), nonce.data(),
                                     recipient.bytes.data(), ephemeralSecret.reveal().data());
    expects(made == 0); // fails only for a recipient key of small order, which membership refuses
    return sealed;
}

} // namespace puente
