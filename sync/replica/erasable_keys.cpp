#include "sync/replica/erasing.h"
#include "sync/replica/parts.h"

#include <algorithm>

namespace puente {

namespace {

std::vector<DeviceId> devicesIn(Work& work, Statement& rows) {
    std::vector<DeviceId> devices;
    while (work.step(rows))
        if (const auto device = DeviceId::from(rows.blob(0))) devices.push_back(*device);
    return devices;
}

/// What an erasure of this id says it is called: from the object, or from another's erasure.
std::optional<ErasableName> nameOf(Work& work, const SpaceState& space, const ErasableId& id) {
    if (const auto object = erasableObject(work, space, id)) return object->name();
    Statement& row = work.prepare("SELECT bytes FROM erasure WHERE space = ? AND erasable = ? LIMIT 1");
    if (!work.step(row.bind(1, std::int64_t{space.number}).bind(2, id.view()))) return std::nullopt;
    const auto erasure = Erasure::parse(Bytes(row.blob(0).begin(), row.blob(0).end()));
    return erasure ? std::optional(erasure->name()) : std::nullopt;
}

} // namespace

Result<ErasableId, ReplicaFault> Replica::createErasableKey(const SpaceId& space) {
    SpaceState* found = m_parts->find(space);
    if (found == nullptr) return Failure{ReplicaFault::UnknownSpace};
    if (!found->mayWrite()) return Failure{ReplicaFault::NotAllowed};
    if (found->currentKey() == nullptr) return Failure{ReplicaFault::NoKey};
    return m_parts->transact<ErasableId>([&](Work& work) -> Result<ErasableId, ReplicaFault> {
        Statement& count = work.prepare("SELECT count(*) FROM erasable WHERE space = ? AND maker = ?");
        count.bind(1, std::int64_t{found->number}).bind(2, m_parts->ownDevice().view());
        if (work.step(count) && static_cast<std::uint64_t>(count.integer(0)) >= kErasableCountMax)
            return Failure{ReplicaFault::TooLarge};
        const ErasableKey key = ErasableKey::generate(m_parts->entropy);
        const ErasableObject object =
            sealErasableKey(key, space, *found->currentKey(), m_parts->keys.signing, m_parts->entropy);
        Eraser(*m_parts, work, *found).keep(object);
        return object.name().id();
    });
}

Result<std::optional<ErasableKey>, ReplicaFault> Replica::erasableKey(const SpaceId& space,
                                                                      const ErasableId& id) const {
    const SpaceState* found = m_parts->find(space);
    if (found == nullptr) return Failure{ReplicaFault::UnknownSpace};
    Work work(m_parts->database);
    const auto object = erasableObject(work, *found, id);
    if (!work.ok()) return Failure{work.fault()};
    std::optional<ErasableKey> key;
    const SpaceKey* epochKey = object ? found->keyFor(object->content().key, object->author()) : nullptr;
    if (epochKey != nullptr) key = openErasableKey(*object, *epochKey);
    return key;
}

Result<Done, ReplicaFault> Replica::eraseKey(const SpaceId& space, const ErasableId& id) {
    SpaceState* found = m_parts->find(space);
    if (found == nullptr) return Failure{ReplicaFault::UnknownSpace};
    return m_parts->transact<Done>([&](Work& work) -> Result<Done, ReplicaFault> {
        const auto name = nameOf(work, *found, id);
        if (!name) return Failure{ReplicaFault::UnknownTarget};
        if (!mayErase(found->membership, m_parts->ownDevice(), name->maker)) return Failure{ReplicaFault::NotAllowed};
        const Erasure erasure = Erasure::sign(*name, m_parts->keys.signing);
        Eraser eraser(*m_parts, work, *found);
        const Reception taken = eraser.take(EntryKind::Erasure, {erasure.wire().begin(), erasure.wire().end()});
        if (taken != Reception::Accepted && taken != Reception::Known) return Failure{ReplicaFault::TooLarge};
        eraser.carryOut();
        return Done{};
    });
}

Result<ErasureStatus, ReplicaFault> Replica::erasureStatus(const SpaceId& space, const ErasableId& id) const {
    const SpaceState* found = m_parts->find(space);
    if (found == nullptr) return Failure{ReplicaFault::UnknownSpace};
    Work work(m_parts->database);
    const auto of = [&](const char* sql) -> Statement& {
        return work.prepare(sql).bind(1, std::int64_t{found->number}).bind(2, id.view());
    };
    ErasureStatus status;
    const auto name = nameOf(work, *found, id);
    if (!name) return work.ok() ? Failure{ReplicaFault::UnknownTarget} : Failure{work.fault()};
    status.isErased = work.step(of("SELECT 1 FROM erasure WHERE space = ? AND erasable = ? AND done = 1"));
    status.atServer = work.step(of("SELECT 1 FROM erasure JOIN delivered USING (space, hash) "
                                   "WHERE space = ? AND erasable = ?"));
    status.erasedBy =
        devicesIn(work, of("SELECT DISTINCT author FROM erasure WHERE space = ? AND erasable = ? ORDER BY author"));
    const auto counts = [&](const DeviceId& author) { return mayErase(found->membership, author, name->maker); };
    status.isStanding = std::ranges::any_of(status.erasedBy, counts);
    const auto confirmed =
        devicesIn(work, of("SELECT device FROM confirmed WHERE space = ? AND erasable = ? ORDER BY device"));
    for (const auto& [device, member] : found->membership.members)
        (std::ranges::binary_search(confirmed, device) ? status.confirmed : status.missing).push_back(device);
    return work.result(std::move(status));
}

Result<std::vector<Replica::ErasableEntry>, ReplicaFault> Replica::erasableEntries(const SpaceId& space,
                                                                                   bool onlyUndelivered) const {
    const SpaceState* found = m_parts->find(space);
    if (found == nullptr) return Failure{ReplicaFault::UnknownSpace};
    std::vector<ErasableEntry> entries;
    Work work(m_parts->database);
    const auto take = [&](const char* sql, EntryKind kind, auto isOffered) {
        Statement& rows = work.prepare(sql);
        rows.bind(1, std::int64_t{found->number}).bind(2, std::int64_t{onlyUndelivered});
        while (work.step(rows)) {
            const auto hash = Hash::from(rows.blob(0));
            const ByteView bytes = rows.blob(1);
            if (!hash) return work.damaged();
            entries.push_back({kind, *hash, Bytes(bytes.begin(), bytes.end()), isOffered(bytes)});
        }
    };
    take("SELECT hash, bytes FROM erasable WHERE space = ?1 AND NOT (?2 AND EXISTS (SELECT 1 FROM delivered "
         "WHERE delivered.space = ?1 AND delivered.hash = erasable.hash)) ORDER BY id",
         EntryKind::Erasable, [](ByteView bytes) { return !bytes.empty() && bytes[0] != 0; });
    take("SELECT hash, bytes FROM erasure WHERE space = ?1 AND NOT (?2 AND EXISTS (SELECT 1 FROM delivered "
         "WHERE delivered.space = ?1 AND delivered.hash = erasure.hash)) ORDER BY id",
         EntryKind::Erasure, [&](ByteView bytes) {
             const auto erasure = Erasure::parse(Bytes(bytes.begin(), bytes.end()));
             return erasure && mayErase(found->membership, erasure->author(), erasure->name().maker);
         });
    take("SELECT hash, bytes FROM confirmation WHERE space = ?1 AND NOT (?2 AND EXISTS (SELECT 1 FROM delivered "
         "WHERE delivered.space = ?1 AND delivered.hash = confirmation.hash)) ORDER BY id",
         EntryKind::Confirmation, [&](ByteView bytes) {
             const auto confirmation = ErasureConfirmation::parse(Bytes(bytes.begin(), bytes.end()));
             return confirmation && found->membership.find(confirmation->author()) != nullptr;
         });
    return work.result(std::move(entries));
}

Result<bool, ReplicaFault> Replica::knowsErasable(const SpaceId& space, const Hash& object) const {
    const SpaceState* found = m_parts->find(space);
    if (found == nullptr) return Failure{ReplicaFault::UnknownSpace};
    Work work(m_parts->database);
    const auto holds = [&](const char* sql) {
        Statement& row = work.prepare(sql).bind(1, std::int64_t{found->number});
        return work.step(row.bind(2, object.view().first(ErasableId::kSize)));
    };
    const bool isHere = holds("SELECT 1 FROM erasable WHERE space = ? AND erasable = ?") ||
                        holds("SELECT 1 FROM erasure WHERE space = ? AND erasable = ?");
    return work.result(isHere);
}

} // namespace puente
