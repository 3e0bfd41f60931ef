#pragma once

#include "client/core/tls_transport.h"
#include "client/core/workspace.h"
#include "sync/bundle/bundle.h"
#include "sync/session/initiator.h"

#include <functional>

namespace puente {

/// What came of meeting the servers of some spaces.
struct SyncReport {
    SyncSummary total; ///< summed over the servers
    std::uint64_t conflicts = 0;
    std::uint64_t milliseconds = 0;
    std::vector<SpaceId> withoutServer; ///< spaces that meet by bundle only
    std::vector<Notice> failed;         ///< one for each server that could not be met to the end

    bool isComplete() const { return failed.empty() && total.refused.empty() && total.incidents.empty(); }
};

using Progress = std::function<void(const Traffic&)>;

/// Meets the servers of these spaces, each once. Its fault is the only server's, when there is one and it failed before
/// anything was exchanged.
Outcome<SyncReport> synchronize(Workspace& workspace, const std::vector<SpaceId>& spaces, const Progress& progress);

/// Writes all of these spaces to a file; how many entries it holds.
Outcome<std::uint64_t> exportBundle(Workspace& workspace, const std::vector<SpaceId>& spaces, const std::string& path);

struct BundleOutcome {
    BundleReport report;
    std::uint32_t admitted = 0;
};
/// Takes what a bundle holds of this replica's spaces, and admits those who ask to join with a good invite if this
/// office may.
Outcome<BundleOutcome> importBundle(Workspace& workspace, const std::string& path);

} // namespace puente
