#include "sync/replica/space_state.h"

#include "common/codec/reader.h"
#include "common/codec/writer.h"
#include "common/crypto/padding.h"

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

bool SpaceState::openKeys(const KeyObject& object, const DeviceKeys& own) {
    const DeviceId device = own.certificate.device;
    for (const KeyObject::Content::Entry& entry : object.content().entries) {
        if (entry.device != device || keys.contains(object.content().epoch)) continue;
        const auto opened = own.sealing.open(entry.sealed);
        if (!opened || opened->size() != 32) continue;
        keys.emplace(object.content().epoch, SpaceKey::fromBytes(*opened));
        openNames();
        return true;
    }
    return false;
}

void SpaceState::openNames() {
    names.clear();
    for (const MembershipRecord& record : records) {
        const auto* create = std::get_if<CreateSpace>(&record.content().act);
        const auto* admit = std::get_if<AdmitDevice>(&record.content().act);
        if (create == nullptr && admit == nullptr) continue;
        const DeviceId& device = create != nullptr ? create->founder.device : admit->joiner.device;
        const Member* member = membership.find(device);
        if (member == nullptr || member->admittedBy != record.hash()) continue;
        const Bytes clear = MembershipRecord::encodeContent(record.content());
        for (const auto& [epoch, key] : keys) {
            const auto opened = key.open(Purpose::Membership, record.sealedDetails(), clear);
            const auto found = opened ? decodeNames(*opened) : std::nullopt;
            if (!found) continue;
            names[device] = found->organization;
            if (create != nullptr) info.name = found->space;
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
