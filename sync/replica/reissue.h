#pragma once

#include "sync/replica/replica_state.h"

#include <span>

namespace puente {

/// Writes what stands in these segments of a log that does not count again, as this device's own; how many change sets
/// that were. Each keeps its person; records that they created have new ids. The space's keys must open all of them.
Result<std::uint32_t, ReplicaFault> writeAgain(ReplicaState& state, Work& work, SpaceState& space, std::uint32_t log,
                                               std::span<const Segment> segments);

/// The same for change sets that no segment holds; what cannot be read of them is Malformed.
Result<std::uint32_t, ReplicaFault> writeUnsentAgain(ReplicaState& state, Work& work, SpaceState& space,
                                                     std::span<const Replica::Unsent> unsent);

} // namespace puente
