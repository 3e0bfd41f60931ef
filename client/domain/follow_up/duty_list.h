#pragma once

#include "client/domain/follow_up/duties.h"

#include <string_view>
#include <vector>

namespace puente {

/// An agreement or commitment on which an office reports.
struct OfficeDuty {
    Duty duty;
    /// The field that holds this office's word: `status`, or of civil society on a commitment `assessment`. Empty where
    /// the status is not its own alone, as of a duty of several countries: it reports without setting it.
    std::string_view field = {};

    /// What stands in that field, by name.
    std::string_view word() const;
    /// As this office sees it: for civil society nothing is closed by what the government says.
    bool isClosed() const;
};

/// All that concerns an office, closed ones included, by what it is called. Lines of action are reported on by what was
/// agreed about them.
Result<std::vector<OfficeDuty>, ReplicaFault> listDuties(const Catalogue& catalogue, const SpaceId& space,
                                                         const Deadlines& deadlines, const Organizations& organizations,
                                                         const OfficeProfile& office);

} // namespace puente
