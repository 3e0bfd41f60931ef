#pragma once

#include "client/domain/follow_up/deadline.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace puente {

/// How far a proposal has come at one organisation.
enum class ProposalStage : std::uint8_t {
    Sent,         ///< nobody has said that it arrived
    Received,     ///< it arrived
    Acknowledged, ///< the organisation has said so itself
    Answered,     ///< it was accepted, in whole or in part, or rejected, with the reason
    Agreed,       ///< an agreement came of it
};
/// The word for machines: "sent", "received", "acknowledged", "answered", "agreed".
std::string_view wordOf(ProposalStage stage);

/// How a proposal stands at one organisation on a day: what was done later counts as not done.
struct ProposalClock {
    ProposalStage stage = ProposalStage::Sent;
    std::optional<Day> received;
    std::optional<Day> acknowledged;
    std::optional<Day> answered;
    std::string_view answer = {}; ///< the name of the enumerator
    Deadline due = {};

    bool isOpen() const { return stage < ProposalStage::Answered; }
    /// Its term is over, and there is no answer.
    bool isLate(Day today) const { return isOpen() && due.day && *due.day < today; }
    /// For how many days the organisation has had it without answering; nothing if it has answered, or if nobody knows.
    std::optional<int> waited(Day today) const;
};

/// Of a proposal_response.
ProposalClock clockOf(const RecordReader& response, const Deadlines& deadlines, Day today);

/// A proposal or declaration at one organisation, or one that nobody has received yet.
struct ProposalItem {
    Dot proposal;
    std::optional<Dot> response = {};
    std::string_view kind = {}; ///< "proposal" or "declaration"
    std::string organization = {};
    std::optional<Dot> resulting = {};
    std::optional<LiveValue> answerLive = {}; ///< who answered
    ProposalClock clock = {};
};

/// All proposals and declarations of a space, by reference, with each organisation that has received them.
Result<std::vector<ProposalItem>, ReplicaFault> listProposals(const Catalogue& catalogue, const SpaceId& space,
                                                              const Deadlines& deadlines, Day today);

} // namespace puente
