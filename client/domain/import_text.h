#pragma once

#include "client/domain/import.h"

#include <string>

namespace puente {

/// What an import has to say to people, in the language they use: what is the matter, where, and what to do.
std::string describe(CsvFault fault, Language language);
std::string describe(JsonTableFault fault, Language language);
/// `type` is what the file was taken for.
std::string describe(const ImportFault& fault, const RecordType& type, Language language);
/// The row's problem or notes, without its line; empty if there is nothing to say.
std::string describe(const RowReport& row, const ImportPlan& plan, Language language);
/// The columns that were ignored, once for the file; empty if none was.
std::string describeColumns(const ImportPlan& plan, Language language);
/// Why one text is kept as it is.
std::string describe(Reading reading, Language language);
std::string describe(RowOutcome outcome, Language language);

/// "created", "updated", "unchanged" or "skipped", for --json.
std::string_view machineName(RowOutcome outcome);

} // namespace puente
