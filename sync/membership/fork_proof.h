#pragma once

#include "sync/membership/record.h"

namespace puente {

/// What a file proves, by the byte after its version.
enum class ProofKind : std::uint8_t {
    Fork = 1,     ///< a device wrote two segments at one place of its log
    Receipts = 2, ///< a server signed for two pasts at one position: sync/session/receipt_proof.h
};

inline constexpr std::size_t kProofPreambleSize = 8 + 1 + 1;
/// Nothing for a file that is no proof of this version.
std::optional<ProofKind> proofKindOf(ByteView file);
Bytes proofFileOf(ProofKind kind, ByteView one, ByteView other);

/// A fork's proof as a file that anybody may check, without being a member. Layout: docs/formats/proof.md.
Bytes encodeProofFile(const ProveFork& proof);

enum class ProofFault {
    NotAProof,     ///< some other file, or another version of the format
    ProvesNothing, ///< what it holds are not two segments at one place, or two receipts for two pasts
    NotAuthentic,  ///< a signature is not by the device, or the server, that it accuses
};
Result<ProveFork, ProofFault> decodeProofFile(ByteView bytes);

inline constexpr std::size_t kProofFileSize = kProofPreambleSize + 2 * kSignedHeaderSize;

} // namespace puente
