#pragma once

#include "sync/store/store.h"

#include <map>
#include <set>

namespace puente {

/// The obviously right store: for tests and simulations, which may copy it to keep an earlier state of a server.
class MemoryStore final : public Store {
public:
    explicit MemoryStore(const InstanceId& instance) : m_instance(instance) {}

    /// What restoring a backup does: the same content, another life.
    void beginNewLife(const InstanceId& instance) { m_instance = instance; }

    InstanceId instance() const override { return m_instance; }
    Result<LogPosition, StoreFault> append(const SpaceId& space, std::span<const NewEntry> entries) override;
    Result<LogPosition, StoreFault> end(const SpaceId& space) override;
    Result<std::optional<Hash>, StoreFault> runningAt(const SpaceId& space, std::uint64_t position) override;
    Result<std::vector<Entry>, StoreFault> read(const SpaceId& space, std::uint64_t after,
                                                std::optional<EntryKind> kind, std::size_t bytesMax) override;
    Result<std::vector<Entry>, StoreFault> readLog(const SpaceId& space, const LogId& log, std::uint32_t after,
                                                   std::size_t bytesMax) override;
    Result<std::vector<LogHeight>, StoreFault> heights(const SpaceId& space) override;
    Result<Height, StoreFault> height(const SpaceId& space, const LogId& log) override;
    Result<bool, StoreFault> contains(const SpaceId& space, const Hash& entry) override;
    Result<Usage, StoreFault> usageOfSpace(const SpaceId& space) override;
    Result<Usage, StoreFault> usageOfDevice(const DeviceId& device) override;
    Result<std::vector<SpaceId>, StoreFault> spaces() override;
    Result<std::vector<SpaceId>, StoreFault> spacesOf(const OrganizationId& organization) override;
    Result<Done, StoreFault> putJoin(const SpaceId& space, const WaitingJoin& join) override;
    Result<std::vector<WaitingJoin>, StoreFault> joins(const SpaceId& space) override;
    Result<Done, StoreFault> removeJoin(const SpaceId& space, const Hash& invite) override;

private:
    struct SpaceLog {
        std::vector<Entry> entries;
        std::vector<Hash> running{Hash{}}; ///< by position
        std::set<Hash> hashes;
        std::map<LogId, Height> heights;
        Usage usage;
    };

    void append(SpaceLog& log, const NewEntry& entry);
    const SpaceLog& find(const SpaceId& space) const;

    InstanceId m_instance;
    std::map<SpaceId, SpaceLog> m_spaces;
    std::map<DeviceId, Usage> m_devices;
    std::map<OrganizationId, std::set<SpaceId>> m_organizations; ///< where an entry named them
    std::map<SpaceId, std::map<Hash, Bytes>> m_joins;
};

} // namespace puente
