#include "common/crypto/organization_root.h"

#include "common/base/expects.h"

#include <cstring>

#include <sodium.h>

namespace puente {

namespace {

constexpr char kContext[] = "pntroot1"; // eight bytes, the version among them
static_assert(sizeof kContext == crypto_kdf_CONTEXTBYTES + 1);

constexpr std::uint64_t kSigningSubkey = 1;
constexpr std::uint64_t kRecoverySubkey = 2;

Secret<32> subkeyOf(const Secret<OrganizationRoot::kSize>& root, std::uint64_t number) {
    static_assert(OrganizationRoot::kSize == crypto_kdf_KEYBYTES);
    Secret<32> subkey;
    crypto_kdf_derive_from_key(subkey.writable().data(), subkey.writable().size(), number, kContext,
                               root.reveal().data());
    return subkey;
}

} // namespace

OrganizationRoot::OrganizationRoot(Secret<kSize> secret, SigningKey signing, SealingKey recovery)
    : m_secret(std::move(secret)), m_signing(std::move(signing)), m_recovery(std::move(recovery)) {
}

OrganizationRoot OrganizationRoot::generate(Entropy& entropy) {
    Secret<kSize> secret;
    entropy.fill(secret.writable());
    return fromSecret(secret.reveal());
}

OrganizationRoot OrganizationRoot::fromSecret(ByteView secret) {
    expects(secret.size() == kSize);
    Secret<kSize> root;
    std::memcpy(root.writable().data(), secret.data(), kSize);
    SigningKey signing = SigningKey::fromSeed(subkeyOf(root, kSigningSubkey).reveal());
    SealingKey recovery = SealingKey::fromSeed(subkeyOf(root, kRecoverySubkey).reveal());
    return OrganizationRoot(std::move(root), std::move(signing), std::move(recovery));
}

} // namespace puente
