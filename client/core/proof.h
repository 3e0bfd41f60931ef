#pragma once

#include "client/core/workspace.h"
#include "sync/membership/fork_proof.h"

namespace puente {

/// A proof that a device wrote two segments at one place of its log, as a space's members keep it.
struct ProofView {
    Hash record; ///< the membership record that holds it
    ProveFork proof;
    std::string organization;
    bool isStated = false; ///< the device has said since which branch counts
};
Outcome<std::vector<ProofView>> proofsOf(const Workspace& workspace, const SpaceId& space);

/// The one whose record, or whose device, begins like this.
Outcome<ProofView> findProof(const std::vector<ProofView>& all, std::string_view text);

/// Writes it to a file that anybody can check, never over a file.
Outcome<Done> exportProof(const ProofView& view, const std::string& path);
/// Reads such a file and checks all of it; needs no replica.
Outcome<ProveFork> readProof(const std::string& path);

} // namespace puente
