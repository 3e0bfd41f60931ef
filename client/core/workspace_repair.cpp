#include "client/core/replica_notice.h"
#include "client/core/sealed_replica.h"
#include "client/core/workspace.h"
#include "client/domain/catalogue.h"

namespace puente {

namespace {

/// Of what a log must say: when it does not, nothing can be made from it.
Notice noticeOfLogs(ReplicaFault fault, const std::string& file) {
    return fault == ReplicaFault::Corrupt ? beyondRepair(file) : noticeOf(fault, file);
}

} // namespace

Outcome<Repaired> Workspace::repair(const std::string& folder, const PassphraseSource& source) {
    auto unlocked = unlock(folder, source);
    if (!unlocked) return Failure{unlocked.fault()};
    Workspace& workspace = **unlocked;
    const std::string file = SealedReplica::pathIn(folder);
    SealedReplica onDisk(folder, workspace.m_entropy);
    auto database = onDisk.open(workspace.m_keyring, AtLostEnd::Open);
    if (!database) return Failure{database.fault()};
    const auto lost = database->lostEnd();
    const auto condition = onDisk.conditionOf(*database);
    if (!condition) return Failure{condition.fault()};
    if (*condition == FileCondition::Damaged) return Failure{beyondRepair(file)};
    if (*condition == FileCondition::Copyable) {
        auto kept = workspace.remake(onDisk, *database, folder);
        if (!kept) return Failure{kept.fault()};
        return Repaired{lost, std::move(*kept)};
    }
    if (auto made = workspace.makeAgain(std::move(*database), folder); !made) return Failure{made.fault()};
    // Last: until everything else is done, the next opening must say again that something is missing.
    const auto accepted = workspace.m_replica->database().acceptLostEnd();
    if (!accepted) return Failure{noticeOf(accepted.fault(), file)};
    return Repaired{lost, {}};
}

/// Opens the replica and makes again what follows from its logs, if those hold and are all there.
Outcome<Done> Workspace::makeAgain(Database database, const std::string& folder) {
    const std::string file = SealedReplica::pathIn(folder);
    auto replica = Replica::open(std::move(database), m_keyring.device(), m_entropy, m_clock);
    if (!replica) return Failure{noticeOfLogs(replica.fault(), file)};
    m_replica = std::move(*replica);
    if (auto rebuilt = m_replica->rebuild(); !rebuilt) return Failure{noticeOfLogs(rebuilt.fault(), file)};
    const auto forgotten = Catalogue::forget(m_replica->database());
    if (!forgotten) return Failure{noticeOf(forgotten.fault(), file)};
    return Done{};
}

/// Nothing of the damaged file is touched before the other one is finished.
Outcome<std::string> Workspace::remake(SealedReplica& onDisk, Database& damaged, const std::string& folder) {
    auto whole = onDisk.remake(m_keyring, damaged);
    if (!whole) return Failure{whole.fault()};
    auto made = makeAgain(std::move(*whole), folder);
    if (const auto done = made ? m_replica->database().checkpoint() : Result<Done, SqlFault>(Done{}); !done)
        made = Failure{noticeOf(done.fault(), SealedReplica::pathIn(folder))};
    m_replica.reset();
    if (made) return onDisk.putInPlace(damaged);
    if (auto dropped = onDisk.dropRemade(); !dropped) return Failure{dropped.fault()};
    return Failure{made.fault()};
}

} // namespace puente
