#pragma once

#include "client/domain/calendar.h"
#include "client/domain/catalogue.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace puente {

/// For how long somebody holds a role: the presidency, a secretariat, a place in the Monitoring Group.
struct TermSpan {
    Dot record;
    std::string role;          ///< the enumerator's name: "ppt"
    std::optional<Dot> holder; ///< nothing while the holder is not on record
    std::string holderName;    ///< as people call it
    std::string country;       ///< its own, else that of the holder; empty for none
    std::optional<Day> from, to;

    bool isInForceOn(Day day) const { return isWithin(day, from, to); }
};

/// All terms on record, by role and beginning.
Result<std::vector<TermSpan>, ReplicaFault> termsOf(const Catalogue& catalogue, const SpaceId& space,
                                                    Language language);

/// What beginning a term does to the others.
struct Succession {
    std::vector<TermSpan> ended;      ///< they end the day before
    std::optional<TermSpan> obstacle; ///< one that begins on the day or later, so that nothing can be said
};
/// Of the presidency and of either secretariat there is one holder at a time, of national focal points one for each
/// country; in the Monitoring Group and other bodies several sit at once, and a new member ends nobody's term but an
/// earlier one of its own.
Succession succeed(const std::vector<TermSpan>& terms, std::string_view role, const Dot& holder,
                   std::string_view country, Day from);

} // namespace puente
