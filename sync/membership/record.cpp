#include "sync/membership/record.h"

#include "common/crypto/hash.h"
#include "common/crypto/key_check.h"
#include "sync/membership/codec.h"
#include "sync/membership/invite.h"

#include <algorithm>

namespace puente {

namespace {

enum class ActKind : std::uint8_t { Create = 1, Offer = 2, Admit = 3 };

Bytes certificateMessage(const DeviceCertificate& certificate) {
    Writer writer;
    writer.id(certificate.organization);
    writer.id(certificate.device);
    writer.id(certificate.sealing);
    return writer.take();
}

void encodeAct(Writer& writer, ActKind kind) {
    writer.u8(static_cast<std::uint8_t>(kind));
}

struct ActEncoder {
    Writer& writer;

    void operator()(const CreateSpace& create) {
        encodeAct(writer, ActKind::Create);
        encodeCertificate(writer, create.founder);
        writer.raw(create.nonce);
    }
    void operator()(const OfferInvite& offer) {
        encodeAct(writer, ActKind::Offer);
        writer.id(offer.invite);
        encodeRole(writer, offer.role);
        encodeInstant(writer, offer.expires);
    }
    void operator()(const AdmitDevice& admit) {
        encodeAct(writer, ActKind::Admit);
        writer.id(admit.invite);
        encodeRole(writer, admit.role);
        encodeCertificate(writer, admit.joiner);
        writer.id(admit.proof);
    }
};

CreateSpace decodeCreate(Reader& reader) {
    CreateSpace create;
    create.founder = decodeCertificate(reader);
    const ByteView nonce = reader.raw(create.nonce.size());
    std::copy(nonce.begin(), nonce.end(), create.nonce.begin());
    return create;
}

OfferInvite decodeOffer(Reader& reader) {
    OfferInvite offer;
    offer.invite = reader.id<InviteId>();
    offer.role = decodeRole(reader);
    offer.expires = decodeInstant(reader);
    return offer;
}

AdmitDevice decodeAdmit(Reader& reader) {
    AdmitDevice admit;
    admit.invite = reader.id<InviteId>();
    admit.role = decodeRole(reader);
    admit.joiner = decodeCertificate(reader);
    admit.proof = reader.id<Signature>();
    return admit;
}

MembershipAct decodeAct(Reader& reader) {
    switch (static_cast<ActKind>(reader.u8())) {
    case ActKind::Create: return decodeCreate(reader);
    case ActKind::Offer: return decodeOffer(reader);
    case ActKind::Admit: return decodeAdmit(reader);
    }
    reader.fail();
    return CreateSpace{};
}

std::vector<Hash> decodeParents(Reader& reader) {
    std::vector<Hash> parents(reader.count(kParentCountMax, Hash::kSize));
    for (Hash& parent : parents)
        parent = reader.id<Hash>();
    for (std::size_t i = 1; i < parents.size(); ++i)
        if (parents[i] <= parents[i - 1]) reader.fail();
    return parents;
}

MembershipRecord::Content decodeContent(Reader& reader) {
    if (reader.u8() != kMembershipVersion) reader.fail();
    MembershipRecord::Content content;
    content.space = reader.id<SpaceId>();
    content.author = reader.id<DeviceId>();
    content.parents = decodeParents(reader);
    content.act = decodeAct(reader);
    return content;
}

/// What can be said of an act without knowing any other record.
struct ActCheck {
    const MembershipRecord::Content& content;

    bool operator()(const CreateSpace& create) const {
        return content.space.isZero() && content.parents.empty() && create.founder.device == content.author &&
               create.founder.isAuthentic();
    }
    bool operator()(const OfferInvite& offer) const { return hasPlace() && isSigningPoint(offer.invite); }
    bool operator()(const AdmitDevice& admit) const {
        return hasPlace() && admit.joiner.isAuthentic() &&
               verify(admit.invite, Purpose::JoinRequest, joinProofMessage(content.space, admit.invite, admit.joiner),
                      admit.proof);
    }
    bool hasPlace() const { return !content.space.isZero() && !content.parents.empty(); }
};

} // namespace

DeviceCertificate DeviceCertificate::issue(const SigningKey& root, const DeviceId& device, const SealingId& sealing) {
    DeviceCertificate certificate{root.publicId<OrganizationId>(), device, sealing, {}};
    certificate.signature = root.sign(Purpose::DeviceCertificate, certificateMessage(certificate));
    return certificate;
}

bool DeviceCertificate::isAuthentic() const {
    return isSigningPoint(organization) && isSigningPoint(device) && isSealingPoint(sealing) &&
           verify(organization, Purpose::DeviceCertificate, certificateMessage(*this), signature);
}

Bytes MembershipRecord::encodeContent(const Content& content) {
    Writer writer;
    writer.u8(kMembershipVersion);
    writer.id(content.space);
    writer.id(content.author);
    writer.varint(content.parents.size());
    for (const Hash& parent : content.parents)
        writer.id(parent);
    std::visit(ActEncoder{writer}, content.act);
    return writer.take();
}

MembershipRecord MembershipRecord::sign(const Content& content, ByteView sealedDetails, const SigningKey& signer) {
    Writer writer;
    writer.raw(encodeContent(content));
    writer.blob(sealedDetails);
    const Signature signature = signer.sign(Purpose::Membership, writer.view());
    writer.id(signature);
    std::optional<MembershipRecord> record = parse(writer.take());
    expects(record.has_value());
    return *std::move(record);
}

std::optional<MembershipRecord> MembershipRecord::parse(Bytes wire) {
    if (wire.size() > kMembershipRecordSizeMax) return std::nullopt;
    Reader reader(wire);
    MembershipRecord record;
    record.m_content = decodeContent(reader);
    const ByteView details = reader.blob(kSealedDetailsSizeMax);
    const ByteView signedBytes = ByteView(wire).first(wire.size() - reader.remaining());
    const auto signature = reader.id<Signature>();
    if (!reader.finished() || !isSigningPoint(record.m_content.author)) return std::nullopt;
    if (!verify(record.m_content.author, Purpose::Membership, signedBytes, signature)) return std::nullopt;
    if (!std::visit(ActCheck{record.m_content}, record.m_content.act)) return std::nullopt;
    record.m_sealedDetails.assign(details.begin(), details.end());
    record.m_hash = hashOf(Purpose::MembershipHash, wire);
    record.m_wire = std::move(wire);
    return record;
}

SpaceId MembershipRecord::space() const {
    if (!std::holds_alternative<CreateSpace>(m_content.act)) return m_content.space;
    const Hash hash = hashOf(Purpose::SpaceId, m_wire);
    return *SpaceId::from(hash.view().first(SpaceId::kSize));
}

} // namespace puente
