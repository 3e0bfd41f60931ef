#pragma once

#include "client/core/records.h"

#include <optional>
#include <string>
#include <vector>

namespace puente {

/// A later term, as somebody asks for it.
struct ExtensionWish {
    std::string record; ///< what people call it
    std::string until;
    std::string reason;
    std::optional<Day> granted = {}; ///< today if it is not said
};

struct Extended {
    Dot record;
    Dot extension;
    bool changed = false; ///< the same extension was there already
    std::string oldDue;
    std::string newDue;
    std::vector<std::string> remarks = {};
};

/// Grants a later term in the name of this office: a record of its own beside the original term, which stays.
/// Refused for what is closed, and for a day that is not later.
Outcome<Extended> extendTerm(Records& records, const ExtensionWish& wish);

} // namespace puente
