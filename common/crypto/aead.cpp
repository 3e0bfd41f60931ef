#include "common/crypto/aead.h"

#include "common/base/expects.h"

#include <sodium.h>

namespace puente {

namespace {
constexpr std::size_t kNonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
} // namespace

Bytes aeadSeal(ByteView key, ByteView plain, ByteView associated, Entropy& entropy) {
    expects(key.size() == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    Bytes sealed(kNonceSize + plain.size() + kTagSize);
    entropy.fill(std::span(sealed).first(kNonceSize));
    crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data() + kNonceSize, nullptr, plain.data(), plain.size(),
                                               associated.data(), associated.size(), nullptr, sealed.data(),
                                               key.data());
    return sealed;
}

std::optional<Bytes> aeadOpen(ByteView key, ByteView sealed, ByteView associated) {
    expects(key.size() == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    if (sealed.size() < kNonceSize + kTagSize) return std::nullopt;
    Bytes plain(sealed.size() - kNonceSize - kTagSize);
    const ByteView body = sealed.subspan(kNonceSize);
    const int opened =
        crypto_aead_xchacha20poly1305_ietf_decrypt(plain.data(), nullptr, nullptr, body.data(), body.size(),
                                                   associated.data(), associated.size(), sealed.data(), key.data());
    if (opened != 0) return std::nullopt;
    return plain;
}

void wipe(std::span<std::uint8_t> memory) {
    sodium_memzero(memory.data(), memory.size());
}

} // namespace puente
