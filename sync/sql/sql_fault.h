#pragma once

#include "sync/sql/database.h"

namespace puente {

/// What an SQLite result code means to a caller.
SqlFault sqlFaultOf(int code);

} // namespace puente
