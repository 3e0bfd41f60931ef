#include "sync/session/space_book.h"

namespace puente {

namespace {

constexpr std::size_t kReadSize = 1024 * 1024;

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

Height SpaceBook::height(const LogId& log) const {
    const auto found = m_heights.find(log);
    return found == m_heights.end() ? Height{} : found->second;
}

} // namespace puente
