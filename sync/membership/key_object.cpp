#include "sync/membership/key_object.h"

#include "common/base/expects.h"
#include "common/codec/reader.h"
#include "common/codec/writer.h"
#include "common/crypto/hash.h"
#include "common/crypto/key_check.h"

namespace puente {

namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kSealedKeySize = 32 + kSealedBoxOverhead;
constexpr std::size_t kEntrySize = DeviceId::kSize + kSealedKeySize;
constexpr std::size_t kEntryCountMax = 9000;
static_assert(kEntrySize == 112, "docs/formats/membership.md promises this");
static_assert(kEntryCountMax * kEntrySize + 256 <= kKeyObjectSizeMax);

Bytes encodeContent(const KeyObject::Content& content) {
    Writer writer;
    writer.u8(kVersion);
    writer.id(content.space);
    writer.id(content.author);
    writer.varint(content.epoch);
    writer.varint(content.entries.size());
    for (const KeyObject::Content::Entry& entry : content.entries) {
        writer.id(entry.device);
        writer.raw(entry.sealed);
    }
    return writer.take();
}

std::vector<KeyObject::Content::Entry> decodeEntries(Reader& reader) {
    std::vector<KeyObject::Content::Entry> entries(reader.count(kEntryCountMax, kEntrySize));
    for (KeyObject::Content::Entry& entry : entries) {
        entry.device = reader.id<DeviceId>();
        const ByteView sealed = reader.raw(kSealedKeySize);
        entry.sealed.assign(sealed.begin(), sealed.end());
    }
    for (std::size_t i = 1; i < entries.size(); ++i)
        if (entries[i].device <= entries[i - 1].device) reader.fail();
    if (entries.empty()) reader.fail();
    return entries;
}

KeyObject::Content decodeContent(Reader& reader) {
    if (reader.u8() != kVersion) reader.fail();
    KeyObject::Content content;
    content.space = reader.id<SpaceId>();
    content.author = reader.id<DeviceId>();
    content.epoch = static_cast<std::uint32_t>(reader.varintUpTo(0xffffffff));
    if (content.epoch == 0) reader.fail();
    content.entries = decodeEntries(reader);
    return content;
}

} // namespace

KeyObject KeyObject::sign(const Content& content, const SigningKey& signer) {
    Bytes wire = encodeContent(content);
    const Signature signature = signer.sign(Purpose::KeyObject, wire);
    append(wire, signature.view());
    std::optional<KeyObject> object = parse(std::move(wire));
    expects(object.has_value());
    return *std::move(object);
}

std::optional<KeyObject> KeyObject::parse(Bytes wire) {
    if (wire.size() > kKeyObjectSizeMax) return std::nullopt;
    Reader reader(wire);
    KeyObject object;
    object.m_content = decodeContent(reader);
    const ByteView signedBytes = ByteView(wire).first(wire.size() - reader.remaining());
    const auto signature = reader.id<Signature>();
    if (!reader.finished() || !isSigningPoint(object.m_content.author)) return std::nullopt;
    if (!verify(object.m_content.author, Purpose::KeyObject, signedBytes, signature)) return std::nullopt;
    object.m_hash = hashOf(Purpose::KeyObject, wire);
    object.m_wire = std::move(wire);
    return object;
}

} // namespace puente
