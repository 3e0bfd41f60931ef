#include "common/crypto/approval_key.h"

#include "common/base/expects.h"
#include "common/crypto/key_check.h"

#include <sodium.h>

namespace puente {

ApprovalKey ApprovalKey::generate(Entropy& entropy) {
    Secret<32> seed;
    entropy.fill(seed.writable());
    return fromSeed(seed.reveal());
}

ApprovalKey ApprovalKey::fromSeed(ByteView seed) {
    expects(seed.size() == crypto_sign_SEEDBYTES);
    ApprovalKey key;
    crypto_sign_seed_keypair(key.m_public.bytes.data(), key.m_secret.writable().data(), seed.data());
    return key;
}

Signature ApprovalKey::sign(ByteView text) const {
    Signature signature;
    crypto_sign_detached(signature.bytes.data(), nullptr, text.data(), text.size(), m_secret.reveal().data());
    return signature;
}

bool verifyApproval(const ApprovalKeyId& signer, ByteView text, const Signature& signature) {
    if (!isSigningPoint(signer)) return false;
    return crypto_sign_verify_detached(signature.bytes.data(), text.data(), text.size(), signer.bytes.data()) == 0;
}

} // namespace puente
