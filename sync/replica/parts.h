#pragma once

#include "sync/replica/replica_state.h"

namespace puente {

/// Behind Replica: what is shared, and nothing else; the work is done by the classes beside it.
class Replica::Parts : public ReplicaState {
public:
    using ReplicaState::ReplicaState;

    /// A space that the caller must know to be here.
    SpaceState& space(const SpaceId& id) {
        SpaceState* found = find(id);
        expects(found != nullptr);
        return *found;
    }
};

} // namespace puente
