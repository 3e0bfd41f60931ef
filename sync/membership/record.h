#pragma once

#include "common/base/result.h"
#include "common/crypto/identity.h"
#include "common/time/clock.h"

#include <variant>
#include <vector>

namespace puente {

enum class Role : std::uint8_t { Reader = 1, Editor = 2, Admin = 3 };

/// A device's public keys, vouched for by its organisation's root.
struct DeviceCertificate {
    OrganizationId organization;
    DeviceId device;
    SealingId sealing;
    Signature signature; ///< the organisation root's, Purpose::DeviceCertificate

    static DeviceCertificate issue(const SigningKey& root, const DeviceId& device, const SealingId& sealing);
    bool isAuthentic() const;

    friend bool operator==(const DeviceCertificate&, const DeviceCertificate&) = default;
};

/// Begins a space; its author is the founder and first admin. The space's id is the hash of this record.
struct CreateSpace {
    DeviceCertificate founder;
    std::array<std::uint8_t, 16> nonce{}; ///< so that one founder may create many spaces
    friend bool operator==(const CreateSpace&, const CreateSpace&) = default;
};

/// Lets whoever holds the invite's secret ask to join. Expiry is judged by the admin who admits.
struct OfferInvite {
    InviteId invite;
    Role role = Role::Reader;
    Instant expires{};
    friend bool operator==(const OfferInvite&, const OfferInvite&) = default;
};

/// Admits one device on one invite. `proof` is the invite's signature over the joiner's keys.
struct AdmitDevice {
    InviteId invite;
    Role role = Role::Reader;
    DeviceCertificate joiner;
    Signature proof;
    friend bool operator==(const AdmitDevice&, const AdmitDevice&) = default;
};

using MembershipAct = std::variant<CreateSpace, OfferInvite, AdmitDevice>;

/// One signed act in a space's membership log: a hash DAG that server and clients evaluate alike.
///
/// `sealedDetails` holds what the server must not read (names), sealed under the epoch key with the clear part as
/// associated data. Layout: docs/formats/membership.md.
class MembershipRecord {
public:
    struct Content {
        SpaceId space; ///< zero in CreateSpace, which defines it
        DeviceId author;
        std::vector<Hash> parents; ///< ascending; the records its author knew that had no child; none for Create
        MembershipAct act;
        friend bool operator==(const Content&, const Content&) = default;
    };

    /// The bytes that sealed details are bound to.
    static Bytes encodeContent(const Content& content);
    /// The content must be one that parse() would accept: `signer` its author, certificates and proofs authentic.
    static MembershipRecord sign(const Content& content, ByteView sealedDetails, const SigningKey& signer);
    /// Accepts what is well formed, signed by the author it names, and whose certificate and proof are authentic;
    /// whether the author had the right is evaluate()'s to say.
    static std::optional<MembershipRecord> parse(Bytes wire);

    const Content& content() const { return m_content; }
    /// The space it belongs to: for CreateSpace the one it defines.
    SpaceId space() const;
    ByteView sealedDetails() const { return m_sealedDetails; }
    ByteView wire() const { return m_wire; }
    const Hash& hash() const { return m_hash; }

private:
    MembershipRecord() = default;

    Content m_content;
    Bytes m_sealedDetails;
    Bytes m_wire;
    Hash m_hash;
};

inline constexpr std::size_t kMembershipRecordSizeMax = 16 * 1024;
inline constexpr std::size_t kSealedDetailsSizeMax = 4096;
inline constexpr std::size_t kParentCountMax = 256;

} // namespace puente
