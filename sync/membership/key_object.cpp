#include "sync/membership/key_object.h"

#include "common/base/expects.h"
#include "common/codec/reader.h"
#include "common/codec/writer.h"
#include "common/crypto/hash.h"
#include "common/crypto/key_check.h"

#include <algorithm>

namespace puente {

namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kSealedKeySize = 32 + kSealedBoxOverhead;
constexpr std::size_t kWrappedKeySize = 24 + 32 + 16;
constexpr std::size_t kEntrySize = KeyObject::kTagSize + kSealedKeySize;
constexpr std::size_t kPredecessorSize = Hash::kSize + kWrappedKeySize;
constexpr std::size_t kEntryCountMax = 9000;
constexpr std::size_t kPredecessorCountMax = 2000;
static_assert(kEntrySize == 88 && kPredecessorSize == 104, "docs/formats/membership.md promises this");
static_assert(kEntryCountMax * kEntrySize + kPredecessorCountMax * kPredecessorSize + 256 <= kKeyObjectSizeMax);

Bytes encodeContent(const KeyObject::Content& content) {
    Writer writer;
    writer.u8(kVersion);
    writer.id(content.space);
    writer.id(content.author);
    writer.id(content.epoch);
    writer.varint(content.entries.size());
    for (const KeyObject::Entry& entry : content.entries) {
        writer.raw(entry.tag);
        writer.raw(entry.sealed);
    }
    writer.varint(content.predecessors.size());
    for (const KeyObject::Predecessor& predecessor : content.predecessors) {
        writer.id(predecessor.epoch);
        writer.raw(predecessor.wrapped);
    }
    return writer.take();
}

Bytes takeRaw(Reader& reader, std::size_t size) {
    const ByteView raw = reader.raw(size);
    return {raw.begin(), raw.end()};
}

std::vector<KeyObject::Entry> decodeEntries(Reader& reader) {
    std::vector<KeyObject::Entry> entries(reader.count(kEntryCountMax, kEntrySize));
    for (KeyObject::Entry& entry : entries) {
        const ByteView tag = reader.raw(KeyObject::kTagSize);
        std::copy(tag.begin(), tag.end(), entry.tag.begin());
        entry.sealed = takeRaw(reader, kSealedKeySize);
    }
    for (std::size_t i = 1; i < entries.size(); ++i)
        if (std::tie(entries[i].tag, entries[i].sealed) <= std::tie(entries[i - 1].tag, entries[i - 1].sealed))
            reader.fail();
    if (entries.empty()) reader.fail();
    return entries;
}

std::vector<KeyObject::Predecessor> decodePredecessors(Reader& reader) {
    std::vector<KeyObject::Predecessor> predecessors(reader.count(kPredecessorCountMax, kPredecessorSize));
    for (KeyObject::Predecessor& predecessor : predecessors) {
        predecessor.epoch = reader.id<Hash>();
        predecessor.wrapped = takeRaw(reader, kWrappedKeySize);
    }
    for (std::size_t i = 1; i < predecessors.size(); ++i)
        if (predecessors[i].epoch <= predecessors[i - 1].epoch) reader.fail();
    return predecessors;
}

KeyObject::Content decodeContent(Reader& reader) {
    if (reader.u8() != kVersion) reader.fail();
    KeyObject::Content content;
    content.space = reader.id<SpaceId>();
    content.author = reader.id<DeviceId>();
    content.epoch = reader.id<Hash>();
    content.entries = decodeEntries(reader);
    content.predecessors = decodePredecessors(reader);
    return content;
}

} // namespace

KeyObject::Tag KeyObject::tagOf(const SealingId& recipient) {
    Tag tag{};
    std::copy_n(recipient.bytes.begin(), kTagSize, tag.begin());
    return tag;
}

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
