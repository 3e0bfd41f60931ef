#include "sync/replica/epoch_keys.h"
#include "sync/replica/parts.h"
#include "sync/replica/receiver.h"
#include "sync/replica/replica.h"

#include <algorithm>

namespace puente {

namespace {

bool fits(std::string_view name) {
    return name.size() <= kInviteTextSizeMax && isUtf8(name);
}

bool hasRoom(const SpaceState& space) {
    return space.records.size() < kMembershipRecordCountMax;
}

void keepRequest(Work& work, const SpaceState& space, const JoinRequest& request) {
    work.run(work.prepare("INSERT INTO join_request(space, invite, bytes) VALUES(?, ?, ?) "
                          "ON CONFLICT(space, invite) DO UPDATE SET bytes = excluded.bytes")
                 .bind(1, std::int64_t{space.number})
                 .bind(2, request.content().invite.view())
                 .bind(3, request.wire()));
}

std::vector<JoinRequest> requestsOf(Work& work, const SpaceState& space) {
    std::vector<JoinRequest> requests;
    Statement& rows = work.prepare("SELECT bytes FROM join_request WHERE space = ? ORDER BY invite");
    rows.bind(1, std::int64_t{space.number});
    while (work.step(rows)) {
        const ByteView bytes = rows.blob(0);
        if (auto request = JoinRequest::parse(Bytes(bytes.begin(), bytes.end()))) requests.push_back(*request);
    }
    return requests;
}

/// True when a device of an organisation offered this invite to that organisation alone.
bool isOwnInvite(const SpaceState& space, const InviteState& invite, const OrganizationId& organization) {
    const auto offer = std::ranges::find(space.records, invite.offeredBy, &MembershipRecord::hash);
    const auto* author = offer == space.records.end() ? nullptr : std::get_if<DeviceId>(&offer->content().author);
    const DeviceCertificate* offerer = author ? space.membership.certificateOf(*author) : nullptr;
    return offerer != nullptr && offerer->organization == organization && invite.offer.organization == organization;
}

/// The joiner's certificate, signed by the root if it still has to be; nothing if nobody here may.
std::optional<DeviceCertificate> certified(const SpaceState& space, const DeviceCertificate& joiner,
                                           const InviteState& invite, const OrganizationRoot* root) {
    if (!joiner.asksForSignature()) return joiner;
    const bool isTheirs =
        root != nullptr && root->id() == joiner.organization && root->recovery().publicId() == joiner.recovery;
    if (!isTheirs || !isOwnInvite(space, invite, root->id())) return std::nullopt;
    return DeviceCertificate::issue(*root, joiner.device, joiner.sealing);
}

} // namespace

Result<SpaceId, ReplicaFault> Replica::createSpace(std::string_view name, std::string_view server,
                                                   std::string_view organizationName) {
    if (!m_parts->keys.certificate.isAuthentic()) return Failure{ReplicaFault::NotAllowed};
    if (!fits(name) || !fits(server) || !fits(organizationName)) return Failure{ReplicaFault::TooLarge};
    return m_parts->transact<SpaceId>([&](Work& work) -> Result<SpaceId, ReplicaFault> {
        SpaceKey key = SpaceKey::generate(m_parts->entropy);
        CreateSpace create{.founders = {m_parts->keys.certificate}, .epochKey = key.commitment()};
        m_parts->entropy.fill(create.nonce);
        const MembershipRecord::Content content{
            .space = {}, .author = m_parts->ownDevice(), .parents = {}, .act = create};
        const Bytes names = sealNames(key, content, name, organizationName, m_parts->entropy);
        MembershipRecord record = MembershipRecord::sign(content, names, m_parts->keys.signing);
        const SpaceId id = record.space();
        SpaceState& space = m_parts->addSpace(work, id, name, server);
        const Hash epoch = record.hash();
        m_parts->keepRecord(work, space, std::move(record));
        space.evaluateMembership(m_parts->ownDevice());
        space.keys.emplace(epoch, std::move(key));
        m_parts->keepKeyObject(work, space, keyObjectFor(space, readersOf(space.membership), *m_parts));
        return id;
    });
}

Result<Invite, ReplicaFault> Replica::offerInvite(const SpaceId& space, Role role, Instant expires,
                                                  std::string_view inviterName, std::optional<OrganizationId> only) {
    SpaceState* found = m_parts->find(space);
    if (found == nullptr) return Failure{ReplicaFault::UnknownSpace};
    if (!found->isAdmin() || !m_parts->keys.certificate.isAuthentic()) return Failure{ReplicaFault::NotAllowed};
    if (!fits(inviterName) || !hasRoom(*found)) return Failure{ReplicaFault::TooLarge};
    return m_parts->transact<Invite>([&](Work& work) -> Result<Invite, ReplicaFault> {
        Invite invite{.space = space,
                      .inviter = m_parts->keys.certificate,
                      .role = role,
                      .expires = expires,
                      .organization = only,
                      .server = found->info.server,
                      .spaceName = found->info.name,
                      .inviterName = std::string(inviterName),
                      .secret = Bytes(32)};
        m_parts->entropy.fill(invite.secret);
        const OfferInvite offer{.invite = invite.id(), .role = role, .expires = expires, .organization = only};
        m_parts->keepRecord(
            work, *found,
            MembershipRecord::sign(nextRecord(*found, m_parts->ownDevice(), offer), {}, m_parts->keys.signing));
        found->evaluateMembership(m_parts->ownDevice());
        return invite;
    });
}

Result<Done, ReplicaFault> Replica::askToJoin(const Invite& invite, std::string_view organizationName) {
    if (!fits(organizationName)) return Failure{ReplicaFault::TooLarge};
    const SpaceState* known = m_parts->find(invite.space);
    if (known != nullptr && known->info.role) return Failure{ReplicaFault::NotAllowed}; // a member already
    return m_parts->transact<Done>([&](Work& work) -> Result<Done, ReplicaFault> {
        SpaceState* space = m_parts->find(invite.space);
        if (space == nullptr) space = &m_parts->addSpace(work, invite.space, invite.spaceName, invite.server);
        const JoinRequest::Content content{
            .space = invite.space,
            .invite = invite.id(),
            .joiner = m_parts->keys.certificate,
            .incarnation = 1,
            .sealedDetails = sealTo(invite.inviter.sealing, encodeNames({}, organizationName), m_parts->entropy)};
        space->ownRequest = JoinRequest::sign(content, SigningKey::fromSeed(invite.secret), m_parts->keys.signing);
        work.run(work.prepare("UPDATE space SET join_request = ? WHERE number = ?")
                     .bind(1, space->ownRequest->wire())
                     .bind(2, std::int64_t{space->number}));
        return Done{};
    });
}

std::optional<JoinRequest> Replica::ownJoinRequest(const SpaceId& space) const {
    const SpaceState* found = m_parts->find(space);
    if (found == nullptr || found->info.role) return std::nullopt;
    return found->ownRequest;
}

Result<Done, ReplicaFault> Replica::keepJoinRequest(const JoinRequest& request) {
    SpaceState* space = m_parts->find(request.content().space);
    if (space == nullptr) return Failure{ReplicaFault::UnknownSpace};
    // Only who holds an invite of this space may take up room here, one request an invite.
    if (!space->membership.invites.contains(request.content().invite)) return Failure{ReplicaFault::NotAllowed};
    return m_parts->transact<Done>([&](Work& work) -> Result<Done, ReplicaFault> {
        keepRequest(work, *space, request);
        return Done{};
    });
}

std::vector<Replica::WaitingJoiner> Replica::waitingJoiners(const SpaceId& space) const {
    std::vector<WaitingJoiner> joiners;
    SpaceState* found = m_parts->find(space);
    if (found == nullptr) return joiners;
    Work work(m_parts->database);
    for (JoinRequest& request : requestsOf(work, *found)) {
        const Membership& membership = found->membership;
        const auto invite = membership.invites.find(request.content().invite);
        if (invite == membership.invites.end() || membership.find(request.content().joiner.device)) continue;
        const auto box = m_parts->keys.sealing.open(request.content().sealedDetails);
        const auto names = box ? decodeNames(*box) : std::nullopt;
        const bool needsRoot = request.content().joiner.asksForSignature();
        joiners.push_back({.request = std::move(request),
                           .organizationName = names ? names->organization : std::string(),
                           .expired = invite->second.offer.expires < m_parts->clock.now(),
                           .inviteUsed = !invite->second.isOpen(),
                           .needsRoot = needsRoot});
    }
    return joiners;
}

Result<Done, ReplicaFault> Replica::admit(const JoinRequest& request, const OrganizationRoot* root) {
    const JoinRequest::Content& asked = request.content();
    SpaceState* space = m_parts->find(asked.space);
    if (space == nullptr) return Failure{ReplicaFault::UnknownSpace};
    if (space->currentKey() == nullptr) return Failure{ReplicaFault::NoKey};
    if (!hasRoom(*space)) return Failure{ReplicaFault::TooLarge};
    const auto invite = space->membership.invites.find(asked.invite);
    if (!space->isAdmin() || invite == space->membership.invites.end() || !invite->second.isOpen() ||
        invite->second.offer.expires < m_parts->clock.now() || space->membership.find(asked.joiner.device) != nullptr)
        return Failure{ReplicaFault::NotAllowed};
    const auto joiner = certified(*space, asked.joiner, invite->second, root);
    if (!joiner) return Failure{ReplicaFault::NotAllowed};
    return m_parts->transact<Done>([&](Work& work) -> Result<Done, ReplicaFault> {
        const auto box = m_parts->keys.sealing.open(asked.sealedDetails);
        const auto names = box ? decodeNames(*box) : std::nullopt;
        const auto content = nextRecord(*space, m_parts->ownDevice(),
                                        AdmitDevice{.invite = asked.invite,
                                                    .role = invite->second.offer.role,
                                                    .joiner = *joiner,
                                                    .incarnation = asked.incarnation,
                                                    .proof = request.proof()});
        const Bytes sealed =
            sealNames(*space->currentKey(), content, {},
                      names ? std::string_view(names->organization) : std::string_view(), m_parts->entropy);
        m_parts->keepRecord(work, *space, MembershipRecord::sign(content, sealed, m_parts->keys.signing));
        m_parts->keepKeyObject(work, *space,
                               keyObjectFor(*space, {asked.joiner.sealing, asked.joiner.recovery}, *m_parts));
        work.run(work.prepare("DELETE FROM join_request WHERE space = ? AND invite = ?")
                     .bind(1, std::int64_t{space->number})
                     .bind(2, asked.invite.view()));
        space->evaluateMembership(m_parts->ownDevice());
        Receiver(*m_parts, work, *space).settle(); // what it wrote may be waiting here
        return Done{};
    });
}

} // namespace puente
