#pragma once

#include "sync/replica/replica_state.h"

namespace puente {

/// Signs the proof that a log forked, if the accepted segment at the same place is here, this device may act, and
/// nothing closes the log there yet. True if it did; the limits must then be enforced.
bool proveFork(ReplicaState& state, Work& work, SpaceState& space, const SignedHeader& segment);

} // namespace puente
