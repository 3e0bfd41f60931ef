#include "sync/session/space_book.h"

#include "sync/erasable/erasable.h"

#include <algorithm>
#include <utility>

namespace puente {

namespace {

constexpr std::size_t kReadSize = 1024 * 1024;

std::optional<DeviceId> authorIn(EntryKind kind, ByteView wire) {
    const std::size_t nameSize = 1 + SpaceId::kSize + DeviceId::kSize + Hash::kSize;
    const std::size_t offset = kind == EntryKind::Erasure ? nameSize : 1 + SpaceId::kSize;
    if (wire.size() < offset + DeviceId::kSize) return std::nullopt;
    return DeviceId::from(wire.subspan(offset, DeviceId::kSize));
}

} // namespace

Result<std::optional<SpaceBook>, StoreFault> SpaceBook::load(Store& store, const SpaceId& space) {
    SpaceBook book(space);
    std::uint64_t position = 0;
    for (;;) {
        const auto entries = store.read(space, position, EntryKind::Membership, kReadSize);
        if (!entries) return Failure{entries.fault()};
        if (entries->empty()) break;
        for (const Entry& entry : *entries) {
            const auto record = MembershipRecord::parse(entry.bytes);
            if (!record) return Failure{StoreFault::Corrupt};
            book.add(*record);
        }
        position = entries->back().position;
    }
    if (book.m_records.empty()) return std::optional<SpaceBook>{};
    const auto heights = store.heights(space);
    if (!heights) return Failure{heights.fault()};
    for (const LogHeight& height : *heights)
        book.m_heights[height.log] = height.height;
    return std::optional<SpaceBook>{std::move(book)};
}

const Membership& SpaceBook::membership() {
    if (m_isStale) m_membership = evaluate(m_space, m_records);
    m_isStale = false;
    return m_membership;
}

bool SpaceBook::knows(const DeviceId& device) {
    return m_membership.certificateOf(device) || membership().certificateOf(device);
}

std::size_t SpaceBook::recordCountBy(const RecordAuthor& author) const {
    const auto found = m_countByAuthor.find(author);
    return found == m_countByAuthor.end() ? 0 : found->second;
}

void SpaceBook::add(const MembershipRecord& record) {
    m_hashes.insert(record.hash());
    ++m_countByAuthor[record.content().author];
    (void)m_acquaintances.take(record);
    m_records.push_back(record);
    m_isStale = true;
}

Result<Done, StoreFault> SpaceBook::needErasables(Store& store) {
    if (std::exchange(m_hasErasables, true)) return Done{};
    for (const EntryKind kind : {EntryKind::Erasable, EntryKind::Erasure, EntryKind::Confirmation}) {
        std::uint64_t position = 0;
        for (;;) {
            const auto entries = store.read(m_space, position, kind, kReadSize);
            if (!entries) m_hasErasables = false;
            if (!entries) return Failure{entries.fault()};
            if (entries->empty()) break;
            for (const Entry& entry : *entries)
                noteErasable(kind, entry.bytes);
            position = entries->back().position;
        }
    }
    return Done{};
}

/// These were parsed before they were stored; an erased object has no bytes, and no longer counts.
void SpaceBook::noteErasable(EntryKind kind, ByteView wire) {
    const Hash name = ErasableName::hashIn(wire);
    if (kind == EntryKind::Erasure) m_erased.insert(name);
    if (kind == EntryKind::Erasable) m_erasables.insert(*ErasableId::from(name.view().first(ErasableId::kSize)));
    if (const auto author = authorIn(kind, wire)) ++m_erasableCounts[{kind, *author}];
}

bool SpaceBook::isErased(const ErasableId& key) const {
    Hash least; // that begins as the id does: an id is the beginning of its name's hash
    std::ranges::copy(key.bytes, least.bytes.begin());
    const auto found = m_erased.lower_bound(least);
    return found != m_erased.end() && equal(found->view().first(ErasableId::kSize), key.view());
}

std::size_t SpaceBook::erasableCountBy(EntryKind kind, const DeviceId& author) const {
    const auto found = m_erasableCounts.find({kind, author});
    return found == m_erasableCounts.end() ? 0 : found->second;
}

Height SpaceBook::height(const LogId& log) const {
    const auto found = m_heights.find(log);
    return found == m_heights.end() ? Height{} : found->second;
}

} // namespace puente
