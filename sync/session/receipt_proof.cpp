#include "sync/session/receipt_proof.h"

namespace puente {

Bytes encodeProofFile(const ReceiptProof& proof) {
    return proofFileOf(ProofKind::Receipts, proof.one.encode(), proof.other.encode());
}

Result<ReceiptProof, ProofFault> decodeReceiptProofFile(ByteView bytes) {
    if (bytes.size() != kReceiptProofFileSize || proofKindOf(bytes) != ProofKind::Receipts)
        return Failure{ProofFault::NotAProof};
    const auto one = SignedReceipt::decode(bytes.subspan(kProofPreambleSize, kSignedReceiptSize));
    const auto other = SignedReceipt::decode(bytes.subspan(kProofPreambleSize + kSignedReceiptSize));
    if (!one || !other) return Failure{ProofFault::ProvesNothing};
    const ReceiptProof proof{.one = *one, .other = *other};
    if (!proof.isContradiction()) return Failure{ProofFault::ProvesNothing};
    if (!proof.isAuthentic()) return Failure{ProofFault::NotAuthentic};
    return proof;
}

} // namespace puente
