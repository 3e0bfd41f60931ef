#include "sync/replica/old_disk.h"

#include "sync/replica/migrations.h"
#include "sync/replica/packed_dot.h"
#include "sync/replica/work.h"

namespace puente {

namespace {

class Reading {
public:
    explicit Reading(Database& database) : m_work(database) {}

    Result<OldDisk, ReplicaFault> run() {
        OldDisk disk;
        std::vector<std::int64_t> numbers;
        Statement& rows = m_work.prepare("SELECT number, id, server FROM space ORDER BY id");
        while (m_work.step(rows)) {
            const auto id = SpaceId::from(rows.blob(1));
            if (!id) m_work.damaged();
            if (!id) break;
            numbers.push_back(rows.integer(0));
            disk.spaces.push_back({.id = *id, .server = std::string(rows.text(2)), .entries = {}, .unsent = {}});
        }
        for (std::size_t i = 0; i < numbers.size(); ++i)
            read(numbers[i], disk.spaces[i]);
        m_work.close();
        return m_work.result(std::move(disk));
    }

private:
    void read(std::int64_t number, OldDisk::Space& space) {
        take("SELECT bytes FROM membership WHERE space = ? ORDER BY id", number, EntryKind::Membership, space);
        take("SELECT bytes FROM key_object WHERE space = ? ORDER BY id", number, EntryKind::KeyObject, space);
        take("SELECT bytes FROM erasable WHERE space = ? AND substr(bytes, 1, 1) <> x'00' ORDER BY id", number,
             EntryKind::Erasable, space);
        take("SELECT bytes FROM erasure WHERE space = ? ORDER BY id", number, EntryKind::Erasure, space);
        take("SELECT bytes FROM confirmation WHERE space = ? ORDER BY id", number, EntryKind::Confirmation, space);
        take("SELECT bytes FROM segment JOIN log ON log.number = log WHERE space = ? ORDER BY segment.id", number,
             EntryKind::Segment, space);
        Statement& rows = m_work.prepare(
            "SELECT pending.id, body, device, incarnation FROM pending JOIN log ON log.number = pending.id >> 48 "
            "WHERE space = ? ORDER BY pending.id");
        rows.bind(1, number);
        while (m_work.step(rows)) {
            const auto device = DeviceId::from(rows.blob(2));
            if (!device) return m_work.damaged();
            const LogId log{.device = *device, .incarnation = static_cast<std::uint32_t>(rows.integer(3))};
            const ByteView body = rows.blob(1);
            space.unsent.push_back({log, unpackDot(rows.integer(0)).sequence, Bytes(body.begin(), body.end())});
        }
    }
    void take(const char* sql, std::int64_t number, EntryKind kind, OldDisk::Space& space) {
        Statement& rows = m_work.prepare(sql);
        rows.bind(1, number);
        while (m_work.step(rows))
            space.entries.push_back({kind, Bytes(rows.blob(0).begin(), rows.blob(0).end())});
    }

    Work m_work;
};

} // namespace

Result<OldDisk, ReplicaFault> readOldDisk(Database& database) {
    if (const auto done = database.migrate(replicaMigrations()); !done) return Failure{replicaFaultOf(done.fault())};
    return Reading(database).run();
}

} // namespace puente
