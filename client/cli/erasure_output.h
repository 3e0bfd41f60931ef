#pragma once

#include "client/cli/console.h"
#include "client/core/workspace.h"

namespace puente {

/// Who has said that a key is gone and who has not, as lines or JSON.
void printErasure(Console& console, const Replica& replica, const SpaceId& space, const ErasureStatus& status);

} // namespace puente
