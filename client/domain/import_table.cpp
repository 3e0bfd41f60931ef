#include "client/domain/import_table.h"

#include "client/domain/fold.h"
#include "client/domain/value_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace puente {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kJsonDepthMax = 3; // a list, an object, a list of elements

/// True if brackets nest deeper than a table needs. Checked before parsing: the JSON library recurses.
bool nestsTooDeep(std::string_view text) {
    int depth = 0;
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char letter = text[at];
        if (quoted && letter == '\\')
            ++at;
        else if (letter == '"')
            quoted = !quoted;
        else if (!quoted && (letter == '[' || letter == '{'))
            ++depth;
        else if (!quoted && (letter == ']' || letter == '}'))
            --depth;
        if (depth > kJsonDepthMax) return true;
    }
    return false;
}

std::optional<std::string> scalarText(const Json& value) {
    if (value.is_null()) return std::string();
    if (value.is_string()) return value.get<std::string>();
    if (value.is_number_integer()) return value.dump();
    return std::nullopt;
}

std::optional<std::string> cellText(const Json& value) {
    if (!value.is_array()) return scalarText(value);
    std::vector<std::string> elements;
    for (const Json& element : value) {
        auto text = scalarText(element);
        if (!text) return std::nullopt;
        elements.push_back(std::move(*text));
    }
    return joinElements(elements);
}

/// How well a column's head names a field: 3 by name, 2 by label, 1 by another head, 0 not at all.
int fit(const Field& field, const std::string& head) {
    if (foldName(field.name) == head) return 3;
    if (foldName(field.label.spanish) == head || foldName(field.label.english) == head) return 2;
    const bool listed = std::any_of(field.columns.begin(), field.columns.end(),
                                    [&](const std::string& column) { return foldName(column) == head; });
    return listed ? 1 : 0;
}

ColumnUse useOf(const RecordType& type, const std::string& head, int& bestFit) {
    bestFit = 3;
    if (head == kHandleColumn) return {ColumnUse::Kind::Handle};
    ColumnUse use;
    bestFit = 0;
    for (const Field& field : type.fields)
        // What is sealed under a key of its own is no cell of a table, where it would stand in clear.
        if (const int fits = field.isSealed ? 0 : fit(field, head); fits > bestFit) {
            bestFit = fits;
            use = {ColumnUse::Kind::Field, &field};
        }
    if (bestFit > 0) return use;
    for (const Field& field : type.fields)
        if (field.translation && foldName(field.translation->of) == head) {
            bestFit = 1;
            return {ColumnUse::Kind::Translated, &field, field.translation->of};
        }
    return use;
}

bool isKnown(const ColumnUse& use) {
    return use.kind != ColumnUse::Kind::Ignored && use.kind != ColumnUse::Kind::Repeated;
}

bool meansTheSame(const ColumnUse& a, const ColumnUse& b) {
    return isKnown(a) && a.kind == b.kind && a.field == b.field;
}

} // namespace

ImportTable importTableFrom(CsvTable csv) {
    for (CsvRow& row : csv.rows)
        for (std::string& cell : row.cells)
            cell = restoreCell(cell);
    for (std::string& head : csv.header)
        head = restoreCell(head);
    return {std::move(csv.header), std::move(csv.rows), std::move(csv.broken)};
}

Result<ImportTable, JsonTableFault> importTableFromJson(std::string_view text) {
    if (nestsTooDeep(text)) return Failure{JsonTableFault::NotAList};
    const Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) return Failure{JsonTableFault::NotJson};
    if (!json.is_array()) return Failure{JsonTableFault::NotAList};
    ImportTable table;
    std::map<std::string, std::size_t> places;
    for (const Json& object : json) {
        if (!object.is_object()) return Failure{JsonTableFault::NotAList};
        CsvRow row{table.rows.size() + 1, std::vector<std::string>(table.header.size())};
        for (const auto& [key, value] : object.items()) {
            auto cell = cellText(value);
            if (!cell) return Failure{JsonTableFault::NotAList};
            if (places.emplace(key, table.header.size()).second) table.header.push_back(key);
            row.cells.resize(table.header.size());
            row.cells[places[key]] = std::move(*cell);
        }
        table.rows.push_back(std::move(row));
    }
    for (CsvRow& row : table.rows)
        row.cells.resize(table.header.size());
    return table;
}

std::vector<ColumnUse> columnUses(const RecordType& type, const std::vector<std::string>& header) {
    std::vector<ColumnUse> uses;
    std::vector<int> fits;
    for (const std::string& head : header) {
        int howWell = 0;
        uses.push_back(useOf(type, foldName(head), howWell));
        fits.push_back(howWell);
    }
    for (std::size_t i = 0; i < uses.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (meansTheSame(uses[i], uses[j])) uses[fits[i] > fits[j] ? j : i].kind = ColumnUse::Kind::Repeated;
    return uses;
}

std::vector<std::string> missingKeyColumns(const RecordType& type, const std::vector<ColumnUse>& uses) {
    std::vector<std::string> missing;
    for (const std::string& name : type.naturalKey)
        if (std::none_of(uses.begin(), uses.end(), [&](const ColumnUse& use) {
                return use.kind == ColumnUse::Kind::Field && use.field->name == name;
            }))
            missing.push_back(name);
    return missing;
}

const RecordType* guessType(const Schema& schema, const std::vector<std::string>& header) {
    const RecordType* best = nullptr;
    std::ptrdiff_t bestCount = 0;
    for (const RecordType& type : schema.types()) {
        const std::vector<ColumnUse> uses = columnUses(type, header);
        const auto count = std::count_if(uses.begin(), uses.end(), isKnown);
        if (count <= bestCount || !missingKeyColumns(type, uses).empty()) continue;
        best = &type;
        bestCount = count;
    }
    return best;
}

} // namespace puente
