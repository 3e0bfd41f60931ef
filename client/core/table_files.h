#pragma once

#include "client/core/records.h"
#include "client/domain/import.h"

namespace puente {

/// What importing a file did, or would do.
struct ImportOutcome {
    ImportPlan plan;
    std::size_t rowCount = 0; ///< broken ones included
};

/// Imports a CSV or JSON file, as its content shows, into a type, or into the one whose columns it has. Every row is
/// reported; none keeps another from being imported. With `dryRun` nothing is written.
Outcome<ImportOutcome> importFile(Records& records, const std::string& path, const std::string& typeName, bool dryRun);

enum class ExportFormat { Csv, SpanishCsv, Json };

/// All records of a type as the bytes of a file.
Outcome<std::string> exportRecords(const Records& records, const RecordType& type, ExportFormat format);

} // namespace puente
