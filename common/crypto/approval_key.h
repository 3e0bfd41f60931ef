#pragma once

#include "common/base/entropy.h"
#include "common/base/ids.h"
#include "common/crypto/secret.h"

namespace puente {

/// An Ed25519 public key that approvals are signed with, and nothing else.
using ApprovalKeyId = Id<struct ApprovalKeyTag, 32>;

/// The key pair behind one. It signs a text exactly as it is, without a label before it, so that a common tool can
/// verify the file; that is why this key must never sign anything but texts that begin with their own context line.
class ApprovalKey {
public:
    static ApprovalKey generate(Entropy& entropy);
    static ApprovalKey fromSeed(ByteView seed);

    const ApprovalKeyId& publicId() const { return m_public; }
    Signature sign(ByteView text) const;

    /// The 32 bytes to keep; whoever has them is this signer.
    ByteView revealSeed() const { return m_secret.reveal().first(32); }

private:
    ApprovalKey() = default;

    Secret<64> m_secret; // libsodium's form: seed, then public key
    ApprovalKeyId m_public;
};

/// True when the owner of `signer` signed exactly these bytes.
bool verifyApproval(const ApprovalKeyId& signer, ByteView text, const Signature& signature);

} // namespace puente
