#pragma once

#include "sync/membership/record.h"

namespace puente {

/// A fork's proof as a file that anybody may check, without being a member. Layout: docs/formats/proof.md.
Bytes encodeProofFile(const ProveFork& proof);

enum class ProofFault {
    NotAProof,     ///< some other file, or another version of the format
    ProvesNothing, ///< what it holds are not two segments at one place
    NotAuthentic,  ///< a signature is not by the device that it accuses
};
Result<ProveFork, ProofFault> decodeProofFile(ByteView bytes);

inline constexpr std::size_t kProofFileSize = 8 + 1 + 1 + 2 * kSignedHeaderSize;

} // namespace puente
