#pragma once

#include "common/crypto/identity.h"

namespace puente {

/// The root of an organisation: 32 secret bytes that stand on its recovery kit and from which its two keys grow.
///
/// It beats every device of the organisation, so a device keeps it only while it needs it. Derivation and vector:
/// docs/formats/crypto.md.
class OrganizationRoot {
public:
    static constexpr std::size_t kSize = 32;

    static OrganizationRoot generate(Entropy& entropy);
    /// The root that these 32 bytes are, as reveal() gave them.
    static OrganizationRoot fromSecret(ByteView secret);

    /// The organisation's name among keys: what signing() signs with, in public.
    OrganizationId id() const { return m_signing.publicId<OrganizationId>(); }
    /// Certifies the organisation's devices and speaks for it above them.
    const SigningKey& signing() const { return m_signing; }
    /// Opens the epoch keys that are sealed to the organisation itself, whichever of its devices are lost.
    const SealingKey& recovery() const { return m_recovery; }

    /// The 32 bytes to write on the kit. Whoever has them is the organisation.
    ByteView reveal() const { return m_secret.reveal(); }

private:
    OrganizationRoot(Secret<kSize> secret, SigningKey signing, SealingKey recovery);

    Secret<kSize> m_secret;
    SigningKey m_signing;
    SealingKey m_recovery;
};

} // namespace puente
