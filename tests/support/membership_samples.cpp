#include "tests/support/membership_samples.h"

#include "common/codec/writer.h"

#include <functional>

namespace puente::test {

MembershipSamples::Broken MembershipSamples::badRecords() const {
    Broken bad;
    const auto add = [&](const char* rule, const MembershipRecord& base,
                         const std::function<void(MembershipRecord::Content&)>& change) {
        MembershipRecord::Content content = base.content();
        change(content);
        const bool isByRoot = std::holds_alternative<OrganizationId>(content.author);
        bad.emplace_back(rule, forgeRecord(content, isByRoot ? founder.root.signing() : founder.signing));
    };
    const auto byRoot = [&](auto& c) { c.author = founder.organization(); };
    const auto byDevice = [&](auto& c) { c.author = founder.device(); };
    add("create: names a space", create, [&](auto& c) { c.space = space; });
    add("create: has a parent", create, [&](auto& c) { c.parents = {offer.hash()}; });
    add("create: founder is another than the author", create,
        [&](auto& c) { std::get<CreateSpace>(c.act).founders[0] = joiner.certificate; });
    add("create: certificate by another root", create,
        [&](auto& c) { std::get<CreateSpace>(c.act).founders[0].organization = joiner.certificate.organization; });
    add("offer: no space", offer, [](auto& c) { c.space = {}; });
    add("offer: no parent", offer, [](auto& c) { c.parents.clear(); });
    add("offer: parents not ascending", offer, [](auto& c) { c.parents = {c.parents[0], Hash{}}; });
    add("offer: a parent twice", offer, [](auto& c) { c.parents = {c.parents[0], c.parents[0]}; });
    add("offer: role 0", offer, [](auto& c) { std::get<OfferInvite>(c.act).role = Role{0}; });
    add("offer: role above admin", offer, [](auto& c) { std::get<OfferInvite>(c.act).role = Role{4}; });
    add("offer: the invite is no point of the curve", offer,
        [](auto& c) { std::get<OfferInvite>(c.act).invite = InviteId{}; });
    add("offer: too many parents", offer, [](auto& c) {
        for (std::uint16_t i = 0; i < kParentCountMax; ++i) {
            Hash parent;
            parent.bytes[0] = static_cast<std::uint8_t>(i >> 8);
            parent.bytes[1] = static_cast<std::uint8_t>(i);
            c.parents.insert(c.parents.end() - 1, parent);
        }
    });
    add("admit: proof for another space", admit, [&](auto& c) {
        SpaceId other = space;
        other.bytes[0] ^= 1;
        std::get<AdmitDevice>(c.act).proof = joinProof(other, inviteKey, joiner.certificate);
    });
    add("admit: proof by another invite", admit, [&](auto& c) {
        std::get<AdmitDevice>(c.act).proof = joinProof(space, test::inviteKey(2), joiner.certificate);
    });
    add("admit: keys swapped for others", admit,
        [&](auto& c) { std::get<AdmitDevice>(c.act).joiner = founder.certificate; });
    add("admit: certificate not the root's", admit, [&](auto& c) {
        auto& admit = std::get<AdmitDevice>(c.act);
        admit.joiner.sealing = founder.sealing.publicId();
        admit.proof = joinProof(space, inviteKey, admit.joiner);
    });
    for (const auto& [name, record] : records()) {
        const bool isForRoots = record->as<RemoveOrganization>() || record->as<RevokeDevice>() || record->as<Confirm>();
        if (!isForRoots && !record->as<Recover>()) add((std::string(name) + ": by a root").c_str(), *record, byRoot);
        if (record == &create || record == &offer) continue;
        add((std::string(name) + ": no space").c_str(), *record, [](auto& c) { c.space = {}; });
        add((std::string(name) + ": no parent").c_str(), *record, [](auto& c) { c.parents.clear(); });
    }
    add("create: no founder", create, [](auto& c) { std::get<CreateSpace>(c.act).founders.clear(); });
    add("create: a founder twice", create, [](auto& c) {
        auto& founders = std::get<CreateSpace>(c.act).founders;
        founders.push_back(founders[0]);
    });
    add("create: an organisation twice", create,
        [&](auto& c) { std::get<CreateSpace>(c.act).founders.push_back(second.certificate); });
    add("offer: for an organisation that is no point of the curve", offer,
        [](auto& c) { std::get<OfferInvite>(c.act).organization = OrganizationId{}; });
    add("admit: incarnation 0", admit, [&](auto& c) {
        auto& admit = std::get<AdmitDevice>(c.act);
        admit.incarnation = 0;
        admit.proof = joinProof(space, inviteKey, admit.joiner, 0);
    });
    add("admit: proof for another incarnation", admit, [](auto& c) { std::get<AdmitDevice>(c.act).incarnation = 2; });
    add("remove: another organisation by a root", remove, byRoot);
    add("change role: incarnation 0", changeRole, [](auto& c) { std::get<ChangeRole>(c.act).incarnation = 0; });
    add("cuts: incarnation 0", revoke,
        [](auto& c) { std::get<RevokeDevice>(c.act).cuts.heights[0].log.incarnation = 0; });
    add("cuts: sequence 0", revoke, [](auto& c) { std::get<RevokeDevice>(c.act).cuts.heights[0].height.sequence = 0; });
    add("cuts: no head", revoke, [](auto& c) { std::get<RevokeDevice>(c.act).cuts.heights[0].height.head = {}; });
    add("cuts: a log twice", revoke, [](auto& c) {
        auto& heights = std::get<RevokeDevice>(c.act).cuts.heights;
        heights.push_back(heights[0]);
    });
    add("cuts: half a declaration", revoke,
        [](auto& c) { std::get<RevokeDevice>(c.act).cuts.declared.height.head = {}; });
    add("recover: by a device", recover, byDevice);
    add("recover: a device of another organisation", recover,
        [&](auto& c) { std::get<Recover>(c.act).device = joiner.certificate; });
    add("recover: a certificate that is not authentic", recover,
        [&](auto& c) { std::get<Recover>(c.act).device.sealing = joiner.sealing.publicId(); });
    add("recover: revokes what it certifies", recover,
        [&](auto& c) { std::get<Recover>(c.act).revoked = {second.device()}; });
    add("recover: a device revoked twice", recover, [](auto& c) {
        auto& revoked = std::get<Recover>(c.act).revoked;
        revoked.push_back(revoked[0]);
    });
    add("rotate: epoch 1", rotate, [](auto& c) { std::get<RotateEpoch>(c.act).number = 1; });
    add("fork: incarnation 0", fork, [](auto& c) { std::get<StateFork>(c.act).incarnation = 0; });
    add("fork: no later incarnation", fork, [](auto& c) { std::get<StateFork>(c.act).nextIncarnation = 1; });
    add("fork: a head of nothing", fork, [](auto& c) {
        std::get<StateFork>(c.act).from = {};
        std::get<StateFork>(c.act).closedAt.sequence = 0;
    });
    add("fork: closed before it forked", fork, [](auto& c) { std::get<StateFork>(c.act).from.sequence = 5; });
    add("prove fork: in the other order", prove,
        [](auto& c) { std::swap(std::get<ProveFork>(c.act).one, std::get<ProveFork>(c.act).other); });
    add("prove fork: one segment twice", prove,
        [](auto& c) { std::get<ProveFork>(c.act).other = std::get<ProveFork>(c.act).one; });
    add("prove fork: not signed by its device", prove,
        [](auto& c) { std::get<ProveFork>(c.act).one.signature.bytes[0] ^= 1; });
    const auto addProof = [&](const char* rule, const std::function<void(SegmentHeader&, SegmentHeader&)>& change) {
        SegmentHeader one = firstHeaderOf(space, joiner), other = one;
        one.first = one.last = other.first = other.last = 2;
        one.previous = other.previous = Hash{{1}};
        change(one, other);
        add(rule, prove, [&](auto& c) { c.act = forkProofOf(one, other, joiner); });
    };
    addProof("prove fork: at different places", [](auto&, auto& other) { other.first = other.last = 3; });
    addProof("prove fork: after different segments", [](auto&, auto& other) { other.previous = Hash{{2}}; });
    addProof("prove fork: of different logs", [](auto&, auto& other) { other.log.incarnation = 2; });
    addProof("prove fork: of another space", [](auto& one, auto& other) {
        one.space.bytes[0] ^= 1;
        other.space.bytes[0] ^= 1;
    });

    const auto addRaw = [&](const char* rule, const std::function<Bytes(Bytes)>& change) {
        Bytes wire = change(MembershipRecord::encodeContent(offer.content()));
        append(wire, founder.signing.sign(Purpose::Membership, wire).view());
        bad.emplace_back(rule, wire);
    };
    addRaw("version 2", [](Bytes wire) {
        wire[0] = 2;
        wire.push_back(0);
        return wire;
    });
    addRaw("unknown kind of author", [](Bytes wire) {
        wire[1 + 16] = 3;
        wire.push_back(0);
        return wire;
    });
    addRaw("parent count in a longer form", [](Bytes wire) {
        wire[50] |= 0x80;
        wire.insert(wire.begin() + 51, 0);
        wire.push_back(0);
        return wire;
    });
    addRaw("unknown act", [](Bytes wire) {
        wire[51 + 32] = 13;
        wire.push_back(0);
        return wire;
    });
    addRaw("details above the bound", [](Bytes wire) {
        Writer details;
        details.blob(Bytes(kSealedDetailsSizeMax + 1));
        append(wire, details.view());
        return wire;
    });
    addRaw("expiry beyond 48 bits", [](Bytes wire) {
        wire.resize(51 + 32 + 1 + 32 + 1);
        Writer rest;
        rest.varint(std::uint64_t{1} << 48);
        rest.u8(0); // for anybody
        rest.blob({});
        append(wire, rest.view());
        return wire;
    });
    return bad;
}

MembershipSamples::Broken MembershipSamples::badKeyObjects() const {
    Broken bad;
    const auto add = [&](const char* rule, const std::function<void(Bytes&)>& change) {
        Bytes wire(keys.wire().begin(), keys.wire().end() - Signature::kSize);
        change(wire);
        append(wire, founder.signing.sign(Purpose::KeyObject, wire).view());
        bad.emplace_back(rule, wire);
    };
    constexpr std::size_t kCount = 1 + 16 + 32 + 32, kFirst = kCount + 1, kEntry = 88, kLast = 104;
    add("version 2", [](Bytes& wire) { wire[0] = 2; });
    add("no entry", [](Bytes& wire) {
        wire[kCount] = 0;
        wire.erase(wire.begin() + kFirst, wire.begin() + kFirst + 2 * kEntry);
    });
    add("an entry twice",
        [](Bytes& wire) { std::copy_n(wire.begin() + kFirst, kEntry, wire.begin() + kFirst + kEntry); });
    add("entries not ascending", [](Bytes& wire) {
        std::swap_ranges(wire.begin() + kFirst, wire.begin() + kFirst + kEntry, wire.begin() + kFirst + kEntry);
    });
    add("fewer than counted", [](Bytes& wire) { wire.resize(wire.size() - kLast); });
    add("predecessors not ascending",
        [](Bytes& wire) { std::swap_ranges(wire.end() - 2 * kLast, wire.end() - kLast, wire.end() - kLast); });
    add("a predecessor twice", [](Bytes& wire) { std::copy_n(wire.end() - 2 * kLast, kLast, wire.end() - kLast); });
    add("more than counted", [](Bytes& wire) { wire.push_back(0); });
    Bytes other(keys.wire().begin(), keys.wire().end() - Signature::kSize);
    append(other, joiner.signing.sign(Purpose::KeyObject, other).view());
    bad.emplace_back("signed by another than its author", other);
    return bad;
}

MembershipSamples::Broken MembershipSamples::badRequests() const {
    Broken bad;
    const auto add = [&](const char* rule, const std::function<void(Bytes&)>& change) {
        Bytes wire(request.wire().begin(), request.wire().end() - Signature::kSize);
        change(wire);
        append(wire, joiner.signing.sign(Purpose::JoinRequest, wire).view());
        bad.emplace_back(rule, wire);
    };
    add("version 2", [](Bytes& wire) { wire[0] = 2; });
    add("another space than the proof's", [](Bytes& wire) { wire[1] ^= 1; });
    add("another invite than the proof's", [](Bytes& wire) {
        const InviteId other = test::inviteKey(2).publicId<InviteId>();
        std::copy(other.bytes.begin(), other.bytes.end(), wire.begin() + 17);
    });
    add("the proof repeated from another joiner", [&](Bytes& wire) {
        const Signature stolen = joinProof(space, inviteKey, founder.certificate);
        std::copy(stolen.bytes.begin(), stolen.bytes.end(), wire.end() - Signature::kSize);
    });
    Bytes other(request.wire().begin(), request.wire().end() - Signature::kSize);
    append(other, founder.signing.sign(Purpose::JoinRequest, other).view());
    bad.emplace_back("signed by another device than the joiner", other);
    return bad;
}

} // namespace puente::test
