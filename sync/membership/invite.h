#pragma once

#include "sync/membership/record.h"

#include <optional>
#include <string>

namespace puente {

/// What an admin hands to an office, over any channel that both trust: enough to ask to join, no more.
struct Invite {
    SpaceId space;
    DeviceCertificate inviter; ///< whose box the joiner's names are sealed to
    Role role = Role::Reader;
    Instant expires{};
    std::optional<OrganizationId> organization; ///< the only one that may use it
    std::string server; ///< an address as `puente-server init` prints it; empty for a space without a server
    std::string spaceName;
    std::string inviterName;
    Bytes secret; ///< 32 bytes: the seed of the invite's one-time key

    InviteId id() const;
    friend bool operator==(const Invite&, const Invite&) = default;
};

inline constexpr std::size_t kInviteTextSizeMax = 500; ///< bytes of each of its three texts

/// One line of text: "puente-invite:" and base64url. The last 4 bytes are a checksum, so that a mistyped one is told
/// from a refused one.
std::string toText(const Invite& invite);

enum class InviteFault { NotAnInvite, Damaged, UnknownVersion };
/// Overlooks blanks and line breaks that crept in on the way.
Result<Invite, InviteFault> inviteFromText(std::string_view text);

/// A device's wish to join, signed by itself and by the invite's one-time secret.
class JoinRequest {
public:
    struct Content {
        SpaceId space;
        InviteId invite;
        DeviceCertificate joiner;      ///< not signed yet if it asks its own organisation's root to certify it
        std::uint32_t incarnation = 1; ///< of its log here: above every one it had
        Bytes sealedDetails;           ///< who they are, in a box for the inviter
        friend bool operator==(const Content&, const Content&) = default;
    };

    /// `inviteKey` is the invite's, `device` the joiner's.
    static JoinRequest sign(const Content& content, const SigningKey& inviteKey, const SigningKey& device);
    /// Accepts what is well formed, certified by its organisation and signed by both keys.
    static std::optional<JoinRequest> parse(Bytes wire);

    const Content& content() const { return m_content; }
    const Signature& proof() const { return m_proof; } ///< the invite's, over the joiner's certificate
    ByteView wire() const { return m_wire; }

private:
    JoinRequest() = default;

    Content m_content;
    Signature m_proof;
    Bytes m_wire;
};

inline constexpr std::size_t kJoinRequestSizeMax = 16 * 1024;

/// The bytes that an invite's secret signs (Purpose::JoinRequest); AdmitDevice repeats the signature. They hold the
/// joiner's keys without their certificate's signature, which may come later.
Bytes joinProofMessage(const SpaceId& space, const InviteId& invite, const DeviceCertificate& joiner,
                       std::uint32_t incarnation);

} // namespace puente
