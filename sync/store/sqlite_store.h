#pragma once

#include "common/base/entropy.h"
#include "sync/sql/database.h"
#include "sync/store/store.h"

#include <memory>

namespace puente {

/// The durable store of one server: one SQLite file. Tables: docs/formats/store.md.
class SqliteStore final : public Store {
public:
    /// Opens or begins a store. One that was made by backupTo() begins another life here: clients then compare heights
    /// instead of trusting their cursors.
    static Result<std::unique_ptr<SqliteStore>, SqlFault> open(Database database, Entropy& entropy);

    /// The same for a store that is no copy: something was lost that its clients believe to be here.
    Result<Done, SqlFault> beginAnotherLife(Entropy& entropy);

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

    /// A consistent copy, made while the store is in use; it appears at `path` only when it is whole. Opened by
    /// another process or later, it is another instance.
    Result<Done, SqlFault> backupTo(const std::string& path);
    Database& database() { return m_database; }

private:
    /// A space's row while an append is under way.
    struct SpaceRow {
        std::int64_t number = 0;
        LogPosition end;
        Usage usage;
    };

    explicit SqliteStore(Database database) : m_database(std::move(database)) {}
    Result<Done, SqlFault> begin(Entropy& entropy);
    Result<SpaceRow, SqlFault> rowOf(const SpaceId& space);
    Result<SpaceRow, SqlFault> makeRow(const SpaceId& space);
    Result<Done, SqlFault> keepRow(const SpaceRow& row);
    Result<LogPosition, SqlFault> appendAll(const SpaceId& space, std::span<const NewEntry> entries);
    Result<Done, SqlFault> appendOne(SpaceRow& row, const NewEntry& entry);
    Result<Done, SqlFault> insert(const SpaceRow& row, const NewEntry& entry);
    Result<Done, SqlFault> erase(std::int64_t space, const NewEntry& entry);
    Result<Done, SqlFault> nameOrganizations(std::int64_t space, const NewEntry& entry);
    Result<Done, SqlFault> raiseHeight(std::int64_t space, const NewEntry& entry);
    Result<Done, SqlFault> countDevice(const NewEntry& entry);
    Result<bool, SqlFault> holds(std::int64_t space, const Hash& entry);

    Database m_database;
    InstanceId m_instance;
};

} // namespace puente
