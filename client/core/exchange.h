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

/// What was done to the keys of some spaces because it was due.
struct KeysReport {
    std::uint32_t renewed = 0;   ///< spaces whose key was renewed after a removal
    std::uint64_t forwarded = 0; ///< readers to whom a key was sealed that nobody had sealed to them
};

struct BundleWritten {
    std::uint64_t entries = 0;
    KeysReport keys;
};
/// Writes these parts of spaces to a new file as a bundle, as they are.
Outcome<BundleWritten> writeBundle(Workspace& workspace, std::vector<BundleWish> wishes, const std::string& path);
/// Does what is due to the keys of these spaces and writes all of them to a new file.
Outcome<BundleWritten> exportBundle(Workspace& workspace, const std::vector<SpaceId>& spaces, const std::string& path);

struct BundleOutcome {
    BundleReport report;
    std::uint32_t admitted = 0;
    KeysReport keys;
};
/// Takes what a bundle holds of this replica's spaces, admits those who ask to join with a good invite if this office
/// may, and does what is due to the keys.
Outcome<BundleOutcome> importBundle(Workspace& workspace, const std::string& path);

/// Reads a bundle to its end and checks it.
Outcome<Bundle> readBundle(const std::string& path);

} // namespace puente
