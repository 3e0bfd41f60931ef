#pragma once

#include "client/domain/calendar.h"
#include "client/domain/follow_up/deadline.h"
#include "client/domain/record_view.h"

#include <string>
#include <vector>

namespace puente {

/// A traffic light as people see it: a shape and a word, so that it is told without colours.
std::string lightText(Light light);

/// "2026-T3" for people who read Spanish, "2026-Q3" for the others.
std::string quarterText(const Quarter& quarter);

/// The computed fields of a record that is due: `effective_due` and `light`.
std::vector<ComputedView> computedFrom(const Deadline& deadline, const RecordType& type, Day today);

} // namespace puente
