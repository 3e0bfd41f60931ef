#pragma once

#include "client/core/documents.h"

namespace puente {

/// How a replica stands, space by space.
struct SpaceStatusView {
    SpaceInfo info;
    Replica::Counts counts;
    std::optional<Instant> lastSync; ///< when this device last had the server's receipt
    DocumentStanding documents;
    std::string stateHash; ///< hexadecimal; equal on every replica that accepted the same segments
};
Outcome<std::vector<SpaceStatusView>> statusOf(Workspace& workspace);

/// Notes that these spaces were closed by a receipt now.
Outcome<Done> noteSync(Workspace& workspace, const std::vector<SpaceId>& spaces);

/// What looking a space through found.
struct Verification {
    SpaceId space;
    std::uint64_t segments = 0;   ///< whose chain and signatures hold
    std::vector<std::string> bad; ///< what does not hold, in words
    std::string stateHash;
    std::string rebuiltHash; ///< after making the caches again; only with a full look
};
/// Looks through the file, every log's chain and every signature; with `full` also makes the caches again and compares,
/// and reads every document that is here.
Outcome<std::vector<Verification>> verifyReplica(Workspace& workspace, bool full);

} // namespace puente
