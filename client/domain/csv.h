#pragma once

#include "common/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace puente {

/// Why a file cannot be taken for a table at all.
enum class CsvFault {
    Empty,        ///< not even a header
    TooLarge,     ///< beyond kCsvSizeMax or kCsvRowCountMax
    Utf16,        ///< what some programs call "Unicode text"
    Binary,       ///< holds NUL bytes: not a text
    BrokenHeader, ///< the first line cannot be read, so nobody knows what the cells mean
};

/// Why one row was left out; all others stand.
enum class CsvProblem {
    UnclosedQuote,  ///< a quoted cell never ends, or not within kCsvCellSizeMax
    TextAfterQuote, ///< something stands between a closing quote and the next delimiter
    CellTooLong,    ///< beyond kCsvCellSizeMax
    CellCount,      ///< not as many cells as the header has
    NotUtf8,        ///< damaged characters in a file that is UTF-8 otherwise
};

enum class TextEncoding : std::uint8_t { Utf8, Windows1252 };

struct CsvRow {
    std::size_t line = 0; ///< where it begins, from 1
    std::vector<std::string> cells;
};

struct CsvBrokenRow {
    std::size_t line = 0;
    CsvProblem problem = CsvProblem::UnclosedQuote;
    std::size_t cellCount = 0; ///< for CellCount
};

struct CsvTable {
    TextEncoding encoding = TextEncoding::Utf8;
    char delimiter = ',';
    std::vector<std::string> header;
    std::vector<CsvRow> rows;
    std::vector<CsvBrokenRow> broken;
};

inline constexpr std::size_t kCsvSizeMax = 256 * 1024 * 1024;
inline constexpr std::size_t kCsvRowCountMax = 1'000'000;
inline constexpr std::size_t kCsvColumnCountMax = 1000;
inline constexpr std::size_t kCsvCellSizeMax = 64 * 1024;

/// Reads a table as offices send it: RFC 4180, or with `;` or TAB, with or without BOM, in UTF-8 or Windows-1252, with
/// CRLF, LF or CR. The delimiter is the one the header has most of, unless it is given. A quoted cell may hold line
/// breaks. Empty lines do not count. After a broken row reading goes on with the next line.
Result<CsvTable, CsvFault> readCsv(std::string_view bytes, std::optional<char> delimiter = std::nullopt);

/// Two ways to write the same table.
enum class CsvFlavour : std::uint8_t {
    Standard,     ///< RFC 4180: commas
    SpanishExcel, ///< BOM and semicolons, which is what a Spanish Excel opens with a double click
};

/// Writes a table; every cell is quoted, lines end with CRLF.
std::string writeCsv(const std::vector<std::vector<std::string>>& rows, CsvFlavour flavour = CsvFlavour::Standard);

/// Spreadsheets take cells that begin with = + - @ TAB CR LF, or the full-width forms of the signs, for formulas. Such
/// a cell gets an apostrophe in front; so does one that looks as if it already had one, and restoreCell() takes away
/// exactly what was put there:   restoreCell(harmlessCell(text)) == text.
std::string harmlessCell(std::string_view text);
std::string restoreCell(std::string_view cell);

} // namespace puente
