#pragma once

#include "sync/membership/record.h"

#include <map>
#include <optional>
#include <span>

namespace puente {

struct Member {
    DeviceCertificate certificate;
    Role role = Role::Reader;
    Hash admittedBy; ///< the record that made it a member

    bool mayWrite() const { return role != Role::Reader; }
    bool mayAdmit() const { return role == Role::Admin; }

    friend bool operator==(const Member&, const Member&) = default;
};

struct InviteState {
    OfferInvite offer;
    Hash offeredBy;
    std::optional<DeviceId> usedBy;

    friend bool operator==(const InviteState&, const InviteState&) = default;
};

/// Who may do what in a space: the outcome of its membership log.
struct Membership {
    SpaceId space;
    std::map<DeviceId, Member> members;
    std::map<InviteId, InviteState> invites;
    /// The parents of a next record: the records that hold and lie in no other such record's past, ascending, at most
    /// kParentCountMax of them.
    std::vector<Hash> heads;
    std::vector<Hash> ignored; ///< void, ascending: their author had no right to them, or an earlier act forbids them

    const Member* find(const DeviceId& device) const;
    bool isAdmin(const DeviceId& device) const;

    friend bool operator==(const Membership&, const Membership&) = default;
};

/// How many records one space may have: whoever stores them refuses more, since evaluating costs memory by the square.
inline constexpr std::size_t kMembershipRecordCountMax = 20'000;

/// Evaluates the records of one space: a pure function of their set, the same in every order of arrival. A record
/// whose parents are not all there waits and counts for nothing. The rules: docs/formats/membership.md.
Membership evaluate(const SpaceId& space, std::span<const MembershipRecord> records);

} // namespace puente
