#pragma once

#include "sync/replica/replica_state.h"

namespace puente {

/// Empties the caches and makes them again from the log tables. NoKey when a stored segment cannot be opened, Corrupt
/// when those that are there are not all that were accepted.
Result<Done, ReplicaFault> rebuildCaches(ReplicaState& state, Work& work);

} // namespace puente
