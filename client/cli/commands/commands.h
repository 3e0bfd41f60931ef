#pragma once

#include "client/cli/command.h"

#include <vector>

namespace puente {

// One function a file of this folder, each the description of its verbs; the order is that of the help.
std::vector<Command> initCommands();
std::vector<Command> spaceCommands();
std::vector<Command> inviteCommands();
std::vector<Command> invitesCommands();
std::vector<Command> joinCommands();
std::vector<Command> membersCommands();
std::vector<Command> memberCommands();
std::vector<Command> roleCommands();
std::vector<Command> confirmCommands();
std::vector<Command> rotateCommands();
std::vector<Command> deviceCommands();
std::vector<Command> quarantineCommands();
std::vector<Command> proofCommands();
std::vector<Command> recoverCommands();
std::vector<Command> recoverStartCommands();
std::vector<Command> schemaCommands();
std::vector<Command> importCommands();
std::vector<Command> editCommands();
std::vector<Command> showCommands();
std::vector<Command> listCommands();
std::vector<Command> overdueCommands();
std::vector<Command> undoCommands();
std::vector<Command> manualCommands();
std::vector<Command> caseCommands();
std::vector<Command> caseReadingCommands();
std::vector<Command> publishCommands();
std::vector<Command> agendaCommands();
std::vector<Command> meetingCommands();
std::vector<Command> directoryCommands();
std::vector<Command> indicatorCommands();
std::vector<Command> viewCommands();
std::vector<Command> planCommands();
std::vector<Command> conflictCommands();
std::vector<Command> duplicateCommands();
std::vector<Command> syncCommands();
std::vector<Command> bundleCommands();
std::vector<Command> passphraseCommands();
std::vector<Command> repairCommands();
std::vector<Command> statusCommands();
std::vector<Command> documentCommands();
std::vector<Command> packCommands();
std::vector<Command> fetchCommands();
std::vector<Command> extendCommands();
std::vector<Command> commitmentCommands();
std::vector<Command> proposalCommands();
std::vector<Command> traceCommands();
std::vector<Command> linkCommands();
std::vector<Command> reportCommands();
std::vector<Command> unansweredCommands();
std::vector<Command> archiveCommands();
std::vector<Command> backupCommands();

/// All verbs, in the order of the help.
std::vector<Command> allCommands();

/// `verify FILE`: a proof, checked without a replica.
Outcome<ExitCode> verifyProof(Invocation& invocation);
/// `verify FOLDER`: a signed plan, checked without a replica.
Outcome<ExitCode> verifyPlanFolder(Invocation& invocation);
/// `verify FOLDER`: an archive, likewise.
Outcome<ExitCode> verifyArchive(Invocation& invocation);
/// `verify FILE` of a backup: whether it is whole.
Outcome<ExitCode> verifyBackup(Invocation& invocation);
/// `set --from FILE`, a part of editCommands() with a file of its own.
Outcome<ExitCode> setFromFile(Invocation& invocation);

} // namespace puente
