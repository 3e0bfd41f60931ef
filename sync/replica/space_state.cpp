#include "sync/replica/space_state.h"

#include "common/codec/reader.h"
#include "common/codec/writer.h"
#include "common/crypto/aead.h"
#include "common/crypto/padding.h"

#include <algorithm>

namespace puente {

const SpaceKey* SpaceState::keyFor(const KeyId& key, const DeviceId& author) const {
    for (const auto& [epoch, candidate] : keys)
        if (candidate.idFor(info.id, author.view()) == key) return &candidate;
    return nullptr;
}

std::uint32_t SpaceState::lastSequence(const LogTable& logs) const {
    if (!pending.empty()) return pending.back().changeSet.sequence;
    return static_cast<std::uint32_t>(logs.height(ownLog).sequence);
}

void SpaceState::evaluateMembership(const DeviceId& ownDevice) {
    membership = evaluate(info.id, records);
    const Member* own = membership.find(ownDevice);
    info.role = own != nullptr ? std::optional(own->role) : std::nullopt;
    openNames();
}

const SpaceKey* SpaceState::currentKey() const {
    const Epoch* epoch = membership.currentEpoch();
    const auto found = epoch == nullptr ? keys.end() : keys.find(epoch->record);
    return found == keys.end() ? nullptr : &found->second;
}

std::optional<Hash> SpaceState::commitmentOf(const Hash& epoch) const {
    const auto known = std::ranges::find(membership.epochs, epoch, &Epoch::record);
    if (known != membership.epochs.end()) return known->epochKey;
    const MembershipRecord* record = voidRotation(epoch);
    return record ? std::optional(record->as<RotateEpoch>()->epochKey) : std::nullopt;
}

bool SpaceState::hasBegunVoidEpoch(const DeviceId& device, const Hash& epoch) const {
    const MembershipRecord* record = voidRotation(epoch);
    return record != nullptr && record->content().author == RecordAuthor(device);
}

const MembershipRecord* SpaceState::voidRotation(const Hash& hash) const {
    if (!membership.ignored.contains(hash)) return nullptr;
    const auto record = std::ranges::find(records, hash, &MembershipRecord::hash);
    return record == records.end() || !record->as<RotateEpoch>() ? nullptr : &*record;
}

bool SpaceState::mayOpenMore(const SealingKey& own) const {
    const auto isNew = [&](const Hash& epoch) { return !keys.contains(epoch) && commitmentOf(epoch).has_value(); };
    const KeyObject::Tag tag = KeyObject::tagOf(own.publicId());
    return std::ranges::any_of(recipients,
                               [&](const auto& to) { return to.second.contains(tag) && isNew(to.first); }) ||
           std::ranges::any_of(wrapped, [&](const auto& under) {
               return keys.contains(under.first) && std::ranges::any_of(under.second, isNew);
           });
}

bool SpaceState::takeKey(const Hash& epoch, ByteView bytes) {
    if (keys.contains(epoch) || bytes.size() != 32) return false;
    SpaceKey key = SpaceKey::fromBytes(bytes);
    if (key.commitment() != commitmentOf(epoch)) return false;
    keys.emplace(epoch, std::move(key));
    return true;
}

bool SpaceState::openKeys(const KeyObject& object, const SealingKey& own) {
    const KeyObject::Content& content = object.content();
    std::set<KeyObject::Tag>& known = recipients[content.epoch];
    const KeyObject::Tag ownTag = KeyObject::tagOf(own.publicId());
    bool isNew = false;
    for (const KeyObject::Entry& entry : content.entries) {
        known.insert(entry.tag);
        if (entry.tag != ownTag || keys.contains(content.epoch)) continue;
        auto opened = own.open(entry.sealed);
        if (!opened) continue;
        isNew |= takeKey(content.epoch, *opened);
        wipe(*opened);
    }
    std::set<Hash>& under = wrapped[content.epoch];
    for (const KeyObject::Predecessor& predecessor : content.predecessors)
        under.insert(predecessor.epoch);
    const auto key = keys.find(content.epoch);
    if (key == keys.end()) return isNew;
    for (const KeyObject::Predecessor& predecessor : content.predecessors) {
        if (keys.contains(predecessor.epoch)) continue;
        auto opened = key->second.open(Purpose::EpochKey, predecessor.wrapped, predecessor.epoch.view());
        if (!opened) continue;
        isNew |= takeKey(predecessor.epoch, *opened);
        wipe(*opened);
    }
    if (isNew) openNames();
    return isNew;
}

/// Whom a record names in its sealed details; nothing for records that name nobody.
static std::optional<OrganizationId> organizationNamedBy(const MembershipRecord& record) {
    if (const auto* create = record.as<CreateSpace>()) return create->founders[0].organization;
    if (const auto* admit = record.as<AdmitDevice>()) return admit->joiner.organization;
    return std::nullopt;
}

void SpaceState::openNames() {
    names.clear();
    for (const MembershipRecord& record : records) {
        const auto named = organizationNamedBy(record);
        if (!named || membership.ignored.contains(record.hash())) continue;
        const Bytes clear = MembershipRecord::encodeContent(record.content());
        for (const auto& [epoch, key] : keys) {
            const auto opened = key.open(Purpose::Membership, record.sealedDetails(), clear);
            const auto found = opened ? decodeNames(*opened) : std::nullopt;
            if (!found) continue;
            if (!found->organization.empty()) names[*named] = found->organization;
            if (record.as<CreateSpace>()) info.name = found->space;
        }
    }
}

Bytes encodeNames(std::string_view spaceName, std::string_view organizationName) {
    Writer writer;
    writer.text(spaceName);
    writer.text(organizationName);
    return pad(writer.take());
}

std::optional<Names> decodeNames(ByteView padded) {
    const auto plain = unpad(padded);
    if (!plain) return std::nullopt;
    Reader reader(*plain);
    Names names;
    names.space = reader.text(kInviteTextSizeMax);
    names.organization = reader.text(kInviteTextSizeMax);
    if (!reader.finished()) return std::nullopt;
    return names;
}

Bytes sealNames(const SpaceKey& key, const MembershipRecord::Content& content, std::string_view spaceName,
                std::string_view organizationName, Entropy& entropy) {
    return key.seal(Purpose::Membership, encodeNames(spaceName, organizationName),
                    MembershipRecord::encodeContent(content), entropy);
}

} // namespace puente
