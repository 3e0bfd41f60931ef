#pragma once

#include "tests/support/membership_builder.h"
#include "tests/support/prng.h"

#include <set>

namespace puente::test {

/// Everybody who writes into random logs: five organisations with two devices and a root each, and invites.
struct Cast {
    std::vector<Office> devices;
    std::vector<SigningKey> invites;

    Cast() {
        for (std::uint64_t i = 0; i < 5; ++i) {
            devices.push_back(Office::make(100 + i));
            devices.push_back(devices.back().another(100 + i));
        }
        for (std::uint64_t i = 0; i < 3; ++i)
            invites.push_back(inviteKey(100 + i));
    }
};

/// A random log of all acts: admins with stale knowledge, readers, removed parties, thieves who back-date, roots.
class RandomMembership {
public:
    RandomMembership(std::uint64_t seed, const Cast& cast) : m_prng(seed), m_cast(cast) {
        std::vector<const Office*> founders;
        for (std::size_t i = 0; i <= m_prng.below(4); ++i)
            founders.push_back(&cast.devices[2 * i]);
        m_records.push_back(foundSpace(founders, static_cast<std::uint8_t>(seed)));
        m_space = m_records[0].space();
        const std::size_t count = 6 + m_prng.below(14);
        while (m_records.size() < count)
            addOne();
    }

    const SpaceId& space() const { return m_space; }
    std::vector<MembershipRecord>& records() { return m_records; }
    Prng& prng() { return m_prng; }

    /// One more record by one of these devices (by their numbers), or their roots; its parents may be any.
    MembershipRecord recordBy(const std::vector<std::size_t>& devices, bool mayBeRoot) {
        const Office& author = m_cast.devices[devices[m_prng.below(devices.size())]];
        const bool isByRoot = mayBeRoot && m_prng.chance(20);
        return signedBy(author, isByRoot, anyParents(), evaluate(m_space, m_records));
    }

private:
    void addOne() {
        const std::size_t dice = m_prng.below(100); // up to date, stale, or hostile
        const Membership known = evaluate(m_space, dice < 75 && dice >= 45 ? anyPast() : m_records);
        std::vector<Hash> parents = dice < 75 ? known.heads : anyParents();
        std::size_t author = m_prng.below(m_cast.devices.size());
        for (int i = 0; i < 4 && !known.isAdmin(m_cast.devices[author].device()); ++i)
            author = m_prng.below(m_cast.devices.size());
        m_records.push_back(signedBy(m_cast.devices[author], m_prng.chance(12), std::move(parents), known));
    }
    /// What one knew who has not heard anything since some record.
    std::vector<MembershipRecord> anyPast() {
        std::set<Hash> known{m_records[m_prng.below(m_records.size())].hash()};
        std::vector<MembershipRecord> past;
        for (auto record = m_records.rbegin(); record != m_records.rend(); ++record) {
            if (!known.contains(record->hash())) continue;
            known.insert(record->content().parents.begin(), record->content().parents.end());
            past.push_back(*record);
        }
        return past;
    }
    std::vector<Hash> anyParents() {
        std::vector<Hash> parents;
        for (std::size_t i = 0; i <= m_prng.below(2); ++i) {
            const Hash parent = m_records[m_prng.below(m_records.size())].hash();
            if (std::ranges::find(parents, parent) == parents.end()) parents.push_back(parent);
        }
        return parents;
    }
    MembershipRecord signedBy(const Office& author, bool isByRoot, std::vector<Hash> parents, const Membership& known) {
        if (isByRoot) return rootActIn(m_space, author, std::move(parents), anyRootAct(author, known));
        return actIn(m_space, author, std::move(parents), anyAct(author, known));
    }
    MembershipAct anyRootAct(const Office& author, const Membership& known) {
        switch (m_prng.below(6)) {
        case 0: return RemoveOrganization{author.organization(), {}};
        case 1: return RevokeDevice{anyone().device(), {}};
        case 2:
        case 3: return anyRecovery(author);
        default: return anyConfirmation(known);
        }
    }
    MembershipAct anyRecovery(const Office& author) {
        const bool isFirst = m_prng.chance(50);
        const auto at = static_cast<std::size_t>(std::ranges::find(m_cast.devices, author.device(), &Office::device) -
                                                 m_cast.devices.begin());
        Recover recover{m_cast.devices[(at & ~std::size_t{1}) + (isFirst ? 0 : 1)].certificate, {}, {}};
        if (m_prng.chance(70)) recover.revoked = {m_cast.devices[(at & ~std::size_t{1}) + (isFirst ? 1 : 0)].device()};
        return recover;
    }
    MembershipAct anyAct(const Office& author, const Membership& known) {
        switch (m_prng.below(20)) {
        case 0:
        case 1:
        case 2:
        case 3:
        case 4:
        case 5:
        case 6: return anyAdmission(known);
        case 7:
        case 8:
        case 9: return RemoveOrganization{anyone().organization(), {}};
        case 10:
        case 11: return RevokeDevice{anyone().device(), {}};
        case 12:
        case 13: return ChangeRole{anyone().organization(), anyRole(), 2, {}};
        case 14: return WithdrawInvite{anyInvite().publicId<InviteId>()};
        case 15: return RotateEpoch{known.currentEpoch()->number + 1, epochKey(m_prng.below(9)).commitment()};
        case 16: return StateFork{1, {}, {}, {}, 2};
        case 17: return forkProofOf(m_space, author); // of a log of its own: any other would do
        default: return anyConfirmation(known);
        }
    }
    MembershipAct anyConfirmation(const Membership& known) {
        std::vector<Hash> candidates;
        for (const Removal& removal : known.removals)
            candidates.push_back(removal.record);
        for (const auto& [id, invite] : known.invites)
            candidates.insert(candidates.end(), invite.admissions.begin(), invite.admissions.end());
        if (candidates.empty() || m_prng.chance(10)) return Confirm{m_records[m_prng.below(m_records.size())].hash()};
        return Confirm{candidates[m_prng.below(candidates.size())]};
    }
    MembershipAct anyAdmission(const Membership& known) {
        const SigningKey& invite = anyInvite();
        const auto offered = known.invites.find(invite.publicId<InviteId>());
        if (offered == known.invites.end() || m_prng.chance(5)) {
            OfferInvite offer = offerOf(invite, anyRole());
            if (m_prng.chance(10)) offer.organization = anyone().organization();
            return offer;
        }
        const Role role = m_prng.chance(95) ? offered->second.offer.role : anyRole();
        const auto incarnation = static_cast<std::uint32_t>(1 + m_prng.below(3));
        return admissionOf(m_space, invite, role, anyone(), incarnation);
    }
    Role anyRole() {
        const std::size_t dice = m_prng.below(10);
        return dice < 6 ? Role::Admin : dice < 8 ? Role::Editor : Role::Reader;
    }
    const Office& anyone() { return m_cast.devices[m_prng.below(m_cast.devices.size())]; }
    const SigningKey& anyInvite() { return m_cast.invites[m_prng.below(m_cast.invites.size())]; }

    Prng m_prng;
    const Cast& m_cast;
    std::vector<MembershipRecord> m_records;
    SpaceId m_space;
};

} // namespace puente::test
