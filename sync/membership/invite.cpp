#include "sync/membership/invite.h"

#include "common/crypto/hash.h"
#include "sync/membership/codec.h"

namespace puente {

namespace {

constexpr std::string_view kPrefix = "puente-invite:";
constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kSecretSize = 32;
constexpr std::size_t kChecksumSize = 4;

Bytes checksumOf(ByteView payload) {
    const Hash hash = hashOf(Purpose::Fingerprint, payload);
    return {hash.bytes.begin(), hash.bytes.begin() + kChecksumSize};
}

Bytes encodeInvite(const Invite& invite) {
    Writer writer;
    writer.u8(kVersion);
    writer.id(invite.space);
    encodeCertificate(writer, invite.inviter);
    encodeRole(writer, invite.role);
    encodeInstant(writer, invite.expires);
    writer.u8(invite.organization ? 1 : 0);
    if (invite.organization) writer.id(*invite.organization);
    writer.text(invite.server);
    writer.text(invite.spaceName);
    writer.text(invite.inviterName);
    writer.raw(invite.secret);
    return writer.take();
}

Invite decodeInvite(Reader& reader) {
    Invite invite;
    reader.u8(); // the version, known by now
    invite.space = reader.id<SpaceId>();
    invite.inviter = decodeCertificate(reader);
    invite.role = decodeRole(reader);
    invite.expires = decodeInstant(reader);
    const std::uint8_t bound = reader.u8();
    if (bound > 1) reader.fail();
    if (bound == 1) invite.organization = reader.id<OrganizationId>();
    invite.server = reader.text(kInviteTextSizeMax);
    invite.spaceName = reader.text(kInviteTextSizeMax);
    invite.inviterName = reader.text(kInviteTextSizeMax);
    const ByteView secret = reader.raw(kSecretSize);
    invite.secret.assign(secret.begin(), secret.end());
    return invite;
}

/// A mail program may have broken the line, or a person copied a blank with it.
std::string withoutBlanks(std::string_view text) {
    std::string rest;
    for (const char c : text)
        if (c != ' ' && c != '\t' && c != '\r' && c != '\n') rest.push_back(c);
    return rest;
}

JoinRequest::Content decodeRequest(Reader& reader) {
    if (reader.u8() != kMembershipVersion) reader.fail();
    JoinRequest::Content content;
    content.space = reader.id<SpaceId>();
    content.invite = reader.id<InviteId>();
    content.joiner = decodeCertificate(reader);
    content.incarnation = static_cast<std::uint32_t>(reader.varintUpTo(0xffffffff));
    const ByteView details = reader.blob(kSealedDetailsSizeMax);
    content.sealedDetails.assign(details.begin(), details.end());
    return content;
}

} // namespace

InviteId Invite::id() const {
    return SigningKey::fromSeed(secret).publicId<InviteId>();
}

std::string toText(const Invite& invite) {
    expects(invite.secret.size() == kSecretSize);
    Bytes payload = encodeInvite(invite);
    append(payload, checksumOf(payload));
    return std::string(kPrefix) + toBase64Url(payload);
}

Result<Invite, InviteFault> inviteFromText(std::string_view text) {
    const std::string line = withoutBlanks(text);
    if (!line.starts_with(kPrefix)) return Failure{InviteFault::NotAnInvite};
    const std::optional<Bytes> bytes = fromBase64Url(std::string_view(line).substr(kPrefix.size()));
    if (!bytes || bytes->size() <= kChecksumSize) return Failure{InviteFault::Damaged};
    const ByteView payload = ByteView(*bytes).first(bytes->size() - kChecksumSize);
    if (!equal(checksumOf(payload), ByteView(*bytes).last(kChecksumSize))) return Failure{InviteFault::Damaged};
    if (payload[0] != kVersion) return Failure{InviteFault::UnknownVersion};
    Reader reader(payload);
    Invite invite = decodeInvite(reader);
    if (!reader.finished() || !invite.inviter.isAuthentic()) return Failure{InviteFault::Damaged};
    return invite;
}

Bytes joinProofMessage(const SpaceId& space, const InviteId& invite, const DeviceCertificate& joiner,
                       std::uint32_t incarnation) {
    Writer writer;
    writer.id(space);
    writer.id(invite);
    writer.id(joiner.organization);
    writer.id(joiner.recovery);
    writer.id(joiner.device);
    writer.id(joiner.sealing);
    writer.u32(incarnation);
    return writer.take();
}

JoinRequest JoinRequest::sign(const Content& content, const SigningKey& inviteKey, const SigningKey& device) {
    Writer writer;
    writer.u8(kMembershipVersion);
    writer.id(content.space);
    writer.id(content.invite);
    encodeCertificate(writer, content.joiner);
    writer.varint(content.incarnation);
    writer.blob(content.sealedDetails);
    writer.id(inviteKey.sign(Purpose::JoinRequest,
                             joinProofMessage(content.space, content.invite, content.joiner, content.incarnation)));
    const Signature signature = device.sign(Purpose::JoinRequest, writer.view());
    writer.id(signature);
    std::optional<JoinRequest> request = parse(writer.take());
    expects(request.has_value());
    return *std::move(request);
}

std::optional<JoinRequest> JoinRequest::parse(Bytes wire) {
    if (wire.size() > kJoinRequestSizeMax) return std::nullopt;
    Reader reader(wire);
    JoinRequest request;
    request.m_content = decodeRequest(reader);
    request.m_proof = reader.id<Signature>();
    const ByteView signedBytes = ByteView(wire).first(wire.size() - reader.remaining());
    const auto signature = reader.id<Signature>();
    const Content& content = request.m_content;
    if (!reader.finished() || content.space.isZero() || content.incarnation == 0) return std::nullopt;
    if (!content.joiner.isAuthentic() && !content.joiner.asksForSignature()) return std::nullopt;
    if (!verify(content.joiner.device, Purpose::JoinRequest, signedBytes, signature)) return std::nullopt;
    const Bytes proved = joinProofMessage(content.space, content.invite, content.joiner, content.incarnation);
    if (!verify(content.invite, Purpose::JoinRequest, proved, request.m_proof)) return std::nullopt;
    request.m_wire = std::move(wire);
    return request;
}

} // namespace puente
