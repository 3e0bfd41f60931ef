#include "client/core/document_marks.h"

#include "client/core/replica_notice.h"
#include "sync/store/store_rows.h"

namespace puente {

namespace {

constexpr const char *kMarkTable =
                         "CREATE TABLE IF NOT EXISTS core_document (space BLOB NOT NULL, document BLOB NOT NULL, "
                         "instance BLOB NOT NULL, there INTEGER NOT NULL, PRIMARY KEY (space, document)) "
                         "STRICT, WITHOUT ROWID",
                     *kPolicyTable = "CREATE TABLE IF NOT EXISTS core_document_policy (one INTEGER PRIMARY KEY "
                                     "CHECK (one = 1), kind INTEGER NOT NULL, size_max INTEGER NOT NULL) STRICT",
                     *kAttachingTable = "CREATE TABLE IF NOT EXISTS core_attaching (space BLOB NOT NULL, "
                                        "key BLOB NOT NULL, PRIMARY KEY (space, key)) STRICT, WITHOUT ROWID",
                     *kReadMarks = "SELECT document, there FROM core_document WHERE space = ? AND instance = ?",
                     *kWriteMark = "INSERT INTO core_document (space, document, instance, there) VALUES (?, ?, ?, ?) "
                                   "ON CONFLICT (space, document) DO UPDATE SET instance = excluded.instance, "
                                   "there = excluded.there",
                     *kForget = "DELETE FROM core_document WHERE space = ?",
                     *kReadPolicy = "SELECT kind, size_max FROM core_document_policy",
                     *kWritePolicy = "INSERT INTO core_document_policy (one, kind, size_max) VALUES (1, ?, ?) "
                                     "ON CONFLICT (one) DO UPDATE SET kind = excluded.kind, size_max = "
                                     "excluded.size_max";

} // namespace

Outcome<DocumentMarks> DocumentMarks::in(Workspace& workspace) {
    for (const char* table : {kMarkTable, kPolicyTable, kAttachingTable})
        if (const auto made = workspace.replica().database().execute(table); !made)
            return Failure{noticeOf(made.fault(), {})};
    return DocumentMarks(workspace);
}

Outcome<DocumentPolicy> DocumentMarks::policy() const {
    Statement& read = m_workspace->replica().database().prepare(kReadPolicy);
    const auto row = read.step();
    if (!row) return Failure{noticeOf(row.fault(), {})};
    DocumentPolicy policy;
    if (*row) {
        const std::int64_t kind = read.integer(0);
        if (kind == 2 || kind == 3)
            policy = {static_cast<DocumentPolicy::Kind>(kind), static_cast<std::uint64_t>(read.integer(1))};
    }
    read.reset();
    return policy;
}

Outcome<Done> DocumentMarks::setPolicy(const DocumentPolicy& policy) {
    Statement& write = m_workspace->replica().database().prepare(kWritePolicy);
    const auto written =
        write.bind(1, static_cast<std::int64_t>(policy.kind)).bind(2, static_cast<std::int64_t>(policy.sizeMax)).run();
    if (!written) return Failure{noticeOf(written.fault(), {})};
    return Done{};
}

Outcome<std::map<DocumentId, DocumentMarks::There>> DocumentMarks::of(const SpaceId& space) const {
    const InstanceId instance = m_workspace->replica().cursor(space).instance;
    Statement& read = m_workspace->replica().database().prepare(kReadMarks);
    read.bind(1, space.view()).bind(2, instance.view());
    std::map<DocumentId, There> marks;
    while (true) {
        const auto row = read.step();
        if (!row) return Failure{noticeOf(row.fault(), {})};
        if (!*row) break;
        const auto document = DocumentId::from(read.blob(0));
        if (document) marks[*document] = read.integer(1) == 1 ? There::Whole : There::Lacking;
    }
    read.reset();
    return marks;
}

Outcome<Done> DocumentMarks::note(const SpaceId& space, const DocumentId& document, There there) {
    const InstanceId instance = m_workspace->replica().cursor(space).instance;
    const auto written = m_workspace->replica()
                             .database()
                             .prepare(kWriteMark)
                             .bind(1, space.view())
                             .bind(2, document.view())
                             .bind(3, instance.view())
                             .bind(4, static_cast<std::int64_t>(there))
                             .run();
    if (!written) return Failure{noticeOf(written.fault(), {})};
    return Done{};
}

Outcome<std::vector<ErasableId>> DocumentMarks::attaching(const SpaceId& space) const {
    Statement& read =
        m_workspace->replica().database().prepare("SELECT key FROM core_attaching WHERE space = ? ORDER BY key");
    std::vector<ErasableId> keys;
    const auto visited = forEachRow(read.bind(1, space.view()), [&](Statement& row) {
        if (const auto key = ErasableId::from(row.blob(0))) keys.push_back(*key);
        return true;
    });
    if (!visited) return Failure{noticeOf(visited.fault(), {})};
    return keys;
}

Outcome<Done> DocumentMarks::changeAttaching(const char* sql, const SpaceId& space, const ErasableId& key) {
    const auto done = m_workspace->replica().database().prepare(sql).bind(1, space.view()).bind(2, key.view()).run();
    if (!done) return Failure{noticeOf(done.fault(), {})};
    return Done{};
}

Outcome<Done> DocumentMarks::beginAttaching(const SpaceId& space, const ErasableId& key) {
    return changeAttaching("INSERT INTO core_attaching (space, key) VALUES (?, ?)", space, key);
}

Outcome<Done> DocumentMarks::endAttaching(const SpaceId& space, const ErasableId& key) {
    return changeAttaching("DELETE FROM core_attaching WHERE space = ? AND key = ?", space, key);
}

Outcome<Done> DocumentMarks::forget(const SpaceId& space) {
    const auto done = m_workspace->replica().database().prepare(kForget).bind(1, space.view()).run();
    if (!done) return Failure{noticeOf(done.fault(), {})};
    return Done{};
}

} // namespace puente
