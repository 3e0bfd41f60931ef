#include "tests/sim/world.h"

#include <algorithm>

namespace puente::test {

namespace {

constexpr std::size_t kMembersMax = 9;
const Instant kNever = instantOf(4'900'000'000'000); // no clock here wanders so far

Role anyRole(Prng& prng) {
    constexpr Role kRoles[] = {Role::Reader, Role::Editor, Role::Admin};
    return kRoles[prng.below(std::size(kRoles))];
}

} // namespace

std::optional<std::size_t> World::anyAdmin(const SimSpace& space) {
    std::vector<std::size_t> admins;
    for (const std::size_t member : space.members)
        if (roleOf(member, space) == Role::Admin) admins.push_back(member);
    if (admins.empty()) return std::nullopt;
    return admins[m_prng.below(admins.size())];
}

Membership World::finalMembership(const SimSpace& space) {
    std::map<Hash, MembershipRecord> all;
    for (const auto& device : m_devices)
        if (const auto records = device->replica().membershipRecords(space.id))
            for (const MembershipRecord& record : *records)
                all.emplace(record.hash(), record);
    std::vector<MembershipRecord> records;
    for (const auto& [hash, record] : all)
        records.push_back(record);
    return evaluate(space.id, records);
}

void World::invite(SimSpace& space, std::size_t admin, std::size_t joiner, Role role) {
    armTrouble(admin);
    const auto invite = device(admin).replica().offerInvite(space.id, role, kNever, device(admin).name());
    recover(admin);
    if (!invite && !m_withPowerCuts) return fail("an invite that cannot be offered");
    if (!invite) return;
    const auto asked = device(joiner).replica().askToJoin(*invite, device(joiner).name());
    if (!asked) return fail("a joiner that cannot ask");
    space.members.push_back(joiner);
    if (role == Role::Reader) space.reader = joiner;
    note("invites", admin, joiner);
}

void World::admitByStick(SimSpace& space, std::size_t admin, std::size_t joiner) {
    const auto request = device(joiner).replica().ownJoinRequest(space.id);
    if (!request) return;
    Replica& replica = device(admin).replica();
    const Membership& membership = replica.membership(space.id);
    const auto invite = membership.invites.find(request->content().invite);
    // An admin who has not heard of the invite, or has of another admission on it, cannot.
    const bool mayAdmit = roleOf(admin, space) == Role::Admin && invite != membership.invites.end() &&
                          invite->second.isOpen() && membership.certificateOf(device(joiner).id()) == nullptr;
    if (mayAdmit) {
        if (!replica.keepJoinRequest(*request)) return fail("a join request that was not kept");
        const auto admitted = replica.admit(*request);
        if (!admitted && admitted.fault() != ReplicaFault::NoKey) return fail("a joiner that was not admitted");
    }
    carryStick(space, admin, joiner);
}

/// True if there was room for one more.
bool World::inviteSomebody(SimSpace& space, std::size_t admin) {
    if (space.members.size() >= kMembersMax) return false;
    const std::size_t joiner = addDevice();
    invite(space, admin, joiner, anyRole(m_prng));
    if (const auto by = anyAdmin(space); by && m_prng.chance(60)) admitByStick(space, *by, joiner);
    return true;
}

Result<Done, ReplicaFault> World::anyAct(SimSpace& space, std::size_t admin) {
    Replica& replica = device(admin).replica();
    const Membership& membership = replica.membership(space.id);
    const bool isAgainstLiar = m_mallory && m_mallory->space() == space.id && m_prng.chance(30);
    const SimDevice& other =
        isAgainstLiar ? m_mallory->device() : device(space.members[m_prng.below(space.members.size())]);
    const OrganizationId organization = other.keys().certificate.organization;
    const std::size_t dice = m_prng.below(100);
    const Role role = anyRole(m_prng);
    if (dice < 45) return replica.changeRole(space.id, organization, isAgainstLiar ? Role::Reader : role);
    if (dice < 60) return replica.removeOrganization(space.id, organization);
    if (dice < 70) return replica.revokeDevice(space.id, other.id());
    if (dice < 82) return replica.rotateEpoch(space.id);
    if (dice < 88) {
        if (membership.invites.empty()) return Done{};
        const auto which = static_cast<std::ptrdiff_t>(m_prng.below(membership.invites.size()));
        return replica.withdrawInvite(space.id, std::next(membership.invites.begin(), which)->first);
    }
    if (membership.removals.empty()) return Done{};
    const Hash removal = membership.removals[m_prng.below(membership.removals.size())].record;
    return replica.confirm(space.id, removal, m_prng.chance(30) ? &device(admin).root() : nullptr);
}

void World::actOnMembers(SimSpace& space) {
    const auto admin = anyAdmin(space);
    if (!admin) return;
    if (m_prng.chance(25) && inviteSomebody(space, *admin)) return;
    m_haveActed = true;
    armTrouble(*admin);
    const auto done = anyAct(space, *admin);
    const bool wasHurt = device(*admin).disk().isPowerCut() || device(*admin).disk().hasFailed();
    const bool isRefused = !done && done.fault() != ReplicaFault::NotAllowed &&
                           done.fault() != ReplicaFault::UnknownTarget && done.fault() != ReplicaFault::LastAdmin;
    if (isRefused && !wasHurt) fail("an act refused with fault " + std::to_string(static_cast<int>(done.fault())));
    recover(*admin);
    if (done) ++m_totals.acts;
    note("acts", *admin, done.ok());
}

} // namespace puente::test
