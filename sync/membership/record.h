#pragma once

#include "common/base/result.h"
#include "common/crypto/organization_root.h"
#include "common/time/clock.h"
#include "sync/segment/signed_header.h"

#include <array>
#include <optional>
#include <variant>
#include <vector>

namespace puente {

enum class Role : std::uint8_t { Reader = 1, Editor = 2, Admin = 3 };

/// A device's public keys, vouched for by its organisation's root.
struct DeviceCertificate {
    OrganizationId organization;
    SealingId recovery; ///< what is sealed to the organisation itself, for its recovery kit
    DeviceId device;
    SealingId sealing;
    Signature signature; ///< the organisation root's, Purpose::DeviceCertificate; zero while nobody has certified it

    static DeviceCertificate issue(const OrganizationRoot& root, const DeviceId& device, const SealingId& sealing);
    bool isAuthentic() const;
    /// True for keys that ask their organisation's root to be certified.
    bool asksForSignature() const;

    friend bool operator==(const DeviceCertificate&, const DeviceCertificate&) = default;
};

/// How far the logs count of those from whom an act takes the right to write: what lies beyond is quarantined.
struct Cuts {
    LogHeight declared;             ///< the author's own log when it signed: what that had seen cannot be cut away
    std::vector<LogHeight> heights; ///< ascending by log; a log that is not named does not count at all
    friend bool operator==(const Cuts&, const Cuts&) = default;
};

/// Begins a space. The first founder is the author; of founders who remove each other the earlier one stands. The
/// space's id is the hash of this record, and so is the name of its first epoch.
struct CreateSpace {
    std::vector<DeviceCertificate> founders;
    Hash epochKey;                        ///< SpaceKey::commitment() of the first epoch
    std::array<std::uint8_t, 16> nonce{}; ///< so that one founder may create many spaces
    friend bool operator==(const CreateSpace&, const CreateSpace&) = default;
};

/// Lets whoever holds the invite's secret ask to join. Expiry is judged by the admin who admits.
struct OfferInvite {
    InviteId invite;
    Role role = Role::Reader; ///< of the organisation that joins; one that is a member already keeps its own
    Instant expires{};
    std::optional<OrganizationId> organization; ///< the only one that may use it
    friend bool operator==(const OfferInvite&, const OfferInvite&) = default;
};

struct WithdrawInvite {
    InviteId invite;
    friend bool operator==(const WithdrawInvite&, const WithdrawInvite&) = default;
};

/// Admits one device on one invite. `proof` is the invite's signature over the joiner's keys.
struct AdmitDevice {
    InviteId invite;
    Role role = Role::Reader;
    DeviceCertificate joiner;
    std::uint32_t incarnation = 1; ///< the first of the joiner's logs that counts
    Signature proof;
    friend bool operator==(const AdmitDevice&, const AdmitDevice&) = default;
};

struct RemoveOrganization {
    OrganizationId organization;
    Cuts cuts;
    friend bool operator==(const RemoveOrganization&, const RemoveOrganization&) = default;
};

struct ChangeRole {
    OrganizationId organization;
    Role role = Role::Reader;
    std::uint32_t incarnation = 1; ///< of a reader who may write again: the first of its logs that counts
    Cuts cuts;                     ///< of one who may write no more
    friend bool operator==(const ChangeRole&, const ChangeRole&) = default;
};

struct RevokeDevice {
    DeviceId device;
    Cuts cuts;
    friend bool operator==(const RevokeDevice&, const RevokeDevice&) = default;
};

/// Said by an organisation's root: this device is ours from now on, and those are no longer.
struct Recover {
    DeviceCertificate device;
    std::vector<DeviceId> revoked; ///< ascending
    Cuts cuts;
    friend bool operator==(const Recover&, const Recover&) = default;
};

/// Begins an epoch: its content key goes to those who are members now. The record's hash names the epoch.
struct RotateEpoch {
    std::uint32_t number = 2; ///< from 2
    Hash epochKey;            ///< SpaceKey::commitment()
    friend bool operator==(const RotateEpoch&, const RotateEpoch&) = default;
};

/// Says of a record that it was meant: of a removal, or of one of several admissions on one invite.
struct Confirm {
    Hash record;
    friend bool operator==(const Confirm&, const Confirm&) = default;
};

/// A device's word that its log was continued twice (a restored backup, a copied folder): one branch counts, up to
/// `closedAt`; what else it wrote it writes again in the next incarnation.
struct StateFork {
    std::uint32_t incarnation = 1;
    Height from; ///< where the branches part
    Height closedAt;
    Hash otherHead; ///< of the branch that does not count; zero if nobody has it any more
    std::uint32_t nextIncarnation = 2;
    friend bool operator==(const StateFork&, const StateFork&) = default;
};

/// Two segments that one device put at the same place of its log: whatever it says, it wrote both. Until the device
/// states which branch counts, its log counts up to that place and no further.
struct ProveFork {
    SignedHeader one; ///< the one with the smaller hash
    SignedHeader other;
    Height from() const { return {.sequence = one.header.first - 1ULL, .head = one.header.previous}; }
    /// True for two different segments at one place of one log, in their order.
    bool isOneLogTwice() const;
    bool isAuthentic() const; ///< both were signed by that device
    friend bool operator==(const ProveFork&, const ProveFork&) = default;
};

using MembershipAct = std::variant<CreateSpace, OfferInvite, WithdrawInvite, AdmitDevice, RemoveOrganization,
                                   ChangeRole, RevokeDevice, Recover, RotateEpoch, Confirm, StateFork, ProveFork>;

/// Who signs: a device, or an organisation's root, which stands above its devices.
using RecordAuthor = std::variant<DeviceId, OrganizationId>;

/// One signed act in a space's membership log: a hash DAG that server and clients evaluate alike.
///
/// `sealedDetails` holds what the server must not read (names, reasons), sealed under an epoch key with the clear part
/// as associated data. Layout: docs/formats/membership.md.
class MembershipRecord {
public:
    struct Content {
        SpaceId space; ///< zero in CreateSpace, which defines it
        RecordAuthor author;
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
    /// The act, if it is of this kind.
    template <typename Act>
    const Act* as() const {
        return std::get_if<Act>(&m_content.act);
    }
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

inline constexpr std::size_t kMembershipRecordSizeMax = 32 * 1024;
inline constexpr std::size_t kSealedDetailsSizeMax = 4096;
inline constexpr std::size_t kParentCountMax = 256;
inline constexpr std::size_t kFounderCountMax = 32;
inline constexpr std::size_t kCutCountMax = 128;
inline constexpr std::size_t kRevokedCountMax = 64;

} // namespace puente
