#include "common/crypto/key_check.h"

#include <sodium.h>

#include <array>

namespace puente {

namespace {

/// True when the number, least significant byte first, lies below 2^255 - 19.
bool isCanonicalField(const SealingId& number) {
    if (number.bytes[31] != 0x7f) return number.bytes[31] < 0x7f;
    for (std::size_t i = 30; i > 0; --i)
        if (number.bytes[i] != 0xff) return true;
    return number.bytes[0] < 0xed;
}

} // namespace

bool isSigningPoint(ByteView publicKey) {
    return publicKey.size() == crypto_core_ed25519_BYTES && crypto_core_ed25519_is_valid_point(publicKey.data()) == 1;
}

bool isSealingPoint(const SealingId& publicKey) {
    if (!isCanonicalField(publicKey)) return false;
    // Every clamped scalar is a multiple of the cofactor, so any one of them shows a point of small order.
    std::array<std::uint8_t, crypto_scalarmult_SCALARBYTES> scalar{};
    scalar[0] = 1;
    std::array<std::uint8_t, crypto_scalarmult_BYTES> shared{};
    return crypto_scalarmult(shared.data(), scalar.data(), publicKey.bytes.data()) == 0;
}

} // namespace puente
