#include "sync/replica/stored_body.h"

#include "sync/segment/body_rules.h"
#include "sync/segment/sealing.h"

namespace puente {

Result<SegmentBody, ReplicaFault> openStored(const Segment& segment, const SpaceState& space, const LogTable& logs) {
    const SpaceKey* key = space.keyFor(segment.header().key, segment.header().log.device);
    if (key == nullptr) return Failure{ReplicaFault::NoKey};
    auto body = openSegment(segment, *key);
    if (!body) return Failure{ReplicaFault::Corrupt};
    const auto numbers = logs.numbersOf(space.number, body->logs);
    if (!numbers) return Failure{ReplicaFault::Corrupt};
    renumber(*body, *numbers);
    return std::move(*body);
}

void renumber(SegmentBody& body, const std::vector<std::uint32_t>& numbers) {
    forEachLogNumber(body, [&](std::uint32_t& log) { log = numbers.at(log); });
}

} // namespace puente
