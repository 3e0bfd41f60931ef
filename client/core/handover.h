#pragma once

#include "client/core/records.h"
#include "client/core/sheet.h"

#include <string>
#include <vector>

namespace puente {

/// Who sits in a body on a day, and everything open in the space, the longest overdue first.
Outcome<std::vector<Sheet>> bodySheets(const Records& records, const std::string& role, Day day);

/// What the next holder of an office needs, as it stands on a day: a page to read and a CSV file a table, in a folder
/// that must not be there yet and is whole or not there at all. Nothing of restricted spaces and of records that are
/// kept restricted. The names of the files.
Outcome<std::vector<std::string>> writeHandover(const Records& records, const std::string& role, Day day,
                                                const std::string& folder);

} // namespace puente
