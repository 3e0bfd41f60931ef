#include "sync/membership/act_codec.h"

#include "sync/membership/codec.h"

#include <algorithm>

namespace puente {

namespace {

enum class ActKind : std::uint8_t {
    Create = 1,
    Offer = 2,
    Withdraw = 3,
    Admit = 4,
    Remove = 5,
    ChangeRole = 6,
    Revoke = 7,
    Recover = 8,
    Rotate = 9,
    Confirm = 10,
    StateFork = 11,
    ProveFork = 12,
};

constexpr std::size_t kLogHeightSizeMin = 32 + 1 + 1 + 32;

void encodeHeight(Writer& writer, const Height& height) {
    writer.varint(height.sequence);
    writer.id(height.head);
}

Height decodeHeight(Reader& reader) {
    Height height;
    height.sequence = reader.varintUpTo(kSequenceMax);
    height.head = reader.id<Hash>();
    return height;
}

void encodeLogHeight(Writer& writer, const LogHeight& log) {
    writer.id(log.log.device);
    writer.varint(log.log.incarnation);
    encodeHeight(writer, log.height);
}

std::uint32_t decodeNumber(Reader& reader) {
    return static_cast<std::uint32_t>(reader.varintUpTo(0xffffffff));
}

LogHeight decodeLogHeight(Reader& reader) {
    LogHeight log;
    log.log.device = reader.id<DeviceId>();
    log.log.incarnation = decodeNumber(reader);
    log.height = decodeHeight(reader);
    return log;
}

void encodeCuts(Writer& writer, const Cuts& cuts) {
    encodeLogHeight(writer, cuts.declared);
    writer.varint(cuts.heights.size());
    for (const LogHeight& height : cuts.heights)
        encodeLogHeight(writer, height);
}

Cuts decodeCuts(Reader& reader) {
    Cuts cuts;
    cuts.declared = decodeLogHeight(reader);
    cuts.heights.resize(reader.count(kCutCountMax, kLogHeightSizeMin));
    for (LogHeight& height : cuts.heights)
        height = decodeLogHeight(reader);
    return cuts;
}

struct ActEncoder {
    Writer& writer;

