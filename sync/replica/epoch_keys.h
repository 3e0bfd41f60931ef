#pragma once

#include "sync/replica/replica_state.h"

namespace puente {

/// Everything an epoch's key is to be sealed to: the devices of all members, and the recovery keys of all organisations
/// that are members, those without a device included.
std::vector<SealingId> readersOf(const Membership& membership);

/// The current epoch's key, which must be here, sealed to these, with every earlier key wrapped under it.
KeyObject keyObjectFor(const SpaceState& space, const std::vector<SealingId>& readers, ReplicaState& state);

/// A record of this device's on top of all that hold.
MembershipRecord::Content nextRecord(const SpaceState& space, RecordAuthor author, MembershipAct act);

} // namespace puente
