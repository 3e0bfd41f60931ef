#include "common/crypto/detached_aead.h"

#include "common/base/expects.h"
#include "common/crypto/aead.h"

#include <openssl/evp.h>
#include <sodium.h>

#include <algorithm>
#include <array>

namespace puente {

namespace {

constexpr std::size_t kHashedNonceSize = crypto_core_hchacha20_INPUTBYTES;
constexpr std::size_t kInnerNonceSize = 12;
static_assert(DetachedAead::kKeySize == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
static_assert(DetachedAead::kNonceSize == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
static_assert(DetachedAead::kTagSize == crypto_aead_xchacha20poly1305_ietf_ABYTES);

int sizeOf(ByteView bytes) {
    return static_cast<int>(bytes.size());
}

/// XChaCha20 is ChaCha20 under a key of the nonce's first part, with the rest as nonce
/// (draft-irtf-cfrg-xchacha-03, 2.3).
void begin(EVP_CIPHER_CTX& context, bool isSealing, ByteView key, ByteView nonce, ByteView associated) {
    expects(key.size() == DetachedAead::kKeySize && nonce.size() == DetachedAead::kNonceSize);
    std::array<std::uint8_t, crypto_core_hchacha20_OUTPUTBYTES> inner;
    crypto_core_hchacha20(inner.data(), nonce.data(), key.data(), nullptr);
    std::array<std::uint8_t, kInnerNonceSize> innerNonce{};
    std::ranges::copy(nonce.subspan(kHashedNonceSize), innerNonce.end() - 8);
    const int begun = EVP_CipherInit_ex(&context, nullptr, nullptr, inner.data(), innerNonce.data(), isSealing ? 1 : 0);
    wipe(inner);
    int size = 0;
    const int associates = EVP_CipherUpdate(&context, nullptr, &size, associated.data(), sizeOf(associated));
    expects(begun == 1 && associates == 1);
}

} // namespace

void DetachedAead::Free::operator()(evp_cipher_ctx_st* context) const {
    EVP_CIPHER_CTX_free(context);
}

DetachedAead::DetachedAead() : m_context(EVP_CIPHER_CTX_new()) {
    const bool isThere = m_context != nullptr &&
                         EVP_CipherInit_ex(m_context.get(), EVP_chacha20_poly1305(), nullptr, nullptr, nullptr, 1) == 1;
    expects(isThere);
}

void DetachedAead::seal(ByteView key, ByteView nonce, ByteView associated, ByteView plain,
                        std::span<std::uint8_t> sealed, std::span<std::uint8_t> tag) const {
    expects(sealed.size() == plain.size() && tag.size() == kTagSize);
    EVP_CIPHER_CTX& context = *m_context;
    begin(context, true, key, nonce, associated);
    int size = 0;
    const bool isSealed = EVP_CipherUpdate(&context, sealed.data(), &size, plain.data(), sizeOf(plain)) == 1 &&
                          EVP_CipherFinal_ex(&context, sealed.data() + size, &size) == 1 &&
                          EVP_CIPHER_CTX_ctrl(&context, EVP_CTRL_AEAD_GET_TAG, kTagSize, tag.data()) == 1;
    expects(isSealed);
}

bool DetachedAead::open(ByteView key, ByteView nonce, ByteView associated, ByteView sealed, ByteView tag,
                        std::span<std::uint8_t> plain) const {
    expects(sealed.size() == plain.size() && tag.size() == kTagSize);
    EVP_CIPHER_CTX& context = *m_context;
    begin(context, false, key, nonce, associated);
    std::array<std::uint8_t, kTagSize> expected;
    std::ranges::copy(tag, expected.begin());
    int size = 0;
    const bool isOpen = EVP_CIPHER_CTX_ctrl(&context, EVP_CTRL_AEAD_SET_TAG, kTagSize, expected.data()) == 1 &&
                        EVP_CipherUpdate(&context, plain.data(), &size, sealed.data(), sizeOf(sealed)) == 1 &&
                        EVP_CipherFinal_ex(&context, plain.data() + size, &size) == 1;
    if (!isOpen) std::ranges::fill(plain, std::uint8_t{0});
    return isOpen;
}

} // namespace puente
