#pragma once

#include "client/core/records.h"
#include "client/core/sheet.h"

#include <string>
#include <vector>

namespace puente {

/// A table of the handover pack, and what its file is called, without an ending.
struct PackTable {
    std::string file;
    Sheet sheet;
};

/// What is open, overdue, owed by each country and unanswered; plans and who signed them; what comes next, and whom to
/// ask. Records that are kept restricted are left out.
Outcome<std::vector<PackTable>> handoverTables(const Records& records, Day day);

} // namespace puente
