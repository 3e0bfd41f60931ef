#include "sync/erasable/erasable.h"

#include "common/base/expects.h"
#include "common/codec/reader.h"
#include "common/codec/writer.h"
#include "common/crypto/hash.h"
#include "common/crypto/key_check.h"

#include <algorithm>
#include <functional>

namespace puente {

namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kSealedKeySize = 24 + 32 + 16;
constexpr std::size_t kNameSize = SpaceId::kSize + DeviceId::kSize + Hash::kSize;
static_assert(kErasableObjectSize == 1 + kNameSize + KeyId::kSize + kSealedKeySize + Signature::kSize);
static_assert(kErasureSize == 1 + kNameSize + DeviceId::kSize + Signature::kSize);
static_assert(kErasableObjectSize == 249 && kErasureSize == 177 && kConfirmationSizeMax == 1138,
              "docs/formats/erasable.md promises this");

void writeName(Writer& writer, const ErasableName& name) {
    writer.u8(kVersion);
    writer.id(name.space);
    writer.id(name.maker);
    writer.id(name.commitment);
}

ErasableName readName(Reader& reader) {
    if (reader.u8() != kVersion) reader.fail();
    return {reader.id<SpaceId>(), reader.id<DeviceId>(), reader.id<Hash>()};
}

/// The last 64 bytes are the author's signature over all others.
bool isSigned(ByteView wire, const DeviceId& author, Purpose purpose) {
    const std::size_t signedSize = wire.size() - Signature::kSize;
    return isSigningPoint(author) &&
           verify(author, purpose, wire.first(signedSize), *Signature::from(wire.subspan(signedSize)));
}

Bytes finish(Writer& writer, const SigningKey& author, Purpose purpose) {
    Bytes wire = writer.take();
    const Signature signature = author.sign(purpose, wire);
    append(wire, signature.view());
    return wire;
}

template <typename Statement>
Statement made(std::optional<Statement> statement) {
    expects(statement.has_value());
    return *std::move(statement);
}

} // namespace

Hash ErasableName::hash() const {
    return Hasher(Purpose::ErasableId).add(space.view()).add(maker.view()).add(commitment.view()).finish();
}

ErasableId ErasableName::id() const {
    const Hash whole = hash();
    return *ErasableId::from(whole.view().first(ErasableId::kSize));
}

Hash ErasableName::hashIn(ByteView wire) {
    if (wire.size() < 1 + kNameSize) return hashOf(Purpose::ErasableObject, wire);
    return hashOf(Purpose::ErasableId, wire.subspan(1, kNameSize));
}

Bytes ErasableObject::associated(const ErasableName& name, const KeyId& key) {
    Writer writer;
    writeName(writer, name);
    writer.id(key);
    return writer.take();
}

ErasableObject ErasableObject::sign(const Content& content, const SigningKey& maker) {
    Writer writer;
    writer.raw(associated(content.name, content.key));
    writer.raw(content.sealed);
    return made(parse(finish(writer, maker, Purpose::ErasableObject)));
}

std::optional<ErasableObject> ErasableObject::parse(Bytes wire) {
    if (wire.size() != kErasableObjectSize) return std::nullopt;
    Reader reader(wire);
    ErasableObject object;
    object.m_content.name = readName(reader);
    object.m_content.key = reader.id<KeyId>();
    const ByteView sealed = reader.raw(kSealedKeySize);
    object.m_content.sealed.assign(sealed.begin(), sealed.end());
    if (!reader.ok() || !isSigned(wire, object.author(), Purpose::ErasableObject)) return std::nullopt;
    object.m_wire = std::move(wire);
    return object;
}

Erasure Erasure::sign(const ErasableName& name, const SigningKey& author) {
    Writer writer;
    writeName(writer, name);
    writer.id(author.publicId<DeviceId>());
    return made(parse(finish(writer, author, Purpose::Erasure)));
}

std::optional<Erasure> Erasure::parse(Bytes wire) {
    if (wire.size() != kErasureSize) return std::nullopt;
    Reader reader(wire);
    Erasure erasure;
    erasure.m_name = readName(reader);
    erasure.m_author = reader.id<DeviceId>();
    if (!reader.ok() || !isSigned(wire, erasure.m_author, Purpose::Erasure)) return std::nullopt;
    erasure.m_hash = hashOf(Purpose::Erasure, wire);
    erasure.m_wire = std::move(wire);
    return erasure;
}

ErasureConfirmation ErasureConfirmation::sign(const Content& content, const SigningKey& author) {
    Writer writer;
    writer.u8(kVersion);
    writer.id(content.space);
    writer.id(content.author);
    writer.varint(content.erased.size());
    for (const ErasableId& id : content.erased)
        writer.id(id);
    return made(parse(finish(writer, author, Purpose::ErasureConfirmation)));
}

std::optional<ErasureConfirmation> ErasureConfirmation::parse(Bytes wire) {
    if (wire.size() > kConfirmationSizeMax) return std::nullopt;
    Reader reader(wire);
    ErasureConfirmation confirmation;
    Content& content = confirmation.m_content;
    if (reader.u8() != kVersion) reader.fail();
    content.space = reader.id<SpaceId>();
    content.author = reader.id<DeviceId>();
    content.erased.resize(reader.count(kConfirmedCountMax, ErasableId::kSize));
    for (ErasableId& id : content.erased)
        id = reader.id<ErasableId>();
    (void)reader.id<Signature>();
    const bool ascends = std::ranges::adjacent_find(content.erased, std::greater_equal<>{}) == content.erased.end();
    if (!reader.finished() || content.erased.empty() || !ascends) return std::nullopt;
    if (!isSigned(wire, content.author, Purpose::ErasureConfirmation)) return std::nullopt;
    confirmation.m_hash = hashOf(Purpose::ErasureConfirmation, wire);
    confirmation.m_wire = std::move(wire);
    return confirmation;
}

bool mayErase(const Membership& membership, const DeviceId& device, const DeviceId& maker) {
    const Member* member = membership.find(device);
    if (member == nullptr || !member->mayWrite()) return false;
    if (member->role == Role::Admin) return true;
    const DeviceCertificate* certificate = membership.certificateOf(maker);
    return certificate != nullptr && certificate->organization == member->certificate.organization;
}

} // namespace puente
