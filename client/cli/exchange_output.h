#pragma once

#include "client/cli/console.h"
#include "client/core/document_exchange.h"
#include "client/core/exchange.h"

namespace puente {

/// What came of a sync and of its documents, in words or as JSON; what went wrong on the standard error.
void printSync(Console& console, const Workspace& workspace, const SyncReport& report,
               const DocumentSyncReport& documents);

/// What was done to the keys of the spaces, in words; nothing if there was nothing to do.
void sayKeys(Console& console, std::uint64_t renewed, std::uint64_t forwarded);

/// True when this office has asked to join and is not admitted yet.
/// After two copies of this office's folder were found to have gone on beside each other.
void sayWrittenAgain(Console& console, std::uint64_t changes);
bool isWaiting(const Workspace& workspace, const SpaceId& space);

} // namespace puente
