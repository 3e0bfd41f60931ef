#pragma once

#include "client/core/workspace.h"

namespace puente {

/// Everybody who belongs, or belonged, to a space, and what its administrators have still to decide about them.
struct Roster {
    enum class State { Active, Suspended, Revoked, Removed };

    struct Device {
        DeviceId id;
        std::string words; ///< the fingerprint
        State state = State::Active;
        bool isThisOne = false;
    };
    struct Organization {
        OrganizationId id;
        std::string name;
        std::optional<Role> role; ///< nothing once it is removed
        bool isOwn = false;
        std::vector<Device> devices = {}; ///< active ones first
    };
    /// One of several devices that were admitted on one invite: an administrator confirms which was meant.
    struct Admission {
        Hash record;
        DeviceId device;
        std::string words;
        std::string organization;
    };
    struct Invite {
        OfferInvite offer;
        bool isWithdrawn = false;
        std::string usedBy = {}; ///< the organisation; empty while it is unused
        std::vector<Admission> contested = {};
    };
    struct Removal {
        Hash record;
        std::string act; ///< "remove", "revoke", "recover", "confirm": for JSON too
        std::string organization;
        std::vector<DeviceId> devices; ///< none for a whole organisation
        bool isConfirmed = false;
    };

    std::vector<Organization> organizations; ///< members first, then by name
    std::vector<Invite> invites;
    std::vector<Removal> removals;
};

Roster rosterOf(const Workspace& workspace, const SpaceId& space);

/// "active", "suspended", "revoked", "removed": for JSON.
std::string_view wordOf(Roster::State state);
/// The same for people.
std::string textOf(Roster::State state);

/// The beginning of a key or hash that people read and type.
std::string shortId(ByteView id);

// What a person typed: the beginning of an id, at least four digits of it, or a name. A notice if it is not exactly
// one.

/// A member, by its id or its name.
Outcome<OrganizationId> findOrganization(const Roster& roster, std::string_view text);
/// An active device, by its id, or by its organisation's id or name if that has no other.
Outcome<DeviceId> findDevice(const Roster& roster, std::string_view text);
/// A removal, or an admission on a contested invite, by its record.
Outcome<Hash> findDecision(const Roster& roster, std::string_view text);
Outcome<InviteId> findInvite(const Roster& roster, std::string_view text);

} // namespace puente
