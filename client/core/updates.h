#pragma once

#include "client/core/act.h"
#include "client/domain/follow_up/reports.h"

#include <optional>
#include <string>
#include <vector>

namespace puente {

/// What an office reports on a record for a quarter.
struct UpdateEntry {
    Dot subject;
    Quarter quarter;
    std::string text = {};        ///< empty: what status and progress say, in words
    std::string_view status = {}; ///< the name of an enumerator; empty for none
    std::optional<std::int64_t> progress = {};
    std::vector<std::string> evidence = {}; ///< is added to what is there
};

/// Enters it as this office's update of that quarter: the one there is is corrected, else there is a new one.
/// Entered twice it changes nothing. The id may be that of a new record, see Act.
Outcome<Dot> enterUpdate(Act& act, const Records& records, const Reports& reports, const Organizations& organizations,
                         const UpdateEntry& entry);

} // namespace puente
