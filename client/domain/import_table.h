#pragma once

#include "client/domain/csv.h"
#include "client/domain/schema.h"

#include <string>
#include <string_view>
#include <vector>

namespace puente {

/// Rows to import, whatever file they came from.
struct ImportTable {
    std::vector<std::string> header;
    std::vector<CsvRow> rows;
    std::vector<CsvBrokenRow> broken;
};

/// What a CSV file says, with the apostrophes taken away that export put before what looks like a formula.
ImportTable importTableFrom(CsvTable csv);

enum class JsonTableFault {
    NotJson,  ///< it cannot be read
    NotAList, ///< it is not a list of objects that hold texts, numbers and lists of those
};

/// What a JSON file as exported says: a list of objects. A row's "line" is its number in the list.
Result<ImportTable, JsonTableFault> importTableFromJson(std::string_view text);

/// What the cells of one column are.
struct ColumnUse {
    enum class Kind : std::uint8_t {
        Ignored,    ///< its head means no field of this type
        Repeated,   ///< an earlier column, or one whose head says it better, means the same field
        Handle,     ///< the record's handle, as exported
        Field,      ///< a field
        Translated, ///< `base` in the language of the row
    };
    Kind kind = Kind::Ignored;
    const Field* field = nullptr;
    std::string base = {};
};

inline constexpr std::string_view kHandleColumn = "handle";

/// What each column means for records of `type`: a field's name first, then its labels and its other column heads.
std::vector<ColumnUse> columnUses(const RecordType& type, const std::vector<std::string>& header);

/// The names of the natural key's fields that no column stands for.
std::vector<std::string> missingKeyColumns(const RecordType& type, const std::vector<ColumnUse>& uses);

/// The type whose records these columns describe best; nullptr if they lack the key of every type.
const RecordType* guessType(const Schema& schema, const std::vector<std::string>& header);

} // namespace puente
