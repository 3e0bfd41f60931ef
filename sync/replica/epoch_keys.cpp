#include "sync/replica/epoch_keys.h"

#include "sync/replica/parts.h"

#include <algorithm>
#include <set>

namespace puente {

namespace {

/// True when a key is here to which the current one does not lead: of an epoch that was begun beside it, and whose key
/// came later. Whoever has become a member since can have it no other way.
bool hasUnwrapped(const SpaceState& space) {
    const Hash& current = space.membership.currentEpoch()->record;
    const auto found = space.wrapped.find(current);
    return std::ranges::any_of(space.keys, [&](const auto& key) {
        return key.first != current && (found == space.wrapped.end() || !found->second.contains(key.first));
    });
}

} // namespace

std::vector<SealingId> readersOf(const Membership& membership) {
    std::set<SealingId> readers;
    for (const auto& [device, member] : membership.members) {
        readers.insert(member.certificate.sealing);
        readers.insert(member.certificate.recovery);
    }
    // An organisation whose last device was lost is a member still: with its kit it comes back.
    for (const auto& [device, former] : membership.former)
        if (membership.organizations.contains(former.certificate.organization))
            readers.insert(former.certificate.recovery);
    return {readers.begin(), readers.end()};
}

KeyObject keyObjectFor(const SpaceState& space, const std::vector<SealingId>& readers, ReplicaState& state) {
    const Hash& epoch = space.membership.currentEpoch()->record;
    const SpaceKey& key = space.keys.at(epoch);
    KeyObject::Content content{
        .space = space.id(), .author = state.ownDevice(), .epoch = epoch, .entries = {}, .predecessors = {}};
    for (const SealingId& reader : readers)
        content.entries.push_back(
            {.tag = KeyObject::tagOf(reader), .sealed = sealTo(reader, key.reveal(), state.entropy)});
    std::ranges::sort(content.entries, {}, [](const auto& entry) { return std::tie(entry.tag, entry.sealed); });
    for (const auto& [earlier, earlierKey] : space.keys)
        if (earlier != epoch)
            content.predecessors.push_back(
                {.epoch = earlier,
                 .wrapped = key.seal(Purpose::EpochKey, earlierKey.reveal(), earlier.view(), state.entropy)});
    return KeyObject::sign(content, state.keys.signing);
}

MembershipRecord::Content nextRecord(const SpaceState& space, RecordAuthor author, MembershipAct act) {
    return {.space = space.id(), .author = std::move(author), .parents = space.membership.heads, .act = std::move(act)};
}

Result<Done, ReplicaFault> Replica::rotateEpoch(const SpaceId& space) {
    SpaceState* found = m_parts->find(space);
    if (found == nullptr) return Failure{ReplicaFault::UnknownSpace};
    if (!found->isAdmin()) return Failure{ReplicaFault::NotAllowed};
    if (found->records.size() >= kMembershipRecordCountMax) return Failure{ReplicaFault::TooLarge};
    return m_parts->transact<Done>([&](Work& work) -> Result<Done, ReplicaFault> {
        SpaceKey key = SpaceKey::generate(m_parts->entropy);
        const RotateEpoch rotate{.number = found->membership.currentEpoch()->number + 1, .epochKey = key.commitment()};
        MembershipRecord record =
            MembershipRecord::sign(nextRecord(*found, m_parts->ownDevice(), rotate), {}, m_parts->keys.signing);
        const Hash epoch = record.hash();
        m_parts->keepRecord(work, *found, std::move(record));
        found->evaluateMembership(m_parts->ownDevice());
        found->keys.emplace(epoch, std::move(key));
        m_parts->keepKeyObject(work, *found, keyObjectFor(*found, readersOf(found->membership), *m_parts));
        return Done{};
    });
}

Result<Replica::KeysTended, ReplicaFault> Replica::tendKeys(const SpaceId& space) {
    KeysTended tended;
    SpaceState* found = m_parts->find(space);
    if (found == nullptr) return Failure{ReplicaFault::UnknownSpace};
    if (!found->isAdmin()) return tended;
    if (found->membership.isRotationOwed) {
        if (const auto done = rotateEpoch(space); !done) return Failure{done.fault()};
        tended.rotated = true;
    }
    if (found->currentKey() == nullptr) return tended;
    const std::set<KeyObject::Tag>& known = found->recipients[found->membership.currentEpoch()->record];
    std::vector<SealingId> missing = readersOf(found->membership);
    std::erase_if(missing, [&](const SealingId& reader) { return known.contains(KeyObject::tagOf(reader)); });
    tended.forwardedTo = missing.size();
    if (missing.empty() && !hasUnwrapped(*found)) return tended;
    if (missing.empty()) missing.push_back(m_parts->keys.certificate.sealing); // an object has at least one entry
    return m_parts->transact<KeysTended>([&](Work& work) -> Result<KeysTended, ReplicaFault> {
        m_parts->keepKeyObject(work, *found, keyObjectFor(*found, missing, *m_parts));
        return tended;
    });
}

} // namespace puente
