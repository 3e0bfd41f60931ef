#include "common/crypto/hash.h"

#include "common/base/expects.h"

#include <sodium.h>

namespace puente {

std::string_view labelOf(Purpose purpose) {
    switch (purpose) {
    case Purpose::Segment: return "puente.v1.segment";
    case Purpose::SegmentContent: return "puente.v1.segment-content";
    case Purpose::SegmentHash: return "puente.v1.segment-hash";
    case Purpose::SpaceLog: return "puente.v1.space-log";
    case Purpose::Membership: return "puente.v1.membership";
    case Purpose::MembershipHash: return "puente.v1.membership-hash";
    case Purpose::SpaceId: return "puente.v1.space-id";
    case Purpose::KeyObject: return "puente.v1.key-object";
    case Purpose::KeyId: return "puente.v1.key-id";
    case Purpose::EpochKey: return "puente.v1.epoch-key";
    case Purpose::JoinRequest: return "puente.v1.join-request";
    case Purpose::DeviceCertificate: return "puente.v1.device-certificate";
    case Purpose::SessionProof: return "puente.v1.session-proof";
    case Purpose::Claim: return "puente.v1.claim";
    case Purpose::Receipt: return "puente.v1.receipt";
    case Purpose::Bundle: return "puente.v1.bundle";
    case Purpose::RecordHandle: return "puente.v1.record-handle";
    case Purpose::StateHash: return "puente.v1.state-hash";
    case Purpose::Fingerprint: return "puente.v1.fingerprint";
    case Purpose::RecoveryKit: return "puente.v1.recovery-kit";
    case Purpose::RecoveryShare: return "puente.v1.recovery-share";
    case Purpose::RecoveryShares: return "puente.v1.recovery-shares";
    case Purpose::ErasableId: return "puente.v1.erasable-id";
    case Purpose::ErasableKey: return "puente.v1.erasable-key";
    case Purpose::ErasableObject: return "puente.v1.erasable-object";
    case Purpose::ErasableValue: return "puente.v1.erasable-value";
    case Purpose::Erasure: return "puente.v1.erasure";
    case Purpose::ErasureConfirmation: return "puente.v1.erasure-confirmation";
    case Purpose::ApprovalKey: return "puente.v1.approval-key";
    case Purpose::AtRestPage: return "puente.v1.at-rest-page";
    case Purpose::AtRestFrame: return "puente.v1.at-rest-frame";
    case Purpose::AtRestMark: return "puente.v1.at-rest-mark";
    case Purpose::AtRestKeyId: return "puente.v1.at-rest-key-id";
    case Purpose::Backup: return "puente.v1.backup";
    case Purpose::DocumentContent: return "puente.v1.document-content";
    case Purpose::DocumentPack: return "puente.v1.document-pack";
    case Purpose::DocumentChunk: return "puente.v1.document-chunk";
    case Purpose::DocumentChunkHash: return "puente.v1.document-chunk-hash";
    case Purpose::DocumentIndex: return "puente.v1.document-index";
    }
    contractBroken();
}

struct Hasher::State {
    crypto_generichash_blake2b_state blake2b;
};

Hasher::Hasher(Purpose purpose) : Hasher(purpose, {}) {
}

Hasher::Hasher(Purpose purpose, ByteView key) : m_state(std::make_unique<State>()) {
    expects(key.empty() || key.size() == 32);
    crypto_generichash_blake2b_init(&m_state->blake2b, key.data(), key.size(), Hash::kSize);
    const std::string_view label = labelOf(purpose);
    const auto size = static_cast<std::uint8_t>(label.size());
    add({&size, 1}).add(bytesOf(label));
}

Hasher::Hasher(Hasher&&) noexcept = default;
Hasher& Hasher::operator=(Hasher&&) noexcept = default;

Hasher::~Hasher() {
    if (m_state) sodium_memzero(m_state.get(), sizeof(State));
}

Hasher& Hasher::add(ByteView bytes) {
    crypto_generichash_blake2b_update(&m_state->blake2b, bytes.data(), bytes.size());
    return *this;
}

Hash Hasher::finish() {
    Hash hash;
    crypto_generichash_blake2b_final(&m_state->blake2b, hash.bytes.data(), hash.bytes.size());
    return hash;
}

Hash hashOf(Purpose purpose, ByteView bytes) {
    return Hasher(purpose).add(bytes).finish();
}

} // namespace puente
