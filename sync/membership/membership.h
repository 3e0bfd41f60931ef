#pragma once

#include "sync/membership/record.h"

#include <map>
#include <optional>
#include <span>

namespace puente {

/// A device that may act now.
struct Member {
    DeviceCertificate certificate;
    Role role = Role::Reader; ///< its organisation's
    Hash admittedBy;          ///< the record that made it a member

    bool mayWrite() const { return role != Role::Reader; }
    bool mayAdmit() const { return role == Role::Admin; }

    friend bool operator==(const Member&, const Member&) = default;
};

/// A device that may act no more, or not yet: it is one of several that were admitted on one invite.
struct FormerMember {
    DeviceCertificate certificate;
    Hash admittedBy;
    Hash endedBy; ///< the record that took its place away; for a suspended one the other admission
    bool isSuspended = false;

    friend bool operator==(const FormerMember&, const FormerMember&) = default;
};

struct Organization {
    Role role = Role::Reader;
    /// Founders are ranked by their place in CreateSpace; everybody else comes after them.
    std::uint32_t rank = 0;
    Hash admittedBy;

    friend bool operator==(const Organization&, const Organization&) = default;
};

struct InviteState {
    OfferInvite offer;
    Hash offeredBy;
    std::optional<DeviceId> usedBy; ///< nothing while it is unused, or contested
    std::vector<Hash> admissions;   ///< ascending; more than one and no `usedBy`: an admin must confirm one
    bool isWithdrawn = false;

    bool isContested() const { return !usedBy && admissions.size() > 1; }
    bool isOpen() const { return admissions.empty() && !isWithdrawn; }
    friend bool operator==(const InviteState&, const InviteState&) = default;
};

/// An act that closed logs of a device: those of its incarnations below `until` count up to the height given here, and
/// one that is not given counts for nothing.
struct Closing {
    Hash by;
    LogHeight declared;             ///< what the author's own log had seen is not cut away (see Cuts)
    std::vector<LogHeight> heights; ///< of this device, ascending by log
    std::uint64_t until = 0;
    std::optional<std::uint32_t> only; ///< a fork closes one incarnation
    std::optional<Height> from;        ///< of a fork that its device has stated: where the branches part

    /// True when `heights` names one branch of several: what counts is what leads to its head.
    bool namesBranch() const { return from.has_value(); }

    bool concerns(const LogId& log) const { return only ? *only == log.incarnation : log.incarnation < until; }
    Height heightOf(const LogId& log) const;
    friend bool operator==(const Closing&, const Closing&) = default;
};

/// What a device's logs may hold, whether or not it is a member now.
struct WritingRights {
    std::uint32_t firstIncarnation = 1;
    std::vector<Closing> closings; ///< in the order of their records

    friend bool operator==(const WritingRights&, const WritingRights&) = default;
};

struct Epoch {
    Hash record; ///< its name: the record that began it
    std::uint32_t number = 1;
    Hash epochKey; ///< SpaceKey::commitment()

    friend bool operator==(const Epoch&, const Epoch&) = default;
};

struct Removal {
    Hash record;
    bool isConfirmed = false;

    friend bool operator==(const Removal&, const Removal&) = default;
};

/// Why a record has no effect.
enum class VoidReason : std::uint8_t {
    NotAuthorized, ///< its author had no right to it, as far as it could know, or has lost it meanwhile
    Outlawed,      ///< by a removed party, unknown to a majority that has confirmed the removal
    LastAdmin,     ///< it would leave the space without an admin
    NoSuchTarget,  ///< what it speaks of is not there (any more)
    InviteInvalid, ///< unknown, used, withdrawn, or of another role or organisation
    AlreadyMember,
};

/// Who may do what in a space: the outcome of its membership log.
struct Membership {
    SpaceId space;
    std::map<DeviceId, Member> members;
    std::map<DeviceId, FormerMember> former;
    std::map<OrganizationId, Organization> organizations;
    std::map<InviteId, InviteState> invites;
    std::map<DeviceId, WritingRights> writing; ///< of all who ever might write
    std::vector<Epoch> epochs;                 ///< ascending by number, then by record
    std::vector<Removal> removals;             ///< that hold, ascending by record
    /// True when somebody was removed of whom the newest epoch's author did not know: an admin begins another epoch.
    bool isRotationOwed = false;
    /// The parents of a next record: the records that hold and lie in no other such record's past, ascending, at most
    /// kParentCountMax of them.
    std::vector<Hash> heads;
    std::map<Hash, VoidReason> ignored; ///< void: kept and listed, without effect

    const Member* find(const DeviceId& device) const;
    bool isAdmin(const DeviceId& device) const;
    /// True for whoever has a certificate by an organisation that is a member now.
    bool isOfMember(const DeviceCertificate& certificate) const;
    /// The certificate of a device that is or was a member; nullptr for any other.
    const DeviceCertificate* certificateOf(const DeviceId& device) const;
    const WritingRights* writingOf(const DeviceId& device) const;
    /// What new segments are sealed under; nullptr before the first record is here.
    const Epoch* currentEpoch() const { return epochs.empty() ? nullptr : &epochs.back(); }

    friend bool operator==(const Membership&, const Membership&) = default;
};

/// How many records one space may have: whoever stores them refuses more, since evaluating costs memory by the square.
inline constexpr std::size_t kMembershipRecordCountMax = 20'000;

/// Evaluates the records of one space: a pure function of their set, the same in every order of arrival. A record
/// whose parents are not all there waits and counts for nothing. The rules: docs/formats/membership_rules.md.
Membership evaluate(const SpaceId& space, std::span<const MembershipRecord> records);

} // namespace puente
