#pragma once

#include "sync/replica/space_state.h"

namespace puente {

/// The body of a segment that was accepted before, in the replica's log numbers.
Result<SegmentBody, ReplicaFault> openStored(const Segment& segment, const SpaceState& space, const LogTable& logs);

/// Puts the replica's log numbers in place of a body's own.
void renumber(SegmentBody& body, const std::vector<std::uint32_t>& numbers);

} // namespace puente
