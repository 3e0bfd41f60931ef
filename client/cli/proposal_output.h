#pragma once

#include "client/cli/command.h"
#include "client/core/proposals.h"
#include "client/domain/follow_up/organizations.h"

namespace puente {

/// "answered", in the language of people.
std::string stageText(ProposalStage stage);

/// The list as a table, or as JSON; `organizations` tells who answered in another's name.
void printProposals(Console& console, const Records& records, const Organizations& organizations,
                    const std::vector<ProposalItem>& items, Day today);
void writeProposals(Console& console, const Records& records, const Organizations& organizations,
                    const std::vector<ProposalItem>& items, Day today);

/// Earlier proposals with words in common, as text or JSON.
void showSimilar(Console& console, const Records& records, const Dot& proposal,
                 const std::vector<SimilarProposal>& found);
/// A link that was entered, or was there.
Outcome<ExitCode> showLink(Invocation& invocation, const Linked& linked);

} // namespace puente
