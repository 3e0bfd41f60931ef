#pragma once

#include "client/core/exchange.h"
#include "sync/replica/old_disk.h"

namespace puente {

/// All that a server keeps of an organisation's spaces, in the form of a bundle: its root proves itself to the server.
Outcome<Bundle> claimSpaces(const OrganizationRoot& root, const std::string& server);

/// What the disk of a replica still holds whose passphrase nobody knows any more; `folder` is the replica's. The root
/// opens it: it is of this organisation.
Outcome<OldDisk> readOldFolder(const OrganizationRoot& root, const std::string& folder);
/// Adds it to what came from a server or a bundle, which may be empty.
void addOldDisk(Bundle& bundle, const OldDisk& disk);

/// How an organisation comes back to its spaces on a new device, with its root and a bundle that any member exported,
/// or what a server keeps.
struct RecoveryWish {
    std::string server;            ///< where its spaces meet; empty for none
    std::vector<std::string> keep; ///< beginnings of ids of its devices that are not lost
};

struct SpaceRecovered {
    SpaceId id;
    std::uint32_t changeSets = 0;
    std::size_t revoked = 0;        ///< devices of the organisation that act no more
    std::uint32_t writtenAgain = 0; ///< changes that only the lost disk had
    KeysReport keys;
};

/// The same, looked through before anything is made: what is wrong is a notice.
struct RecoveryPlan {
    Bundle bundle; ///< the organisation's spaces only
    std::string server;
    std::vector<DeviceId> kept;
    OldDisk disk = {};
};
Outcome<RecoveryPlan> planRecovery(const OrganizationRoot& root, Bundle bundle, const RecoveryWish& wish);

struct RecoveryReport {
    std::vector<SpaceRecovered> spaces;
    std::vector<Notice> failed; ///< one for each space that could not be entered
};
/// Enters the planned spaces, each whole or not at all, and does what is due to their keys. One that cannot be entered
/// keeps nobody from the others: anybody may begin a space that names this organisation.
Outcome<RecoveryReport> recoverSpaces(Workspace& workspace, const OrganizationRoot& root, RecoveryPlan plan);

} // namespace puente
