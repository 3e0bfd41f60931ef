#pragma once

#include "client/core/records.h"
#include "client/core/sheet.h"

#include <optional>
#include <string>
#include <vector>

namespace puente {

// What people look up beside the follow-up itself, as tables.

/// Totals per currency and stage, then the lines; of one record and its parts, or of the whole space.
Outcome<std::vector<Sheet>> fundingSheets(const Records& records, const std::optional<Dot>& record);

/// The self-assessments over time, each with what changed since the one before.
Outcome<Sheet> capacitySheet(const Records& records, const std::optional<Dot>& organization);

/// Events from a day on, or all; and who was invited and took part, per organisation.
Outcome<std::vector<Sheet>> trainingSheets(const Records& records, const std::optional<Day>& from);

struct LibraryQuery {
    std::string language = {}; ///< an enumerator's name; empty for all
    bool withAll = false;      ///< documents of any kind, not only manuals and guidelines
};
/// Also how large their files are, and whether those are here.
Outcome<Sheet> librarySheet(Records& records, const LibraryQuery& query);

/// The actions of advocacy for one agreement and its commitments, or all.
Outcome<Sheet> advocacySheet(const Records& records, const std::optional<Dot>& agreement);

} // namespace puente
