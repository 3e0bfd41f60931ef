#include "sync/store/memory_store.h"

namespace puente {

namespace {

/// As many whole entries as fit, at least one.
class Gathering {
public:
    explicit Gathering(std::size_t bytesMax) : m_bytesMax(bytesMax) {}

    /// False when the entry no longer fits.
    bool take(const Entry& entry) {
        if (!m_entries.empty() && m_bytes + entry.bytes.size() > m_bytesMax) return false;
        m_bytes += entry.bytes.size();
        m_entries.push_back(entry);
        return true;
    }
    std::vector<Entry> finish() { return std::move(m_entries); }

private:
    std::size_t m_bytesMax;
    std::size_t m_bytes = 0;
    std::vector<Entry> m_entries;
};

void count(Usage& usage, std::size_t bytes) {
    usage.bytes += bytes;
    ++usage.entries;
}

} // namespace

void MemoryStore::append(SpaceLog& log, const NewEntry& entry) {
    if (!log.hashes.insert(entry.hash).second) return;
    log.entries.push_back(
        {log.entries.size() + 1, entry.kind, entry.hash, entry.bytes, entry.log, entry.first, entry.last});
    log.running.push_back(runningHash(log.running.back(), entry.kind, entry.hash));
    count(log.usage, entry.bytes.size());
    for (Entry& other : log.entries)
        if (entry.erases == other.hash && other.kind == EntryKind::Erasable) other.bytes.clear();
    if (entry.kind != EntryKind::Segment) return;
    count(m_devices[entry.log.device], entry.bytes.size());
    Height& height = log.heights[entry.log];
    if (entry.last > height.sequence) height = {entry.last, entry.hash};
}

const MemoryStore::SpaceLog& MemoryStore::find(const SpaceId& space) const {
    static const SpaceLog kEmpty;
    const auto found = m_spaces.find(space);
    return found == m_spaces.end() ? kEmpty : found->second;
}

Result<LogPosition, StoreFault> MemoryStore::append(const SpaceId& space, std::span<const NewEntry> entries) {
    for (const NewEntry& entry : entries) {
        append(m_spaces[space], entry);
        for (const OrganizationId& organization : entry.organizations)
            m_organizations[organization].insert(space);
    }
    return end(space);
}

Result<LogPosition, StoreFault> MemoryStore::end(const SpaceId& space) {
    const SpaceLog& log = find(space);
    return LogPosition{log.entries.size(), log.running.back()};
}

Result<std::optional<Hash>, StoreFault> MemoryStore::runningAt(const SpaceId& space, std::uint64_t position) {
    const SpaceLog& log = find(space);
    if (position >= log.running.size()) return std::optional<Hash>{};
    return std::optional<Hash>{log.running[position]};
}

Result<std::vector<Entry>, StoreFault> MemoryStore::read(const SpaceId& space, std::uint64_t after,
                                                         std::optional<EntryKind> kind, std::size_t bytesMax) {
    Gathering gathering(bytesMax);
    for (const Entry& entry : find(space).entries)
        if (entry.position > after && (!kind || entry.kind == *kind) && !gathering.take(entry)) break;
    return gathering.finish();
}

Result<std::vector<Entry>, StoreFault> MemoryStore::readLog(const SpaceId& space, const LogId& log, std::uint32_t after,
                                                            std::size_t bytesMax) {
    Gathering gathering(bytesMax);
    for (const Entry& entry : find(space).entries) {
        const bool wanted = entry.kind == EntryKind::Segment && entry.log == log && entry.last > after;
        if (wanted && !gathering.take(entry)) break;
    }
    return gathering.finish();
}

Result<std::vector<LogHeight>, StoreFault> MemoryStore::heights(const SpaceId& space) {
    std::vector<LogHeight> heights;
    for (const auto& [log, height] : find(space).heights)
        heights.push_back({log, height});
    return heights;
}

Result<Height, StoreFault> MemoryStore::height(const SpaceId& space, const LogId& log) {
    const auto& heights = find(space).heights;
    const auto found = heights.find(log);
    return found == heights.end() ? Height{} : found->second;
}

Result<bool, StoreFault> MemoryStore::contains(const SpaceId& space, const Hash& entry) {
    return find(space).hashes.contains(entry);
}

Result<Usage, StoreFault> MemoryStore::usageOfSpace(const SpaceId& space) {
    return find(space).usage;
}

Result<Usage, StoreFault> MemoryStore::usageOfDevice(const DeviceId& device) {
    const auto found = m_devices.find(device);
    return found == m_devices.end() ? Usage{} : found->second;
}

Result<std::vector<SpaceId>, StoreFault> MemoryStore::spaces() {
    std::vector<SpaceId> spaces;
    for (const auto& [space, log] : m_spaces)
        spaces.push_back(space);
    return spaces;
}

Result<std::vector<SpaceId>, StoreFault> MemoryStore::spacesOf(const OrganizationId& organization) {
    const auto found = m_organizations.find(organization);
    if (found == m_organizations.end()) return std::vector<SpaceId>{};
    return std::vector<SpaceId>(found->second.begin(), found->second.end());
}

Result<Done, StoreFault> MemoryStore::putJoin(const SpaceId& space, const WaitingJoin& join) {
    m_joins[space][join.invite] = join.request;
    return Done{};
}

Result<std::vector<WaitingJoin>, StoreFault> MemoryStore::joins(const SpaceId& space) {
    std::vector<WaitingJoin> waiting;
    const auto found = m_joins.find(space);
    if (found != m_joins.end())
        for (const auto& [invite, request] : found->second)
            waiting.push_back({invite, request});
    return waiting;
}

Result<Done, StoreFault> MemoryStore::removeJoin(const SpaceId& space, const Hash& invite) {
    const auto found = m_joins.find(space);
    if (found != m_joins.end()) found->second.erase(invite);
    return Done{};
}

} // namespace puente
