#include "tests/bench/workload.h"

#include "common/base/expects.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <fstream>

namespace puente::bench {

namespace {

using nlohmann::json;

enum class Shape { Text, Integer, Date, Symbol, Set };

struct Column {
    std::uint32_t field = 0;
    Shape shape = Shape::Text;
};

const std::map<std::string, Column, std::less<>> kColumns{
    {"id", {kReferenceField, Shape::Text}}, {"title", {9, Shape::Text}},      {"description", {10, Shape::Text}},
    {"status", {11, Shape::Symbol}},        {"due", {12, Shape::Date}},       {"responsible", {13, Shape::Set}},
    {"country", {14, Shape::Set}},          {"theme", {15, Shape::Set}},      {"progress", {16, Shape::Integer}},
    {"indicator", {17, Shape::Text}},       {"budget", {18, Shape::Integer}}, {"notes", {19, Shape::Text}},
    {"office", {20, Shape::Text}},
};

std::uint32_t statusNumber(const std::string& name) {
    static const std::vector<std::string> kNames{"pendiente", "en curso", "en revisión",
                                                 "cumplido",  "vencido",  "cancelado"};
    const auto found = std::find(kNames.begin(), kNames.end(), name);
    expects(found != kNames.end());
    return static_cast<std::uint32_t>(found - kNames.begin()) + 1;
}

Day dayOf(const std::string& text) {
    using namespace std::chrono;
    const year_month_day date{year(std::stoi(text.substr(0, 4))), month(std::stoul(text.substr(5, 2)) & 15U),
                              day(std::stoul(text.substr(8, 2)) & 31U)};
    return Day{static_cast<std::int32_t>(sys_days(date).time_since_epoch().count())};
}

Value valueOf(Shape shape, const json& cell) {
    switch (shape) {
    case Shape::Integer: return cell.get<std::int64_t>();
    case Shape::Symbol: return Symbol{statusNumber(cell.get<std::string>())};
    case Shape::Date: return dayOf(cell.get<std::string>());
    case Shape::Text:
    case Shape::Set: return cell.get<std::string>();
    }
    contractBroken();
}

template <typename Visit>
void forEachLine(const std::filesystem::path& file, const Visit& visit) {
    std::ifstream lines(file);
    expects(lines.good());
    for (std::string line; std::getline(lines, line);)
        visit(json::parse(line));
}

std::string twoDigits(int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

/// A set column's cell is a list of elements, or one element alone.
std::vector<json> elements(const Column& column, const json& cell) {
    if (column.shape == Shape::Set && cell.is_array()) return cell.get<std::vector<json>>();
    return {cell};
}

} // namespace

std::vector<std::vector<Operation>> initialRecords(const std::filesystem::path& folder, std::uint32_t logNumber) {
    std::vector<std::vector<Operation>> records;
    forEachLine(folder / "initial.jsonl", [&](const json& row) {
        const Dot id{.log = logNumber, .sequence = 0, .index = 0};
        std::vector<Operation> operations{{.record = id, .field = kTypeField, .value = Symbol{kAgreementType}}};
        for (const auto& [name, column] : kColumns)
            for (const json& element : elements(column, row.at(name)))
                operations.push_back(
                    {.kind = column.shape == Shape::Set ? Operation::Kind::Add : Operation::Kind::Write,
                     .record = id,
                     .field = column.field,
                     .value = valueOf(column.shape, element)});
        records.push_back(std::move(operations));
    });
    return records;
}

std::vector<Edit> quarterEdits(const std::filesystem::path& folder, int quarter, int office) {
    std::vector<Edit> edits;
    const std::string name = "q" + std::to_string(quarter) + "_" + twoDigits(office) + ".jsonl";
    forEachLine(folder / name, [&](const json& row) {
        const Column column = kColumns.at(row.at("field").get<std::string>());
        edits.push_back({.reference = row.at("id").get<std::string>(),
                         .field = column.field,
                         .value = valueOf(column.shape, row.at("value"))});
    });
    return edits;
}

std::vector<std::pair<std::string, std::uint32_t>> contested(const std::filesystem::path& folder, int quarter) {
    std::ifstream file(folder / "expect.json");
    const json expected = json::parse(file);
    std::vector<std::pair<std::string, std::uint32_t>> targets;
    for (const json& target : expected.at("q" + std::to_string(quarter)).at("contested"))
        targets.emplace_back(target.at("id").get<std::string>(),
                             kColumns.at(target.at("field").get<std::string>()).field);
    return targets;
}

} // namespace puente::bench
