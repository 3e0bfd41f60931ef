#pragma once

#include "tests/support/membership_builder.h"

#include <string>

namespace puente::test {

/// One sound example of everything that membership is told in, and an unsound one for every rule.
struct MembershipSamples {
    const Office founder = Office::make(1);
    const Office joiner = Office::make(2);
    const SigningKey inviteKey = test::inviteKey(1);
    const MembershipRecord create = foundSpace(founder);
    const SpaceId space = create.space();
    const MembershipRecord offer = actIn(space, founder, {create.hash()}, offerOf(inviteKey, Role::Editor));
    const MembershipRecord admit =
        actIn(space, founder, {offer.hash()}, admissionOf(space, inviteKey, Role::Editor, joiner));
    const Office second = founder.another(1);
    const Cuts cuts{{{founder.device(), 1}, {9, create.hash()}}, {{{joiner.device(), 1}, {3, offer.hash()}}}};
    const MembershipRecord withdraw = after(WithdrawInvite{inviteKey.publicId<InviteId>()});
    const MembershipRecord remove = after(RemoveOrganization{joiner.organization(), cuts});
    const MembershipRecord changeRole = after(ChangeRole{joiner.organization(), Role::Reader, 1, cuts});
    const MembershipRecord revoke = after(RevokeDevice{joiner.device(), cuts});
    const MembershipRecord recover =
        rootActIn(space, founder, {admit.hash()}, Recover{second.certificate, {founder.device()}, cuts});
    const MembershipRecord rotate = after(RotateEpoch{2, epochKey(2).commitment()});
    const MembershipRecord confirm = after(Confirm{admit.hash()});
    const MembershipRecord fork = after(StateFork{1, {3, admit.hash()}, {5, offer.hash()}, admit.hash(), 2});
    const MembershipRecord prove = after(forkProofOf(space, joiner));
    const JoinRequest request = joinRequestOf(space, inviteKey, joiner);
    const KeyObject keys = keyObject();

    MembershipRecord after(const MembershipAct& act) const { return actIn(space, founder, {admit.hash()}, act); }
    std::vector<std::pair<const char*, const MembershipRecord*>> records() const {
        return {{"create", &create},   {"offer", &offer},     {"withdraw", &withdraw},
                {"admit", &admit},     {"remove", &remove},   {"change role", &changeRole},
                {"revoke", &revoke},   {"recover", &recover}, {"rotate", &rotate},
                {"confirm", &confirm}, {"fork", &fork},       {"prove fork", &prove}};
    }

    KeyObject keyObject() const {
        KeyObject::Content content{space, founder.device(), create.hash(), {}, {}};
        for (const SealingId& reader : {founder.sealing.publicId(), joiner.sealing.publicId()})
            content.entries.push_back({KeyObject::tagOf(reader), Bytes(80, reader.bytes[0])});
        std::ranges::sort(content.entries, {}, [](const auto& entry) { return entry.tag; });
        for (const Hash& epoch : {offer.hash(), admit.hash()})
            content.predecessors.push_back({epoch, Bytes(72, epoch.bytes[0])});
        std::ranges::sort(content.predecessors, {}, [](const auto& earlier) { return earlier.epoch; });
        return KeyObject::sign(content, founder.signing);
    }
    Invite invite() const {
        Invite invite;
        invite.space = space;
        invite.inviter = founder.certificate;
        invite.role = Role::Editor;
        invite.expires = instantOf(1'800'000'000'000);
        invite.server = "puente-server:example.org:7400#pin";
        invite.spaceName = "Seguimiento regional";
        invite.inviterName = "Secretaría Técnica";
        invite.secret.assign(inviteKey.revealSeed().begin(), inviteKey.revealSeed().end());
        return invite;
    }

    /// A rule, and bytes that break it and nothing else: they are signed by the author they name.
    using Broken = std::vector<std::pair<std::string, Bytes>>;
    Broken badRecords() const;
    Broken badKeyObjects() const;
    Broken badRequests() const;
};

} // namespace puente::test
