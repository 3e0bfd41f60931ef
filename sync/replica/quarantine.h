#pragma once

#include "sync/replica/replica_state.h"

namespace puente {

/// Why a segment is kept that nobody may apply.
enum class Kept {
    Foreign, ///< it came from somebody, beyond what counts of its log
    Own,     ///< this device wrote it on the branch of a fork that does not count: to be written again
};

/// Keeps a segment that its members may not apply. Nothing is ever destroyed, but no more is kept than
/// kQuarantineBytesMax; false when that is reached.
bool keepQuarantined(ReplicaState& state, Work& work, const SpaceState& space, const Segment& segment,
                     Kept kept = Kept::Foreign);
bool isQuarantined(Work& work, const SpaceState& space, const Hash& segment);

/// Takes back what was applied of closed logs beyond their limits, and makes the caches again without it. To be called
/// whenever the membership has changed.
Result<Done, ReplicaFault> enforceLimits(ReplicaState& state, Work& work, SpaceState& space);

/// The segments in quarantine that continue their logs within their limits: what became acceptable again.
std::vector<Segment> releasedFromQuarantine(ReplicaState& state, Work& work, SpaceState& space);
void removeFromQuarantine(Work& work, const SpaceState& space, const Hash& segment);

inline constexpr std::int64_t kQuarantineBytesMax = 64 * 1024 * 1024; ///< in one space

} // namespace puente
