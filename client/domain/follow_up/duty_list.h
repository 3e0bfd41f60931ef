#pragma once

#include "client/domain/follow_up/deadline.h"
#include "client/domain/follow_up/voice.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace puente {

/// An agreement or commitment on which an office reports.
struct OfficeDuty {
    Dot record;
    const RecordType* type = nullptr;
    Deadline deadline = {};
    std::string country = {};
    /// The field that holds this office's word: `status`, or of civil society on a commitment `assessment`. Empty where
    /// the status is not its own alone, as of a duty of several countries: it reports without setting it.
    std::string_view field = {};
    std::string_view status = {}; ///< what stands in that field, by name
    std::optional<std::int64_t> progress = {};
};

/// All that falls to an office, closed ones included, by what it is called:
/// commitments of its country (of governments and civil society) or with its name as the responsible; agreements not
/// split into commitments with its name, and of governments those that name its country, or everybody.
Result<std::vector<OfficeDuty>, ReplicaFault> listDuties(const Catalogue& catalogue, const SpaceId& space,
                                                         const Deadlines& deadlines, const OfficeDirectory& directory,
                                                         const OfficeProfile& office);

} // namespace puente
