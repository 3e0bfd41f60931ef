#pragma once

#include "client/core/workspace.h"
#include "sync/session/receipt_proof.h"

#include <variant>

namespace puente {

/// A proof that a device wrote two segments at one place of its log, as a space's members keep it.
struct ProofView {
    Hash record; ///< the membership record that holds it
    ProveFork proof;
    std::string organization;
    bool isStated = false; ///< the device has said since which branch counts
};
Outcome<std::vector<ProofView>> proofsOf(const Workspace& workspace, const SpaceId& space);

/// The servers of the space that signed for two pasts at one position, by what this device keeps.
Outcome<std::vector<ReceiptProof>> receiptProofsOf(const Workspace& workspace, const SpaceId& space);

using AnyProof = std::variant<ProveFork, ReceiptProof>;

/// The one whose record, device or server begins like this.
Outcome<AnyProof> findProof(const std::vector<ProofView>& forks, const std::vector<ReceiptProof>& receipts,
                            std::string_view text);

/// Writes it to a file that anybody can check, never over a file.
Outcome<Done> exportProof(const AnyProof& proof, const std::string& path);
/// Reads such a file and checks all of it; needs no replica.
Outcome<AnyProof> readProof(const std::string& path);

} // namespace puente
