#pragma once

#include "client/core/rights.h"
#include "client/core/roster.h"

namespace puente {

/// A device in a space, and when it was last heard of: its newest change that is here.
struct DeviceView {
    Roster::Device device;
    OrganizationId organization;
    std::string organizationName;
    std::optional<Instant> newestChange;
};
/// This office's devices, or everybody's.
Outcome<std::vector<DeviceView>> devicesOf(const Workspace& workspace, const SpaceId& space, bool everybodys);

/// A device that asks to be another one of this office. Its words are to be compared aloud.
struct AskingDevice {
    Replica::WaitingJoiner joiner;
    DeviceId id;
    std::string words;
};
std::vector<AskingDevice> askingDevices(const Workspace& workspace, const SpaceId& space);
/// The one that a person means by the beginning of its id.
Outcome<AskingDevice> findAsking(const std::vector<AskingDevice>& all, std::string_view text);

/// An invite for another device of this office, and for nobody else.
Outcome<Invite> inviteOwnDevice(Workspace& workspace, const SpaceId& space, Duration validity);

/// Certifies with the office's root, the one that is kept here if none is given, and admits.
Outcome<Done> admitOwnDevice(Workspace& workspace, const SpaceId& space, const AskingDevice& device,
                             const OrganizationRoot* kit);

/// Revokes another device of this office: as an administrator, or with the office's root (the kit's, else the one that
/// is kept here).
Outcome<ActDone> revokeOwnDevice(Workspace& workspace, const SpaceId& space, const DeviceId& device,
                                 const OrganizationRoot* kit);

} // namespace puente
