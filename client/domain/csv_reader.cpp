#include "client/domain/csv.h"
#include "client/domain/fold.h"
#include "client/domain/text_encoding.h"
#include "common/base/bytes.h"

#include <algorithm>
#include <array>

namespace puente {

namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr char kQuote = '"';

/// Reads rows from a text, keeping count of lines. A row that turns out broken is given up at the end of its first
/// line, so that a quote somebody forgot costs that row and not the rest of the file.
class RowReader {
public:
    RowReader(std::string_view text, char delimiter) : m_text(text), m_delimiter(delimiter) {}

    bool atEnd() const { return m_at >= m_text.size(); }
    std::size_t line() const { return m_line; }

    /// The next row, or what is wrong with it; either way the reader is past it.
    Result<std::vector<std::string>, CsvProblem> next() {
        const std::size_t start = m_at, startLine = m_line;
        std::vector<std::string> cells;
        for (;;) {
            if (cells.size() >= kCsvColumnCountMax) return giveUp(start, startLine, CsvProblem::CellCount);
            std::string cell;
            if (const auto problem = takeCell(cell)) return giveUp(start, startLine, *problem);
            cells.push_back(std::move(cell));
            if (atEnd()) return cells;
            if (m_text[m_at] == m_delimiter) {
                ++m_at;
                continue;
            }
            takeLineBreak();
            return cells;
        }
    }

private:
    bool atLineBreak() const { return m_text[m_at] == '\n' || m_text[m_at] == '\r'; }

    void takeLineBreak() {
        if (m_text[m_at] == '\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == '\n') ++m_at;
        ++m_at;
        ++m_line;
    }

    std::optional<CsvProblem> takeCell(std::string& cell) {
        if (!atEnd() && m_text[m_at] == kQuote) return takeQuoted(cell);
        const std::size_t start = m_at;
        while (!atEnd() && m_text[m_at] != m_delimiter && !atLineBreak())
            ++m_at;
        cell = m_text.substr(start, m_at - start);
        return cell.size() > kCsvCellSizeMax ? std::optional(CsvProblem::CellTooLong) : std::nullopt;
    }

    std::optional<CsvProblem> takeQuoted(std::string& cell) {
        ++m_at;
        while (!atEnd() && cell.size() <= kCsvCellSizeMax) {
            if (m_text[m_at] == kQuote) {
                ++m_at;
                if (atEnd() || m_text[m_at] != kQuote) return afterQuote();
                cell.push_back(kQuote);
                ++m_at;
            } else if (atLineBreak()) {
                const std::size_t start = m_at;
                takeLineBreak();
                cell.append(m_text.substr(start, m_at - start));
            } else {
                cell.push_back(m_text[m_at++]);
            }
        }
        return CsvProblem::UnclosedQuote;
    }

    std::optional<CsvProblem> afterQuote() {
        while (!atEnd() && m_text[m_at] == ' ')
            ++m_at;
        if (atEnd() || m_text[m_at] == m_delimiter || atLineBreak()) return std::nullopt;
        return CsvProblem::TextAfterQuote;
    }

    Failure<CsvProblem> giveUp(std::size_t start, std::size_t startLine, CsvProblem problem) {
        m_at = start;
        m_line = startLine;
        while (!atEnd() && !atLineBreak())
            ++m_at;
        if (!atEnd()) takeLineBreak();
        return Failure{problem};
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_line = 1;
    char m_delimiter;
};

bool isBlank(const std::vector<std::string>& cells) {
    return std::all_of(cells.begin(), cells.end(), [](const std::string& cell) { return trimmed(cell).empty(); });
}

bool areUtf8(const std::vector<std::string>& cells) {
    return std::all_of(cells.begin(), cells.end(), [](const std::string& cell) { return isUtf8(cell); });
}

/// The delimiter that the first line has most of, outside quotes; a comma if it has none.
char guessDelimiter(std::string_view text) {
    constexpr std::array<char, 3> kCandidates{',', ';', '\t'};
    std::array<std::size_t, 3> counts{};
    bool quoted = false;
    for (const char letter : text) {
        if (letter == kQuote) quoted = !quoted;
        if (quoted) continue;
        const std::size_t filled = counts[0] + counts[1] + counts[2];
        if ((letter == '\n' || letter == '\r') && filled > 0) break;
        for (std::size_t i = 0; i < kCandidates.size(); ++i)
            if (letter == kCandidates[i]) ++counts[i];
    }
    return kCandidates[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

/// Excel's first line "sep=;", which says the delimiter and is no row.
std::optional<char> takeSeparatorLine(std::string_view& text) {
    if (!text.starts_with("sep=") || text.size() < 6) return std::nullopt;
    const std::size_t end = text.find('\n');
    if (end > 6) return std::nullopt; // too long, or no line end at all
    const char separator = text[4];
    text.remove_prefix(end + 1);
    return separator;
}

std::optional<CsvFault> faultOf(std::string_view bytes) {
    if (bytes.size() > kCsvSizeMax) return CsvFault::TooLarge;
    if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff")) return CsvFault::Utf16;
    if (bytes.find('\0') != std::string_view::npos) return CsvFault::Binary;
    return std::nullopt;
}

/// Puts a row, or what is wrong with it, where it belongs.
void sortIn(CsvTable& table, std::size_t line, Result<std::vector<std::string>, CsvProblem> row) {
    if (!row) {
        table.broken.push_back({line, row.fault(), 0});
    } else if (isBlank(*row)) {
        return;
    } else if (!areUtf8(*row)) {
        table.broken.push_back({line, CsvProblem::NotUtf8, 0});
    } else if (table.header.empty()) {
        table.header = std::move(*row);
    } else if (row->size() != table.header.size()) {
        table.broken.push_back({line, CsvProblem::CellCount, row->size()});
    } else {
        table.rows.push_back({line, std::move(*row)});
    }
}

} // namespace

Result<CsvTable, CsvFault> readCsv(std::string_view bytes, std::optional<char> delimiter) {
    if (const auto fault = faultOf(bytes)) return Failure{*fault};
    CsvTable table;
    const bool marked = bytes.starts_with(kByteOrderMark);
    std::string_view text = bytes.substr(marked ? kByteOrderMark.size() : 0);
    std::string converted;
    if (!marked && guessEncoding(text) == TextEncoding::Windows1252) {
        table.encoding = TextEncoding::Windows1252;
        converted = fromWindows1252(text);
        text = converted;
    }
    const std::optional<char> announced = takeSeparatorLine(text);
    table.delimiter = delimiter ? *delimiter : announced ? *announced : guessDelimiter(text);

    RowReader reader(text, table.delimiter);
    const std::size_t firstLine = announced ? 1 : 0;
    while (!reader.atEnd()) {
        const std::size_t line = reader.line() + firstLine;
        sortIn(table, line, reader.next());
        if (table.header.empty() && !table.broken.empty()) return Failure{CsvFault::BrokenHeader};
        if (table.rows.size() + table.broken.size() > kCsvRowCountMax) return Failure{CsvFault::TooLarge};
    }
    if (table.header.empty()) return Failure{CsvFault::Empty};
    return table;
}

} // namespace puente
