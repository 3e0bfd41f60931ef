#pragma once

#include "client/cli/command.h"
#include "client/core/proposals.h"

namespace puente {

/// "answered", in the language of people.
std::string stageText(ProposalStage stage);

void printProposals(Console& console, const Records& records, const std::vector<ProposalItem>& items, Day today);
void writeProposals(Console& console, const Records& records, const std::vector<ProposalItem>& items, Day today);

/// Earlier proposals with words in common, as text or JSON.
void showSimilar(Console& console, const Records& records, const Dot& proposal,
                 const std::vector<SimilarProposal>& found);
/// A link that was entered, or was there.
Outcome<ExitCode> showLink(Invocation& invocation, const Linked& linked);

} // namespace puente
