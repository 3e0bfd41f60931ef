#include "client/core/sheet.h"

#include "client/core/text_width.h"
#include "client/domain/csv.h"
#include "client/domain/day_text.h"

#include <algorithm>

namespace puente {

namespace {

std::string shown(const Sheet& sheet, const std::vector<Cell>& row, std::size_t column) {
    const std::size_t widthMax = sheet.columns[column].widthMax;
    const std::string& text = row[column].display;
    return widthMax == 0 ? shortened(text, text.size() + 1) : shortened(text, widthMax);
}

std::vector<std::size_t> widthsOf(const Sheet& sheet) {
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        widths.push_back(widthOf(sheet.columns[i].heading));
        for (const std::vector<Cell>& row : sheet.rows)
            widths.back() = std::max(widths.back(), widthOf(shown(sheet, row, i)));
    }
    return widths;
}

/// One line, without the blanks that would end it.
std::string lineOf(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        line += cells[i];
        line.append(widths[i] - widthOf(cells[i]) + 2, ' ');
    }
    line.erase(line.find_last_not_of(' ') + 1);
    return line + "\n";
}

} // namespace

Cell::Cell(std::string text) : display(text) {
    if (!text.empty()) machine = std::move(text);
}

Cell::Cell(std::string machineText, std::string displayText) : display(std::move(displayText)) {
    if (!machineText.empty()) machine = std::move(machineText);
}

Cell Cell::truth(bool truth, std::string displayText) {
    Cell cell;
    cell.machine = truth;
    cell.display = std::move(displayText);
    return cell;
}

Cell Cell::number(std::size_t number) {
    return Cell::number(static_cast<std::int64_t>(number), std::to_string(number));
}

Cell Cell::number(std::int64_t number, std::string displayText) {
    Cell cell;
    cell.machine = number;
    cell.display = std::move(displayText);
    return cell;
}

Cell Cell::day(const std::optional<Day>& day) {
    return day ? Cell(formatDay(*day)) : Cell();
}

std::string Cell::machineText() const {
    if (const auto* text = std::get_if<std::string>(&machine)) return *text;
    if (const auto* number = std::get_if<std::int64_t>(&machine)) return std::to_string(*number);
    const auto* truth = std::get_if<bool>(&machine);
    return truth ? (*truth ? "true" : "false") : std::string();
}

std::string plainText(const Sheet& sheet) {
    std::string text =
        sheet.title.empty() ? std::string() : sheet.title + ": " + std::to_string(sheet.rows.size()) + "\n";
    if (sheet.rows.empty() && !sheet.emptyText.empty()) return sheet.emptyText + "\n";
    if (sheet.rows.empty()) return text;
    const std::vector<std::size_t> all = widthsOf(sheet);
    std::vector<std::size_t> columns, widths;
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        if (sheet.columns[i].heading.empty()) continue;
        columns.push_back(i);
        widths.push_back(all[i]);
    }
    std::vector<std::string> cells;
    for (const std::size_t i : columns)
        cells.push_back(sheet.columns[i].heading);
    text += lineOf(cells, widths);
    for (const std::vector<Cell>& row : sheet.rows) {
        cells.clear();
        for (const std::size_t i : columns)
            cells.push_back(shown(sheet, row, i));
        text += lineOf(cells, widths);
    }
    return text;
}

std::string csvText(const Sheet& sheet) {
    std::vector<std::vector<std::string>> rows(1);
    for (const SheetColumn& column : sheet.columns)
        rows.front().push_back(column.name);
    for (const std::vector<Cell>& row : sheet.rows) {
        std::vector<std::string>& cells = rows.emplace_back();
        for (const Cell& cell : row)
            cells.push_back(harmlessCell(cell.machineText()));
    }
    return writeCsv(rows);
}

} // namespace puente
