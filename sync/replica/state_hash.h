#pragma once

#include "sync/replica/log_table.h"
#include "sync/replica/person_table.h"

namespace puente {

/// Hashes all that is known of a space's records in words that every replica shares: docs/formats/database.md.
Hash stateHash(Work& work, const LogTable& logs, const PersonTable& persons, std::uint32_t space);

} // namespace puente
