#pragma once

#include "client/core/records.h"
#include "client/domain/follow_up/likeness.h"
#include "client/domain/follow_up/proposal_clock.h"

#include <optional>
#include <string>
#include <vector>

namespace puente {

/// A step of a proposal at an organisation.
struct ProposalStep {
    std::string proposal; ///< what people call it
    Day day;
    std::string organization = {}; ///< for receiving only: another one than this office
    std::string due = {};          ///< for receiving only: until when it should be answered
};

struct ProposalWritten {
    Dot proposal;
    Dot response;
    std::optional<Dot> agreement = {}; ///< that came of it
    bool changed = false;
    std::vector<std::string> remarks = {};
};

/// Enters that a proposal has arrived at an organisation, this office unless said: from then on its term runs.
Outcome<ProposalWritten> receiveProposal(Records& records, const ProposalStep& step);
/// This office says that it has it.
Outcome<ProposalWritten> acknowledgeProposal(Records& records, const ProposalStep& step);

struct ProposalAnswer {
    std::string proposal;
    Day day;
    std::string answer;
    std::string reason;
    std::string agreement = {};   ///< an agreement that there is already and that came of it
    std::string asAgreement = {}; ///< the reference of a new one, made of the proposal
    std::string due = {};         ///< of the new one
};
/// This office's own answer, with its reason; with an agreement that came of it, linked to the proposal, all in one
/// change set.
Outcome<ProposalWritten> answerProposal(Records& records, const ProposalAnswer& answer);

/// An earlier proposal whose title has words in common with this one's.
struct SimilarProposal {
    Dot record;
    Likeness likeness;
    bool isLinked = false; ///< somebody has said already that the one repeats the other
};
Outcome<std::vector<SimilarProposal>> similarProposals(const Records& records, const Dot& proposal);

struct Linked {
    Dot link;
    bool changed = false;
};
/// Says how one record relates to another; said already, it changes nothing.
Outcome<Linked> linkRecords(Records& records, const Dot& from, const std::string& relation, const Dot& to);

} // namespace puente
