#pragma once

#include "client/core/sheet.h"
#include "client/domain/follow_up/indicators.h"

#include <vector>

namespace puente {

/// The counts of a period, a row each.
Sheet indicatorSheet(const std::vector<Count>& counts, const Days& period);

} // namespace puente
