#pragma once

#include "sync/replica/replica_state.h"

namespace puente {

/// How far a log of this space counts; nothing while it is open. What a closing act's author had declared as seen of
/// the log is never cut away; of several closings the lowest holds. Where a device has stated which branch of a forked
/// log counts, the limit is where that branch leaves what is accepted here, until the rest of it is released.
std::optional<std::uint64_t> limitOf(ReplicaState& state, Work& work, const SpaceState& space, const LogId& log);

/// What a stated branch has beyond the accepted log, when all of it is here in quarantine.
struct Branch {
    std::vector<Hash> segments; ///< the first one first
    std::uint64_t limit = 0;    ///< as limitOf(), were the branch accepted
};
/// Nothing for a log that did not fork, whose device said nothing of it, or of whose branch a part is missing.
std::optional<Branch> statedBranch(ReplicaState& state, Work& work, const SpaceState& space, const LogId& log);

/// The act by which a device stated which branch of this log counts; nullptr if it has not.
const Closing* statementOn(const SpaceState& space, const LogId& log);
/// True when two segments at one place of this log are proven, and its device has not said which counts.
bool isProvenFork(const SpaceState& space, const LogId& log);

/// The header of a segment in quarantine; nothing if it is not there.
std::optional<SegmentHeader> quarantinedHeader(Work& work, const SpaceState& space, const Hash& segment);

} // namespace puente
