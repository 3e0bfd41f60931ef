#pragma once

#include "common/crypto/space_key.h"
#include "sync/membership/invite.h"
#include "sync/membership/key_object.h"
#include "sync/membership/membership.h"
#include "sync/membership/record.h"
#include "sync/segment/segment.h"
#include "tests/support/seeded_entropy.h"

#include <algorithm>

namespace puente::test {

/// An office with one device: all its secrets, grown from one number.
struct Office {
    OrganizationRoot root;
    SigningKey signing;
    SealingKey sealing;
    DeviceCertificate certificate;

    static Office make(std::uint64_t seed) {
        SeededEntropy entropy(seed);
        Office office{
            OrganizationRoot::generate(entropy), SigningKey::generate(entropy), SealingKey::generate(entropy), {}};
        office.certificate = DeviceCertificate::issue(office.root, office.device(), office.sealing.publicId());
        return office;
    }
    /// Another device of the same organisation.
    Office another(std::uint64_t seed) const {
        SeededEntropy entropy(seed + 3'000'000);
        Office other{OrganizationRoot::fromSecret(root.reveal()),
                     SigningKey::generate(entropy),
                     SealingKey::generate(entropy),
                     {}};
        other.certificate = DeviceCertificate::issue(other.root, other.device(), other.sealing.publicId());
        return other;
    }
    DeviceId device() const { return signing.publicId<DeviceId>(); }
    OrganizationId organization() const { return certificate.organization; }
};

inline SigningKey inviteKey(std::uint64_t seed) {
    SeededEntropy entropy(seed + 1'000'000);
    return SigningKey::generate(entropy);
}

inline SpaceKey epochKey(std::uint64_t seed) {
    SeededEntropy entropy(seed + 2'000'000);
    return SpaceKey::generate(entropy);
}

/// The author is the first of the founders.
inline MembershipRecord foundSpace(const std::vector<const Office*>& founders, std::uint8_t nonce = 0) {
    MembershipRecord::Content content;
    content.author = founders[0]->device();
    CreateSpace create{{}, epochKey(1).commitment(), {}};
    for (const Office* founder : founders)
        create.founders.push_back(founder->certificate);
    create.nonce[0] = nonce;
    content.act = create;
    return MembershipRecord::sign(content, bytesOf("sealed names"), founders[0]->signing);
}

inline MembershipRecord foundSpace(const Office& founder, std::uint8_t nonce = 0) {
    return foundSpace(std::vector{&founder}, nonce);
}

inline MembershipRecord actIn(const SpaceId& space, const Office& author, std::vector<Hash> parents,
                              const MembershipAct& act) {
    std::sort(parents.begin(), parents.end());
    return MembershipRecord::sign({space, author.device(), std::move(parents), act}, {}, author.signing);
}

/// Signed by the organisation itself, above its devices.
inline MembershipRecord rootActIn(const SpaceId& space, const Office& author, std::vector<Hash> parents,
                                  const MembershipAct& act) {
    std::sort(parents.begin(), parents.end());
    return MembershipRecord::sign({space, author.organization(), std::move(parents), act}, {}, author.root.signing());
}

inline OfferInvite offerOf(const SigningKey& invite, Role role) {
    return {invite.publicId<InviteId>(), role, instantOf(1'800'000'000'000), std::nullopt};
}

inline Signature joinProof(const SpaceId& space, const SigningKey& invite, const DeviceCertificate& joiner,
                           std::uint32_t incarnation = 1) {
    return invite.sign(Purpose::JoinRequest, joinProofMessage(space, invite.publicId<InviteId>(), joiner, incarnation));
}

inline AdmitDevice admissionOf(const SpaceId& space, const SigningKey& invite, Role role, const Office& joiner,
                               std::uint32_t incarnation = 1) {
    return {invite.publicId<InviteId>(), role, joiner.certificate, incarnation,
            joinProof(space, invite, joiner.certificate, incarnation)};
}

inline JoinRequest joinRequestOf(const SpaceId& space, const SigningKey& invite, const Office& joiner) {
    const JoinRequest::Content content{space, invite.publicId<InviteId>(), joiner.certificate, 1, Bytes(100, 7)};
    return JoinRequest::sign(content, invite, joiner.signing);
}

/// Of a segment at the first place of an office's device's log.
inline SegmentHeader firstHeaderOf(const SpaceId& space, const Office& office) {
    SegmentHeader header;
    header.space = space;
    header.log = {office.device(), 1};
    header.first = header.last = 1;
    header.paddedSize = 256;
    return header;
}

/// Signed and in order; whether the two are at one place is the caller's business.
inline ProveFork forkProofOf(const SegmentHeader& one, const SegmentHeader& other, const Office& office) {
    const auto sign = [&](const SegmentHeader& header, std::uint8_t filling) {
        return Segment::sign(header, Bytes(296, filling), office.signing).signedHeader();
    };
    ProveFork proof{sign(one, 1), sign(other, 2)};
    if (proof.other.hash() < proof.one.hash()) std::swap(proof.one, proof.other);
    return proof;
}

/// Two segments of an office's device at the first place of its log.
inline ProveFork forkProofOf(const SpaceId& space, const Office& office) {
    const SegmentHeader header = firstHeaderOf(space, office);
    return forkProofOf(header, header, office);
}

/// Signs whatever it is given, sound or not: what a hostile member would hand over.
inline Bytes forgeRecord(const MembershipRecord::Content& content, const SigningKey& signer) {
    Bytes wire = MembershipRecord::encodeContent(content);
    wire.push_back(0); // no details
    append(wire, signer.sign(Purpose::Membership, wire).view());
    return wire;
}

} // namespace puente::test
