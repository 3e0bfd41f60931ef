#pragma once

#include "sync/segment/body.h"

namespace puente {

/// Calls with every number of a log in a body, in the order that the body's table follows: seen entries, then of every
/// operation its record, what it retires, and what it refers to. `Body` may be const.
template <typename Body, typename Visit>
void forEachLogNumber(Body& body, Visit visit) {
    for (auto& entry : body.seen)
        visit(entry.log);
    for (auto& changeSet : body.changeSets)
        for (auto& operation : changeSet.operations) {
            visit(operation.record.log);
            for (auto& dot : operation.retired)
                visit(dot.log);
            if (!operation.value) continue;
            if (auto* reference = std::get_if<Reference>(&*operation.value)) visit(reference->record.log);
        }
}

/// True when every log of the table but the author's is used, and the first uses come in the table's order.
bool isInOrderOfFirstUse(const SegmentBody& body);

/// True when each change set and all together keep their limits.
bool isWithinSizes(const SegmentBody& body);

} // namespace puente
