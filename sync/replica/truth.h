#pragma once

#include "sync/sql/database.h"

#include <string_view>

namespace puente {

/// What must be saved of a table of the replica's file: of a cache nothing but the table, since Replica::rebuild()
/// fills it again; all of everything else, also of tables that are not the replica's own.
CopiedPart truthIn(std::string_view table);

} // namespace puente
