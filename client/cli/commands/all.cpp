#include "client/cli/commands/commands.h"

namespace puente {

std::vector<Command> allCommands() {
    std::vector<Command> all;
    for (const auto& topic : {
             initCommands,      spaceCommands,      inviteCommands,      invitesCommands,  joinCommands,
             membersCommands,   memberCommands,     roleCommands,        confirmCommands,  rotateCommands,
             deviceCommands,    quarantineCommands, proofCommands,       recoverCommands,  recoverStartCommands,
             importCommands,    editCommands,       showCommands,        listCommands,     overdueCommands,
             undoCommands,      conflictCommands,   duplicateCommands,   syncCommands,     bundleCommands,
             publishCommands,   caseCommands,       caseReadingCommands, statusCommands,   schemaCommands,
             manualCommands,    extendCommands,     commitmentCommands,  proposalCommands, traceCommands,
             linkCommands,      reportCommands,     unansweredCommands,  agendaCommands,   meetingCommands,
             directoryCommands, indicatorCommands,  viewCommands,        planCommands,     archiveCommands,
             backupCommands,    passphraseCommands, documentCommands,    repairCommands,   fetchCommands,
             packCommands,
         })
        for (Command& command : topic())
            all.push_back(std::move(command));
    return all;
}

} // namespace puente
