#include "client/core/replica_notice.h"
#include "client/core/sealed_replica.h"
#include "client/core/workspace.h"

namespace puente {

Outcome<std::optional<LostEnd>> Workspace::repair(const std::string& folder, const PassphraseSource& source) {
    auto unlocked = unlock(folder, source);
    if (!unlocked) return Failure{unlocked.fault()};
    Workspace& workspace = **unlocked;
    const std::string file = SealedReplica::pathIn(folder);
    auto database = SealedReplica(folder, workspace.m_entropy).open(workspace.m_keyring, AtLostEnd::Open);
    if (!database) return Failure{database.fault()};
    const auto lost = database->lostEnd();
    // A log that was put back may have mixed two states of the file.
    const auto integrity = database->integrityCheck();
    if (!integrity) return Failure{noticeOf(integrity.fault(), file)};
    if (*integrity != "ok") return Failure{noticeOf(SqlFault::Corrupt, file)};
    if (auto opened = workspace.openReplica(std::move(*database), folder); !opened) return Failure{opened.fault()};
    if (auto rebuilt = workspace.m_replica->rebuild(); !rebuilt) return Failure{noticeOf(rebuilt.fault(), file)};
    // Last: until everything else is done, the next opening must say again that something is missing.
    const auto accepted = workspace.m_replica->database().acceptLostEnd();
    if (!accepted) return Failure{noticeOf(accepted.fault(), file)};
    return lost;
}

} // namespace puente
