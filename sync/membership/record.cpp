#include "sync/membership/record.h"

#include "common/crypto/hash.h"
#include "common/crypto/key_check.h"
#include "sync/membership/act_codec.h"
#include "sync/membership/act_rules.h"
#include "sync/membership/codec.h"

#include <algorithm>

namespace puente {

namespace {

Bytes certificateMessage(const DeviceCertificate& certificate) {
    Writer writer;
    writer.id(certificate.organization);
    writer.id(certificate.recovery);
    writer.id(certificate.device);
    writer.id(certificate.sealing);
    return writer.take();
}

void encodeAuthor(Writer& writer, const RecordAuthor& author) {
    writer.u8(static_cast<std::uint8_t>(author.index() + 1));
    std::visit([&](const auto& id) { writer.id(id); }, author);
}

RecordAuthor decodeAuthor(Reader& reader) {
    switch (reader.u8()) {
    case 1: return reader.id<DeviceId>();
    case 2: return reader.id<OrganizationId>();
    default: break;
    }
    reader.fail();
    return DeviceId{};
}

ByteView viewOf(const RecordAuthor& author) {
    return std::visit([](const auto& id) { return id.view(); }, author);
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
    content.author = decodeAuthor(reader);
    content.parents = decodeParents(reader);
    content.act = decodeAct(reader);
    return content;
}

} // namespace

DeviceCertificate DeviceCertificate::issue(const OrganizationRoot& root, const DeviceId& device,
                                           const SealingId& sealing) {
    DeviceCertificate certificate{root.id(), root.recovery().publicId(), device, sealing, {}};
    certificate.signature = root.signing().sign(Purpose::DeviceCertificate, certificateMessage(certificate));
    return certificate;
}

bool DeviceCertificate::isAuthentic() const {
    return isSigningPoint(organization) && isSealingPoint(recovery) && isSigningPoint(device) &&
           isSealingPoint(sealing) &&
           verify(organization, Purpose::DeviceCertificate, certificateMessage(*this), signature);
}

bool DeviceCertificate::asksForSignature() const {
    return signature.isZero() && isSigningPoint(organization) && isSealingPoint(recovery) && isSigningPoint(device) &&
           isSealingPoint(sealing);
}

Bytes MembershipRecord::encodeContent(const Content& content) {
    Writer writer;
    writer.u8(kMembershipVersion);
    writer.id(content.space);
    encodeAuthor(writer, content.author);
    writer.varint(content.parents.size());
    for (const Hash& parent : content.parents)
        writer.id(parent);
    encodeAct(writer, content.act);
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
    const auto author = DeviceId::from(viewOf(record.m_content.author));
    if (!reader.finished() || !isSigningPoint(*author)) return std::nullopt;
    if (!verify(*author, Purpose::Membership, signedBytes, signature)) return std::nullopt;
    if (!isSoundByItself(record.m_content)) return std::nullopt;
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
