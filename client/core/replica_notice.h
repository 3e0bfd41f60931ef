#pragma once

#include "client/core/keyring.h"
#include "client/core/notice.h"
#include "client/core/platform/files.h"

namespace puente {

/// What people are told about a fault of the layers below. `where` is a space, a record or a file.
Notice noticeOf(ReplicaFault fault, std::string where = {});
Notice noticeOf(KeyringFault fault, std::string where);
Notice noticeOf(platform::FileFault fault, std::string where);
Notice noticeOf(SqlFault fault, std::string where);
/// Of a file in which more is damaged than Workspace::repair() can make again.
Notice beyondRepair(std::string where);
Notice noticeOf(const LostEnd& lost, std::string where);

/// The same for a fault of writing in a space, where not being admitted yet has words of its own.
Notice writeNotice(const Replica& replica, const SpaceId& space, ReplicaFault fault);

/// What is said of an invite whose time is over.
Notice expiredNotice(const Invite& invite);

/// A notice about the command itself.
Notice usageNotice(std::string what, std::string whatToDo = {}, std::string where = {});

} // namespace puente
