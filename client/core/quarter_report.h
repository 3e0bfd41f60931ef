#pragma once

#include "client/core/records.h"
#include "client/domain/calendar.h"
#include "client/domain/csv.h"
#include "client/domain/follow_up/duty_list.h"
#include "client/domain/import_table.h"

#include <optional>
#include <string>
#include <vector>

namespace puente {

/// Who reports for which quarter.
struct ReportScope {
    Quarter quarter;
    OfficeProfile office; ///< to whom the rows fall
};

/// What an office says of one record; what is empty says nothing.
struct ReportRow {
    std::size_t line = 0;
    std::string reference;
    std::string status = {};
    std::string progress = {};
    std::string text = {};
    std::vector<std::string> evidence = {};

    bool isEmpty() const { return status.empty() && progress.empty() && text.empty() && evidence.empty(); }
};

struct ReportRowResult {
    enum class Outcome : std::uint8_t { Changed, Unchanged, Empty, Refused };
    std::size_t line = 0;
    std::string reference;
    Outcome outcome = Outcome::Empty;
    std::string message = {}; ///< why it was refused
};
std::string_view wordOf(ReportRowResult::Outcome outcome);

struct ReportResult {
    std::vector<ReportRowResult> rows;
    bool isWritten = false;
    std::size_t count(ReportRowResult::Outcome outcome) const;
};

/// Whose report it is: this office's, or that of the country or organisation that is named.
Outcome<OfficeProfile> reporterFor(const Records& records, const std::string& country, const std::string& organization);

/// The open duties that the office has not reported on for the quarter, or all open ones.
Outcome<std::vector<OfficeDuty>> dutiesFor(const Records& records, const ReportScope& scope, bool onlyUnreported);

/// The table to fill in: a row for each open duty, with the columns for the answers empty.
std::vector<std::vector<std::string>> prefilled(const Records& records, const std::vector<OfficeDuty>& duties);
/// The rows of such a table, in either language; what is no such table is refused.
Outcome<std::vector<ReportRow>> readReport(const std::string& path, std::vector<ReportRowResult>& broken);

/// Writes all rows in one change set: statuses, progress and updates. If one of them is refused nothing is written.
/// Rows left empty are left alone; twice the same changes nothing.
Outcome<ReportResult> takeReport(Records& records, const ReportScope& scope, const std::vector<ReportRow>& rows,
                                 std::vector<ReportRowResult> broken, bool dryRun);

} // namespace puente
