#pragma once

#include "client/domain/catalogue.h"
#include "client/domain/import_table.h"
#include "client/domain/value_text.h"

#include <optional>
#include <string>
#include <vector>

namespace puente {

enum class RowOutcome : std::uint8_t { Created, Updated, Unchanged, Skipped };

/// Why a row was skipped.
enum class RowProblem : std::uint8_t {
    Broken,         ///< the file itself: see CsvProblem
    NoKey,          ///< nothing in the columns that tell one record from another
    NoRequired,     ///< a field that every record needs is empty
    RepeatedInFile, ///< an earlier row has the same key
    SeveralRecords, ///< more than one record here has this key: join them first
    TooLarge,       ///< more text than one change may hold
};

/// Something about one cell that somebody should know.
struct CellNote {
    std::string column;
    std::string text;                      ///< what stands in the cell, shortened
    Reading reading = Reading::Understood; ///< why it was kept as text
    bool isInConflict = false;             ///< the field waits for a decision, so it was left alone
};

struct RowReport {
    std::size_t line = 0;
    RowOutcome outcome = RowOutcome::Skipped;
    std::string key; ///< what the record is called
    std::vector<CellNote> notes = {};
    std::optional<RowProblem> problem = {}; ///< for Skipped
    CsvProblem broken = {};                 ///< for Broken
    std::size_t count = 0;   ///< for Broken by CellCount: how many cells; for RepeatedInFile: the earlier line
    std::string column = {}; ///< for NoRequired: which
    Dot record = {};         ///< known for Updated and Unchanged; for Created after it was carried out
};

struct ImportCounts {
    std::size_t created = 0, updated = 0, unchanged = 0, skipped = 0;
    std::size_t keptAsText = 0; ///< cells
};

/// What importing a table would do; nothing is written before it is carried out.
struct ImportPlan {
    const RecordType* type = nullptr;
    std::size_t columnCount = 0;                   ///< in the file
    std::vector<std::string> ignoredColumns = {};  ///< heads that mean nothing here
    std::vector<std::string> repeatedColumns = {}; ///< heads of columns whose field another column gives
    std::vector<RowReport> rows = {};              ///< in the order of the file, broken ones included

    std::vector<std::vector<Operation>> changeSets = {}; ///< one for each row created or updated
    std::vector<std::size_t> rowOfChangeSet = {};        ///< the row in `rows` of each

    ImportCounts counts() const;
};

struct ImportFault {
    enum class Kind : std::uint8_t { MissingColumns, Storage };
    Kind kind = Kind::Storage;
    std::vector<std::string> missing = {};        ///< for MissingColumns: names of fields
    ReplicaFault storage = ReplicaFault::Storage; ///< for Storage
};

/// Finds out what importing `table` means: rows are matched with records by handle, if they have one of this replica's,
/// else by natural key. A matched row changes the fields that it has other values for; an empty cell leaves its field
/// alone, and so does any cell whose field is in conflict. No row keeps another from being imported.
/// `language` is that of titles in rows that do not say. The catalogue must be up to date.
Result<ImportPlan, ImportFault> planImport(const ImportTable& table, const Catalogue& catalogue, const SpaceId& space,
                                           const RecordType& type, Language language);

/// Carries out a plan: a change set a row, all in one transaction. Completes `record` in the reports of new records.
Result<Done, ReplicaFault> carryOut(ImportPlan& plan, Replica& replica, const SpaceId& space, std::string_view person);

} // namespace puente