    void operator()(const CreateSpace& create) {
        kind(ActKind::Create);
        writer.varint(create.founders.size());
        for (const DeviceCertificate& founder : create.founders)
            encodeCertificate(writer, founder);
        writer.id(create.epochKey);
        writer.raw(create.nonce);
    }
    void operator()(const OfferInvite& offer) {
        kind(ActKind::Offer);
        writer.id(offer.invite);
        encodeRole(writer, offer.role);
        encodeInstant(writer, offer.expires);
        writer.u8(offer.organization ? 1 : 0);
        if (offer.organization) writer.id(*offer.organization);
    }
    void operator()(const WithdrawInvite& withdraw) {
        kind(ActKind::Withdraw);
        writer.id(withdraw.invite);
    }
    void operator()(const AdmitDevice& admit) {
        kind(ActKind::Admit);
        writer.id(admit.invite);
        encodeRole(writer, admit.role);
        encodeCertificate(writer, admit.joiner);
        writer.varint(admit.incarnation);
        writer.id(admit.proof);
    }
    void operator()(const RemoveOrganization& remove) {
        kind(ActKind::Remove);
        writer.id(remove.organization);
        encodeCuts(writer, remove.cuts);
    }
    void operator()(const ChangeRole& change) {
        kind(ActKind::ChangeRole);
        writer.id(change.organization);
        encodeRole(writer, change.role);
        writer.varint(change.incarnation);
        encodeCuts(writer, change.cuts);
    }
    void operator()(const RevokeDevice& revoke) {
        kind(ActKind::Revoke);
        writer.id(revoke.device);
        encodeCuts(writer, revoke.cuts);
    }
    void operator()(const Recover& recover) {
        kind(ActKind::Recover);
        encodeCertificate(writer, recover.device);
        writer.varint(recover.revoked.size());
        for (const DeviceId& device : recover.revoked)
            writer.id(device);
        encodeCuts(writer, recover.cuts);
    }
    void operator()(const RotateEpoch& rotate) {
        kind(ActKind::Rotate);
        writer.varint(rotate.number);
        writer.id(rotate.epochKey);
    }
    void operator()(const Confirm& confirm) {
        kind(ActKind::Confirm);
        writer.id(confirm.record);
    }
    void operator()(const StateFork& fork) {
        kind(ActKind::StateFork);
        writer.varint(fork.incarnation);
        encodeHeight(writer, fork.from);
        encodeHeight(writer, fork.closedAt);
        writer.id(fork.otherHead);
        writer.varint(fork.nextIncarnation);
    }
    void operator()(const ProveFork& fork) {
        kind(ActKind::ProveFork);
        writer.raw(fork.one.encode());
        writer.raw(fork.other.encode());
    }

private:
    void kind(ActKind kind) { writer.u8(static_cast<std::uint8_t>(kind)); }
};

CreateSpace decodeCreate(Reader& reader) {
    CreateSpace create;
    create.founders.resize(reader.count(kFounderCountMax, kCertificateSize));
    for (DeviceCertificate& founder : create.founders)
        founder = decodeCertificate(reader);
    create.epochKey = reader.id<Hash>();
    const ByteView nonce = reader.raw(create.nonce.size());
    std::copy(nonce.begin(), nonce.end(), create.nonce.begin());
    return create;
}

OfferInvite decodeOffer(Reader& reader) {
    OfferInvite offer;
    offer.invite = reader.id<InviteId>();
    offer.role = decodeRole(reader);
    offer.expires = decodeInstant(reader);
    const std::uint8_t bound = reader.u8();
    if (bound > 1) reader.fail();
    if (bound == 1) offer.organization = reader.id<OrganizationId>();
    return offer;
}

AdmitDevice decodeAdmit(Reader& reader) {
    AdmitDevice admit;
    admit.invite = reader.id<InviteId>();
    admit.role = decodeRole(reader);
    admit.joiner = decodeCertificate(reader);
    admit.incarnation = decodeNumber(reader);
    admit.proof = reader.id<Signature>();
    return admit;
}

RemoveOrganization decodeRemove(Reader& reader) {
    RemoveOrganization remove;
    remove.organization = reader.id<OrganizationId>();
    remove.cuts = decodeCuts(reader);
    return remove;
}

ChangeRole decodeChangeRole(Reader& reader) {
    ChangeRole change;
    change.organization = reader.id<OrganizationId>();
    change.role = decodeRole(reader);
    change.incarnation = decodeNumber(reader);
    change.cuts = decodeCuts(reader);
    return change;
}

RevokeDevice decodeRevoke(Reader& reader) {
    RevokeDevice revoke;
    revoke.device = reader.id<DeviceId>();
    revoke.cuts = decodeCuts(reader);
    return revoke;
}

Recover decodeRecover(Reader& reader) {
    Recover recover;
    recover.device = decodeCertificate(reader);
    recover.revoked.resize(reader.count(kRevokedCountMax, DeviceId::kSize));
    for (DeviceId& device : recover.revoked)
        device = reader.id<DeviceId>();
    recover.cuts = decodeCuts(reader);
    return recover;
}

RotateEpoch decodeRotate(Reader& reader) {
    RotateEpoch rotate;
    rotate.number = decodeNumber(reader);
    rotate.epochKey = reader.id<Hash>();
    return rotate;
}

StateFork decodeStateFork(Reader& reader) {
    StateFork fork;
    fork.incarnation = decodeNumber(reader);
    fork.from = decodeHeight(reader);
    fork.closedAt = decodeHeight(reader);
    fork.otherHead = reader.id<Hash>();
    fork.nextIncarnation = decodeNumber(reader);
    return fork;
}

SignedHeader decodeSignedHeader(Reader& reader) {
    const auto header = SignedHeader::decode(reader.raw(kSignedHeaderSize));
    if (!header) reader.fail();
    return header.value_or(SignedHeader{});
}

ProveFork decodeProveFork(Reader& reader) {
    ProveFork fork;
    fork.one = decodeSignedHeader(reader);
    fork.other = decodeSignedHeader(reader);
    return fork;
}

} // namespace

void encodeAct(Writer& writer, const MembershipAct& act) {
    std::visit(ActEncoder{writer}, act);
}

MembershipAct decodeAct(Reader& reader) {
    switch (static_cast<ActKind>(reader.u8())) {
    case ActKind::Create: return decodeCreate(reader);
    case ActKind::Offer: return decodeOffer(reader);
    case ActKind::Withdraw: return WithdrawInvite{reader.id<InviteId>()};
    case ActKind::Admit: return decodeAdmit(reader);
    case ActKind::Remove: return decodeRemove(reader);
    case ActKind::ChangeRole: return decodeChangeRole(reader);
    case ActKind::Revoke: return decodeRevoke(reader);
    case ActKind::Recover: return decodeRecover(reader);
    case ActKind::Rotate: return decodeRotate(reader);
    case ActKind::Confirm: return Confirm{reader.id<Hash>()};
    case ActKind::StateFork: return decodeStateFork(reader);
    case ActKind::ProveFork: return decodeProveFork(reader);
    }
    reader.fail();
    return CreateSpace{};
}

} // namespace puente
