#include "common/crypto/sha256.h"

#include <sodium.h>

namespace puente {

Sha256 sha256(ByteView bytes) {
    static_assert(Sha256::kSize == crypto_hash_sha256_BYTES);
    Sha256 hash;
    crypto_hash_sha256(hash.bytes.data(), bytes.data(), bytes.size());
    return hash;
}

} // namespace puente
