#pragma once

#include "sync/replica/replica.h"

namespace puente {

/// What a replica's file still holds for its organisation when nobody can unlock its keys any more: all that its spaces
/// exchanged, and what its device wrote and never handed over.
struct OldDisk {
    struct Space {
        SpaceId id;
        std::string server; ///< address; empty for none
        std::vector<Replica::Arrival> entries;
        std::vector<Replica::Unsent> unsent; ///< in the order in which they were written
    };
    std::vector<Space> spaces; ///< ascending
};

/// Reads such a file; an older one is brought to this version's tables first. Nothing else in it changes.
Result<OldDisk, ReplicaFault> readOldDisk(Database& database);

} // namespace puente
