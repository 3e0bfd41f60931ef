#pragma once

#include "common/base/ids.h"

#include <memory>
#include <string_view>

namespace puente {

/// What a hash, a signature or a derived key is for. Each has its own label, so that bytes made for
/// one purpose never pass for another; docs/formats/crypto.md lists the labels.
enum class Purpose {
    Segment,
    SegmentContent,
    SegmentHash,
    SpaceLog,
    Membership,
    MembershipHash,
    SpaceId,
    KeyObject,
    KeyId,
    EpochKey,
    JoinRequest,
    DeviceCertificate,
    SessionProof,
    Claim,
    Receipt,
    Bundle,
    RecordHandle,
    StateHash,
    Fingerprint,
    RecoveryKit,
    RecoveryShare,
    RecoveryShares,
    ErasableId,
    ErasableKey,
    ErasableObject,
    ErasableValue,
    Erasure,
    ErasureConfirmation,
    ApprovalKey,
    AtRestPage,
    AtRestFrame,
    AtRestMark,
    AtRestKeyId,
    Backup,
    DocumentContent,
    DocumentPack,
    DocumentChunk,
    DocumentChunkHash,
    DocumentIndex,
};

/// The label of a purpose: ASCII, "puente.v1." and a word.
std::string_view labelOf(Purpose purpose);

/// BLAKE2b-256 over the purpose's label (its length first) and what is added, in order.
class Hasher {
public:
    explicit Hasher(Purpose purpose);
    /// The same, keyed with 32 secret bytes.
    Hasher(Purpose purpose, ByteView key);
    Hasher(Hasher&&) noexcept;
    Hasher& operator=(Hasher&&) noexcept;
    ~Hasher();

    Hasher& add(ByteView bytes);
    Hash finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// The hash of one run of bytes.
Hash hashOf(Purpose purpose, ByteView bytes);

} // namespace puente
