#pragma once

#include "sync/segment/sealing.h"
#include "tests/support/seeded_entropy.h"

namespace puente::test {

/// One device that seals what it is told to, with keys that grow from one seed.
class Author {
public:
    explicit Author(std::uint64_t seed)
        : m_entropy(seed), m_signer(SigningKey::generate(m_entropy)), m_key(SpaceKey::generate(m_entropy)),
          m_space(m_entropy.draw<SpaceId>()) {}

    const SigningKey& signer() const { return m_signer; }
    const SpaceKey& key() const { return m_key; }
    const SpaceId& space() const { return m_space; }
    LogId log() const { return {m_signer.publicId<DeviceId>(), 1}; }
    SeededEntropy& entropy() { return m_entropy; }

    /// A body of `count` change sets from `first` on, each of which writes a text of its own.
    SegmentBody body(std::uint32_t first, std::uint32_t count) const;
    Segment seal(const SegmentBody& body, const Hash& previous = {}) {
        return sealSegment(m_space, body, previous, m_key, m_signer, m_entropy);
    }
    /// Seals and signs any bytes as if they were a compressed body: what a malicious member can do.
    Segment sealBytes(SegmentHeader header, Bytes compressed);
    SegmentHeader header(std::uint32_t first, std::uint32_t last) const;

private:
    SeededEntropy m_entropy;
    SigningKey m_signer;
    SpaceKey m_key;
    SpaceId m_space;
};

} // namespace puente::test
