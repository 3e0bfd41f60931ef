#pragma once

#include "common/crypto/space_key.h"
#include "sync/membership/invite.h"
#include "sync/membership/key_object.h"
#include "sync/membership/membership.h"
#include "sync/membership/record.h"
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
    DeviceId device() const { return signing.publicId<DeviceId>(); }
};

inline SigningKey inviteKey(std::uint64_t seed) {
    SeededEntropy entropy(seed + 1'000'000);
    return SigningKey::generate(entropy);
}

inline SpaceKey epochKey(std::uint64_t seed) {
    SeededEntropy entropy(seed + 2'000'000);
    return SpaceKey::generate(entropy);
}

inline MembershipRecord foundSpace(const Office& founder, std::uint8_t nonce = 0) {
    MembershipRecord::Content content;
    content.author = founder.device();
    CreateSpace create{{founder.certificate}, epochKey(1).commitment(), {}};
    create.nonce[0] = nonce;
    content.act = create;
    return MembershipRecord::sign(content, bytesOf("sealed names"), founder.signing);
}

inline MembershipRecord actIn(const SpaceId& space, const Office& author, std::vector<Hash> parents,
                              const MembershipAct& act) {
    std::sort(parents.begin(), parents.end());
    return MembershipRecord::sign({space, author.device(), std::move(parents), act}, {}, author.signing);
}

inline OfferInvite offerOf(const SigningKey& invite, Role role) {
    return {invite.publicId<InviteId>(), role, instantOf(1'800'000'000'000), std::nullopt};
}

inline Signature joinProof(const SpaceId& space, const SigningKey& invite, const DeviceCertificate& joiner) {
    return invite.sign(Purpose::JoinRequest, joinProofMessage(space, invite.publicId<InviteId>(), joiner, 1));
}

inline AdmitDevice admissionOf(const SpaceId& space, const SigningKey& invite, Role role, const Office& joiner) {
    return {invite.publicId<InviteId>(), role, joiner.certificate, 1, joinProof(space, invite, joiner.certificate)};
}

inline JoinRequest joinRequestOf(const SpaceId& space, const SigningKey& invite, const Office& joiner) {
    const JoinRequest::Content content{space, invite.publicId<InviteId>(), joiner.certificate, 1, Bytes(100, 7)};
    return JoinRequest::sign(content, invite, joiner.signing);
}

/// Signs whatever it is given, sound or not: what a hostile member would hand over.
inline Bytes forgeRecord(const MembershipRecord::Content& content, const SigningKey& signer) {
    Bytes wire = MembershipRecord::encodeContent(content);
    wire.push_back(0); // no details
    append(wire, signer.sign(Purpose::Membership, wire).view());
    return wire;
}

} // namespace puente::test
