#pragma once

#include "client/domain/follow_up/approval_statement.h"
#include "common/crypto/approval_key.h"
#include "common/crypto/identity.h"
#include "sync/membership/record.h"

#include <optional>
#include <string>
#include <string_view>

namespace puente {

/// Who an approval key belongs to: the organisation's root vouches for the device, the device for the key.
/// Why not the root for the key: docs/decisions/0171.
struct ApprovalCertificate {
    DeviceCertificate device;
    ApprovalKeyId key;
    Signature signature; ///< the device's, Purpose::ApprovalKey, over organisation, device and key

    static ApprovalCertificate issue(const DeviceCertificate& certificate, const SigningKey& device,
                                     const ApprovalKeyId& key);
    bool isAuthentic() const;

    friend bool operator==(const ApprovalCertificate&, const ApprovalCertificate&) = default;
};

/// The certificate as a text of its own: what a record keeps, and what is exported.
std::string certificateText(const ApprovalCertificate& certificate);
/// Takes only what certificateText() writes; checks no signature.
std::optional<ApprovalCertificate> readCertificate(std::string_view text);

/// The public key as common tools read it: SubjectPublicKeyInfo (RFC 8410) in PEM (RFC 7468).
std::string pemOf(const ApprovalKeyId& key);

/// An approval as it was handed over, to the letter.
struct SignedApproval {
    std::string statement;
    Signature signature;
    std::string certificate;
};

enum class ApprovalFault : std::uint8_t {
    Malformed,    ///< the statement or the certificate is not one of this version
    NotCertified, ///< root, device and approval key do not vouch for each other
    NotAuthentic, ///< the signature is not by this key over exactly this statement
};

struct CheckedApproval {
    ApprovalStatement statement;
    ApprovalCertificate certificate;
};

/// Checks statement, certificates and signature, and nothing that one has to know: whose root it is, and whether the
/// plan is the one that was signed, is for the caller to compare.
Result<CheckedApproval, ApprovalFault> checkApproval(const SignedApproval& approval);

} // namespace puente
