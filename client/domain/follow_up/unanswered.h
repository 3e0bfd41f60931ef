#pragma once

#include "client/domain/calendar.h"
#include "client/domain/follow_up/deadline.h"
#include "client/domain/follow_up/organizations.h"

#include <optional>
#include <string>
#include <vector>

namespace puente {

/// Something to which somebody owes a word.
struct UnansweredItem {
    enum class Kind : std::uint8_t {
        Proposal, ///< its term is over and there is no answer
        Report,   ///< an open commitment on which nobody reported for the quarter
    };
    Kind kind = Kind::Proposal;
    Dot record;                   ///< the proposal, or the commitment
    std::string responsible = {}; ///< as it is written; empty if nobody is named
    std::string country = {};     ///< empty if it is not known
    std::optional<Day> due = {};  ///< of a proposal's answer
};

struct UnansweredQuery {
    Day today;
    Quarter quarter; ///< for which reports are looked for
};

/// All of it, by country and responsible; proposals before reports, the longest waiting first.
Result<std::vector<UnansweredItem>, ReplicaFault> listUnanswered(const Catalogue& catalogue, const SpaceId& space,
                                                                 const Deadlines& deadlines,
                                                                 const Organizations& organizations,
                                                                 const UnansweredQuery& query);

} // namespace puente
