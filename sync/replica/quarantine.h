#pragma once

#include "sync/replica/replica_state.h"

namespace puente {

/// How far a log of this space counts; nothing while it is open. What a closing act's author had declared as seen of
/// the log is never cut away; of several closings the lowest holds.
std::optional<std::uint64_t> limitOf(ReplicaState& state, Work& work, const SpaceState& space, const LogId& log);

/// Keeps a segment that its members may not apply: it lies beyond the limit of its log. Nothing is ever destroyed, but
/// no more is kept than kQuarantineBytesMax; false when that is reached.
bool keepQuarantined(ReplicaState& state, Work& work, const SpaceState& space, const Segment& segment);
bool isQuarantined(Work& work, const SpaceState& space, const Hash& segment);

/// Takes back what was applied of closed logs beyond their limits, and makes the caches again without it. To be called
/// whenever the membership has changed.
Result<Done, ReplicaFault> enforceLimits(ReplicaState& state, Work& work, SpaceState& space);

/// The segments in quarantine that continue their logs within their limits: what became acceptable again.
std::vector<Segment> releasedFromQuarantine(ReplicaState& state, Work& work, SpaceState& space);
void removeFromQuarantine(Work& work, const SpaceState& space, const Hash& segment);

inline constexpr std::int64_t kQuarantineBytesMax = 64 * 1024 * 1024; ///< in one space

} // namespace puente
