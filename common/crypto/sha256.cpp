#include "common/crypto/sha256.h"

#include <sodium.h>

namespace puente {

Sha256 sha256(ByteView bytes) {
    static_assert(Sha256::kSize == crypto_hash_sha256_BYTES);
    Sha256 hash;
    crypto_hash_sha256(hash.bytes.data(), bytes.data(), bytes.size());
    return hash;
}

struct Sha256Hasher::State {
    crypto_hash_sha256_state hash;
};

Sha256Hasher::Sha256Hasher() : m_state(std::make_unique<State>()) {
    crypto_hash_sha256_init(&m_state->hash);
}

Sha256Hasher::Sha256Hasher(Sha256Hasher&&) noexcept = default;
Sha256Hasher& Sha256Hasher::operator=(Sha256Hasher&&) noexcept = default;
Sha256Hasher::~Sha256Hasher() = default;

Sha256Hasher& Sha256Hasher::add(ByteView bytes) {
    crypto_hash_sha256_update(&m_state->hash, bytes.data(), bytes.size());
    return *this;
}

Sha256 Sha256Hasher::finish() {
    Sha256 hash;
    crypto_hash_sha256_final(&m_state->hash, hash.bytes.data());
    return hash;
}

} // namespace puente
