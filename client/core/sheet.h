#pragma once

#include "sync/model/value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace puente {

/// One cell of a view: what people read, and what machines do where that is not the same.
struct Cell {
    using Machine = std::variant<std::monostate, std::string, std::int64_t, bool>; ///< monostate: nothing

    Machine machine = {};
    std::string display = {};

    Cell() = default;
    Cell(std::string text);
    Cell(const char* text) : Cell(std::string(text)) {}
    Cell(std::string_view text) : Cell(std::string(text)) {}
    Cell(std::string machineText, std::string displayText);
    static Cell truth(bool truth, std::string displayText = {});
    static Cell number(std::size_t number);
    static Cell number(std::int64_t number, std::string displayText);
    static Cell day(const std::optional<Day>& day);

    /// As it stands in a CSV file.
    std::string machineText() const;
};

struct SheetColumn {
    std::string name;         ///< for JSON and CSV
    std::string heading;      ///< for people; empty: no column of what they read
    std::size_t widthMax = 0; ///< 0: as wide as it takes
};

/// A table of what was worked out from records: printed, written to files, or given to a script, all from one source.
struct Sheet {
    std::string name;  ///< for JSON
    std::string title; ///< for people
    std::vector<SheetColumn> columns;
    std::vector<std::vector<Cell>> rows = {}; ///< each as long as `columns`
    std::string emptyText = {};               ///< what people read instead of no rows; empty: the title with a 0
};

/// Title and columns as people read them, with new lines; cells may hold what others wrote.
std::string plainText(const Sheet& sheet);
/// Every column under its heading or name, harmless to spreadsheets.
std::string csvText(const Sheet& sheet);

} // namespace puente
