#pragma once

#include "client/domain/catalogue.h"
#include "client/domain/record_reader.h"

#include <string>
#include <vector>

namespace puente {

/// One thing that came of another, or that it came from.
struct TraceNode {
    Dot record;
    /// How it hangs on the one above: "response", "resulting", "commitment", "update", "extension", "document",
    /// "results_from" (the response whose agreement this is), "proposal" (what such a response answers), or the
    /// relation of a link: "derives", "repeats", "answers", "closes", "related". Empty for the one that was asked
    /// about.
    std::string relation = {};
    bool isInbound = false;                 ///< of a link: it points from this record to the one above
    bool isRepeated = false;                ///< it stands elsewhere in the tree, with what came of it
    bool isCut = false;                     ///< there may be more below, which is too deep to be shown
    std::vector<std::string> evidence = {}; ///< of an update
    std::vector<TraceNode> children = {};
};

/// What became of a record, down to the evidence: what answers it, the agreements that came of it, their commitments,
/// what was reported on them, and all that is linked, in both directions. Each record unfolds once, so that rings of
/// links end.
Result<TraceNode, ReplicaFault> traceOf(const Catalogue& catalogue, const Dot& record);

inline constexpr int kTraceDepthMax = 32;

} // namespace puente
