#pragma once

#include "client/core/exchange.h"

namespace puente {

/// What came of an act of an administrator.
struct ActDone {
    Hash record;              ///< what the other administrators confirm, for an act that is confirmed
    bool isConfirmed = false; ///< enough of them have
    KeysReport keys = {};     ///< what it made due was done at once
};

// Each refuses with a notice in words when this office has no right to it; the keys are tended afterwards.

/// Refuses to remove the own office: somebody else has to.
Outcome<ActDone> removeOrganization(Workspace& workspace, const SpaceId& space, const OrganizationId& organization);
Outcome<ActDone> changeRole(Workspace& workspace, const SpaceId& space, const OrganizationId& organization, Role role);
/// Refuses to revoke this very device. With a root by its organisation, which stands above its devices.
Outcome<ActDone> revokeDevice(Workspace& workspace, const SpaceId& space, const DeviceId& device,
                              const OrganizationRoot* root = nullptr);
/// By this device; with a root by its organisation, from any of its devices.
Outcome<ActDone> confirm(Workspace& workspace, const SpaceId& space, const Hash& record, const OrganizationRoot* root);
Outcome<ActDone> rotate(Workspace& workspace, const SpaceId& space);
Outcome<ActDone> withdrawInvite(Workspace& workspace, const SpaceId& space, const InviteId& invite);

/// Does what is due to the keys of a space and adds it to the report.
Outcome<Done> tendKeys(Workspace& workspace, const SpaceId& space, KeysReport& report);

} // namespace puente
