#pragma once

#include "client/core/status.h"

#include <string>
#include <vector>

namespace puente {

struct BackupWritten {
    std::uint64_t bytes = 0;
};
/// Writes the whole replica folder into one file, which must not be there yet: all of it encrypted as it lies on the
/// disk, read back from the medium and every page of it opened before this says that it is done.
Outcome<BackupWritten> writeBackup(Workspace& workspace, const std::string& path);

/// What a backup says without its passphrase.
struct BackupCheck {
    std::uint64_t bytes = 0;
    std::vector<std::string> files;
};
/// True for a file that begins like one.
bool isBackup(const std::string& path);
/// Reads all of it and compares; needs no replica and no passphrase. What it holds opens only with those.
Outcome<BackupCheck> checkBackup(const std::string& path);

struct BackupRestored {
    Office office;
    std::vector<Verification> spaces; ///< looked through after they were opened
};
/// Makes a replica folder of a backup, in a place where none is and no file of one: a log or a mark that was left there
/// would be taken for the restored file's. A damaged backup is refused before anything is written; the passphrase is
/// the one of the time when it was made.
Outcome<BackupRestored> restoreBackup(const std::string& path, const std::string& folder,
                                      const PassphraseSource& source);

} // namespace puente
