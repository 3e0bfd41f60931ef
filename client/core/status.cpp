#include "client/core/status.h"

#include "client/core/replica_notice.h"

namespace puente {

namespace {

constexpr const char* kTable = "CREATE TABLE IF NOT EXISTS core_sync (space BLOB PRIMARY KEY, at INTEGER NOT NULL) "
                               "STRICT, WITHOUT ROWID";
constexpr const char* kRead = "SELECT at FROM core_sync WHERE space = ?";
constexpr const char* kWrite = "INSERT INTO core_sync (space, at) VALUES (?, ?) "
                               "ON CONFLICT (space) DO UPDATE SET at = excluded.at";

Outcome<std::optional<Instant>> lastSyncOf(Database& database, const SpaceId& space) {
    Statement& read = database.prepare(kRead).bind(1, space.view());
    const auto row = read.step();
    if (!row) return Failure{noticeOf(row.fault(), {})};
    std::optional<Instant> at;
    if (*row) at = instantOf(read.integer(0));
    read.reset();
    return at;
}

} // namespace

Outcome<Done> noteSync(Workspace& workspace, const std::vector<SpaceId>& spaces) {
    Database& database = workspace.replica().database();
    Transaction transaction(database);
    if (const auto made = database.execute(kTable); !made) return Failure{noticeOf(made.fault(), {})};
    for (const SpaceId& space : spaces) {
        const auto written =
            database.prepare(kWrite).bind(1, space.view()).bind(2, millisecondsOf(workspace.now())).run();
        if (!written) return Failure{noticeOf(written.fault(), {})};
    }
    if (const auto done = transaction.commit(); !done) return Failure{noticeOf(done.fault(), {})};
    return Done{};
}

Outcome<std::vector<SpaceStatusView>> statusOf(Workspace& workspace) {
    Replica& replica = workspace.replica();
    if (const auto made = replica.database().execute(kTable); !made) return Failure{noticeOf(made.fault(), {})};
    std::vector<SpaceStatusView> views;
    for (const SpaceInfo& info : replica.spaces()) {
        const auto counts = replica.counts(info.id);
        if (!counts) return Failure{noticeOf(counts.fault(), info.name)};
        const auto hash = replica.stateHash(info.id);
        if (!hash) return Failure{noticeOf(hash.fault(), info.name)};
        const auto lastSync = lastSyncOf(replica.database(), info.id);
        if (!lastSync) return Failure{lastSync.fault()};
        auto records = Records::in(workspace, info.id);
        if (!records) return Failure{records.fault()};
        const auto documents = documentStandingIn(**records);
        if (!documents) return Failure{documents.fault()};
        views.push_back({info, *counts, *lastSync, *documents, toHex(hash->view())});
    }
    return views;
}

} // namespace puente
