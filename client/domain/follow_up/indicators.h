#pragma once

#include "client/domain/calendar.h"
#include "client/domain/follow_up/duties.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace puente {

/// What is counted; the definitions: docs/indicators.md.
enum class Indicator : std::uint8_t {
    OnTime,         ///< of what fell due: what was fulfilled in time
    Answered,       ///< of the proposals received: those that were answered
    AnsweredInTime, ///< of the answers that fell due: those given in time
    Attended,       ///< of the meetings of which attendance was noted: those attended
    Reported,       ///< of the quarterly reports that were due: those delivered
    Pledged,        ///< of the organisations: those that declared a commitment
};

/// "on_time", "answered", "answered_in_time", "attendance", "reports", "pledges".
std::string_view wordOf(Indicator indicator);

/// One count. What cannot be told is in neither part of the fraction: it is shown beside it.
struct Count {
    Indicator indicator = Indicator::OnTime;
    std::size_t part = 0;
    std::size_t whole = 0;
    std::size_t unknown = 0;
};

struct IndicatorQuery {
    Days period;
    std::optional<Dot> organization = {}; ///< only what falls to it
    std::string country = {};             ///< only what falls to organisations of this country; empty for all
};

/// All of them, in the order above.
Result<std::vector<Count>, ReplicaFault> indicatorsOf(const Catalogue& catalogue, const SpaceId& space,
                                                      const Deadlines& deadlines, const IndicatorQuery& query);

/// How a duty that fell due counts.
enum class Fulfilment : std::uint8_t { InTime, Late, Unknown, NotAsked };
/// On a day: fulfilled by its last day, not, or not known because it was closed who knows when. Superseded duties, and
/// those whose last day lies ahead or is not known, are not asked.
Fulfilment fulfilmentOf(const Duty& duty, Day today);

} // namespace puente
