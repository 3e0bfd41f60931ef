#pragma once

#include "sync/membership/fork_proof.h"
#include "sync/store/receipt.h"

namespace puente {

/// A server's contradiction as a file that anybody may check. Layout: docs/formats/proof.md.
Bytes encodeProofFile(const ReceiptProof& proof);

Result<ReceiptProof, ProofFault> decodeReceiptProofFile(ByteView bytes);

inline constexpr std::size_t kReceiptProofFileSize = kProofPreambleSize + 2 * kSignedReceiptSize;
static_assert(kReceiptProofFileSize == 482, "docs/formats/proof.md promises this");

} // namespace puente
