#include "client/core/replica_notice.h"
#include "client/core/sealed_replica.h"
#include "client/core/workspace.h"

namespace puente {

namespace {

/// Whether every page opens and SQLite finds what it expects in them. A log that was put back may have mixed two states
/// of the file.
Outcome<bool> isSound(Database& database, const std::string& file) {
    const auto integrity = database.integrityCheck();
    if (integrity) return *integrity == "ok";
    const bool isDamage = integrity.fault() == SqlFault::Corrupt || integrity.fault() == SqlFault::Misplaced;
    if (!isDamage) return Failure{noticeOf(integrity.fault(), file)};
    return false;
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
    const auto sound = isSound(*database, file);
    if (!sound) return Failure{sound.fault()};
    if (!*sound) {
        if (auto remade = workspace.remake(onDisk, *database, folder); !remade) return Failure{remade.fault()};
        return Repaired{lost, true};
    }
    if (auto opened = workspace.openReplica(std::move(*database), folder); !opened) return Failure{opened.fault()};
    if (auto rebuilt = workspace.m_replica->rebuild(); !rebuilt) return Failure{noticeOf(rebuilt.fault(), file)};
    // Last: until everything else is done, the next opening must say again that something is missing.
    const auto accepted = workspace.m_replica->database().acceptLostEnd();
    if (!accepted) return Failure{noticeOf(accepted.fault(), file)};
    return Repaired{lost, false};
}

/// Nothing of the damaged file is touched before the other one is finished.
Outcome<Done> Workspace::remake(SealedReplica& onDisk, Database& damaged, const std::string& folder) {
    const std::string file = SealedReplica::pathIn(folder);
    auto whole = onDisk.remake(m_keyring, damaged);
    if (!whole) return Failure{whole.fault()};
    if (auto opened = openReplica(std::move(*whole), folder); !opened) return opened;
    if (auto rebuilt = m_replica->rebuild(); !rebuilt)
        return Failure{rebuilt.fault() == ReplicaFault::Corrupt ? beyondRepair(file) : noticeOf(rebuilt.fault(), file)};
    if (auto done = m_replica->database().checkpoint(); !done) return Failure{noticeOf(done.fault(), file)};
    m_replica.reset();
    return onDisk.putInPlace(damaged);
}

} // namespace puente
