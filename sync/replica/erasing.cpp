#include "sync/replica/erasing.h"

#include "sync/erasable/erasable_key.h"

#include <algorithm>

namespace puente {

namespace {

const SpaceId& spaceOf(const ErasableObject& object) {
    return object.name().space;
}
const SpaceId& spaceOf(const Erasure& erasure) {
    return erasure.name().space;
}
const SpaceId& spaceOf(const ErasureConfirmation& confirmation) {
    return confirmation.content().space;
}

Bytes copyOf(ByteView bytes) {
    return {bytes.begin(), bytes.end()};
}

} // namespace

Reception Eraser::take(EntryKind kind, Bytes bytes) {
    switch (kind) {
    case EntryKind::Erasable: return take(ErasableObject::parse(std::move(bytes)));
    case EntryKind::Erasure: return take(Erasure::parse(std::move(bytes)));
    case EntryKind::Confirmation: return take(ErasureConfirmation::parse(std::move(bytes)));
    case EntryKind::Membership:
    case EntryKind::KeyObject:
    case EntryKind::Segment: break;
    }
    contractBroken();
}

template <typename Entry>
Reception Eraser::take(std::optional<Entry> entry) {
    if (!entry || spaceOf(*entry) != m_space.id()) return Reception::Malformed;
    // Records come before these from whoever is honest. What nobody here knows is asked for again.
    if (m_space.membership.certificateOf(entry->author()) == nullptr) return Reception::Gap;
    const std::optional<Reception> refusal = whyNot(*entry);
    if (refusal) return *refusal;
    keep(*entry);
    if constexpr (std::is_same_v<Entry, Erasure>)
        return mayErase(m_space.membership, entry->author(), entry->name().maker) ? Reception::Accepted
                                                                                  : Reception::Quarantined;
    return Reception::Accepted;
}

std::optional<Reception> Eraser::whyNot(const ErasableObject& object) {
    const ErasableId id = object.name().id();
    if (holds("SELECT 1 FROM erasure WHERE space = ? AND erasable = ? AND done = 1", id.view()))
        return Reception::Erased;
    if (holds("SELECT 1 FROM erasable WHERE space = ? AND erasable = ?", id.view())) return Reception::Known;
    if (m_space.membership.writingOf(object.author()) == nullptr) return Reception::NotAllowed;
    const SpaceKey* key = m_space.keyFor(object.content().key, object.author());
    if (key != nullptr && !openErasableKey(object, *key)) return Reception::Broken;
    const auto count = countOf("SELECT count(*) FROM erasable WHERE space = ? AND maker = ?", object.author());
    return count < kErasableCountMax ? std::nullopt : std::optional(Reception::NotAllowed);
}

std::optional<Reception> Eraser::whyNot(const Erasure& erasure) {
    if (holds("SELECT 1 FROM erasure WHERE space = ? AND hash = ?", erasure.hash().view())) return Reception::Known;
    const auto count = countOf("SELECT count(*) FROM erasure WHERE space = ? AND author = ?", erasure.author());
    return count < kErasableCountMax ? std::nullopt : std::optional(Reception::NotAllowed);
}

std::optional<Reception> Eraser::whyNot(const ErasureConfirmation& confirmation) {
    if (holds("SELECT 1 FROM confirmation WHERE space = ? AND hash = ?", confirmation.hash().view()))
        return Reception::Known;
    const auto count =
        countOf("SELECT count(*) FROM confirmation WHERE space = ? AND author = ?", confirmation.author());
    return count < kConfirmationCountMax ? std::nullopt : std::optional(Reception::NotAllowed);
}

bool Eraser::holds(const char* sql, ByteView what) {
    return m_work.step(m_work.prepare(sql).bind(1, std::int64_t{m_space.number}).bind(2, what));
}

std::uint64_t Eraser::countOf(const char* sql, const DeviceId& author) {
    Statement& row = m_work.prepare(sql).bind(1, std::int64_t{m_space.number}).bind(2, author.view());
    return m_work.step(row) ? static_cast<std::uint64_t>(row.integer(0)) : 0;
}

void Eraser::keep(const ErasableObject& object) {
    m_work.run(m_work.prepare("INSERT INTO erasable(space, erasable, hash, maker, bytes) VALUES(?, ?, ?, ?, ?)")
                   .bind(1, std::int64_t{m_space.number})
                   .bind(2, object.name().id().view())
                   .bind(3, object.hash().view())
                   .bind(4, object.author().view())
                   .bind(5, object.wire()));
}

void Eraser::keep(const Erasure& erasure) {
    m_work.run(m_work.prepare("INSERT INTO erasure(space, erasable, hash, author, bytes) VALUES(?, ?, ?, ?, ?)")
                   .bind(1, std::int64_t{m_space.number})
                   .bind(2, erasure.name().id().view())
                   .bind(3, erasure.hash().view())
                   .bind(4, erasure.author().view())
                   .bind(5, erasure.wire()));
}

void Eraser::keep(const ErasureConfirmation& confirmation) {
    const ErasureConfirmation::Content& content = confirmation.content();
    m_work.run(m_work.prepare("INSERT INTO confirmation(space, hash, author, bytes) VALUES(?, ?, ?, ?)")
                   .bind(1, std::int64_t{m_space.number})
                   .bind(2, confirmation.hash().view())
                   .bind(3, content.author.view())
                   .bind(4, confirmation.wire()));
    for (const ErasableId& id : content.erased)
        m_work.run(m_work.prepare("INSERT OR IGNORE INTO confirmed(space, erasable, device) VALUES(?, ?, ?)")
                       .bind(1, std::int64_t{m_space.number})
                       .bind(2, id.view())
                       .bind(3, content.author.view()));
}

void Eraser::carryOut() {
    std::vector<Erasure> waiting;
    Statement& rows = m_work.prepare("SELECT bytes FROM erasure WHERE space = ? AND done = 0 ORDER BY id");
    rows.bind(1, std::int64_t{m_space.number});
    while (m_work.step(rows)) {
        auto erasure = Erasure::parse(copyOf(rows.blob(0)));
        if (!erasure) return m_work.damaged();
        waiting.push_back(std::move(*erasure));
    }
    for (const Erasure& erasure : waiting) {
        if (!mayErase(m_space.membership, erasure.author(), erasure.name().maker)) continue;
        const ErasableId id = erasure.name().id();
        // Overwritten where it stands: a row that is removed has others moved, and of what is moved SQLite may leave a
        // copy behind.
        m_work.run(m_work
                       .prepare("UPDATE erasable SET bytes = zeroblob(length(bytes)) "
                                "WHERE space = ? AND erasable = ?")
                       .bind(1, std::int64_t{m_space.number})
                       .bind(2, id.view()));
        m_work.run(m_work.prepare("UPDATE erasure SET done = 1 WHERE space = ? AND hash = ?")
                       .bind(1, std::int64_t{m_space.number})
                       .bind(2, erasure.hash().view()));
        m_state.owesConfirmations = true;
    }
}

std::optional<ErasableObject> erasableObject(Work& work, const SpaceState& space, const ErasableId& id) {
    Statement& row = work.prepare("SELECT bytes FROM erasable WHERE space = ? AND erasable = ?");
    if (!work.step(row.bind(1, std::int64_t{space.number}).bind(2, id.view()))) return std::nullopt;
    if (row.blob(0).empty() || row.blob(0)[0] == 0) return std::nullopt; // erased
    auto object = ErasableObject::parse(copyOf(row.blob(0)));
    if (!object) work.damaged();
    return object;
}

/// Confirms what was carried out and not said yet, once it is out of the file and its write-ahead log. What fails here
/// is tried again after the next transaction.
void ReplicaState::confirmErasures() {
    owesConfirmations = false;
    std::map<SpaceId, std::vector<ErasableId>> erased;
    Work reading(database);
    for (const auto& [id, space] : spaces) {
        Statement& rows = reading.prepare("SELECT DISTINCT erasable FROM erasure WHERE space = ?1 AND done = 1 AND NOT "
                                          "EXISTS (SELECT 1 FROM confirmed WHERE confirmed.space = ?1 AND "
                                          "confirmed.erasable = erasure.erasable AND device = ?2) ORDER BY erasable");
        rows.bind(1, std::int64_t{space.number}).bind(2, ownDevice().view());
        while (space.info.role && reading.step(rows))
            if (const auto found = ErasableId::from(rows.blob(0))) erased[id].push_back(*found);
    }
    reading.close();
    if (erased.empty()) return;
    owesConfirmations = true;
    if (!database.checkpoint()) return;
    const auto confirm = [&](Work& work) -> Result<Done, ReplicaFault> {
        for (const auto& [id, all] : erased) {
            for (std::size_t from = 0; from < all.size(); from += kConfirmedCountMax) {
                const std::size_t count = std::min(all.size() - from, kConfirmedCountMax);
                const auto begin = all.begin() + static_cast<std::ptrdiff_t>(from);
                const ErasureConfirmation::Content content{
                    .space = id, .author = ownDevice(), .erased = {begin, begin + static_cast<std::ptrdiff_t>(count)}};
                Eraser(*this, work, spaces.at(id)).keep(ErasureConfirmation::sign(content, keys.signing));
            }
        }
        return Done{};
    };
    const auto done = attempt<Done>(confirm);
    owesConfirmations = !done;
    if (!done) reload();
}

} // namespace puente
