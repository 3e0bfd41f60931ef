#pragma once

#include "client/cli/console.h"
#include "client/core/exchange.h"

namespace puente {

/// What came of a sync, in words or as JSON; what went wrong on the standard error.
void printSync(Console& console, const Workspace& workspace, const SyncReport& report);

/// True when this office has asked to join and is not admitted yet.
bool isWaiting(const Workspace& workspace, const SpaceId& space);

} // namespace puente
