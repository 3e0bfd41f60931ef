#include "client/domain/export.h"

#include "client/domain/import_table.h"
#include "client/domain/record_view.h"
#include "client/domain/value_text.h"

#include <nlohmann/json.hpp>

namespace puente {

namespace {

using Json = nlohmann::ordered_json;

/// What is sealed under a key of its own is no cell of a table, where it would stand in clear.
std::vector<const Field*> columnsOf(const RecordType& type) {
    std::vector<const Field*> columns;
    for (const Field& field : type.fields)
        if (!field.isSealed) columns.push_back(&field);
    return columns;
}

std::vector<std::string> heads(const RecordType& type) {
    std::vector<std::string> row{std::string(kHandleColumn)};
    for (const Field* field : columnsOf(type))
        row.push_back(field->name);
    return row;
}

std::string cellOf(const FieldView* view) {
    if (!view || view->values.empty()) return {};
    if (!view->isSet) return view->values.front().machine;
    std::vector<std::string> elements;
    for (const ValueView& value : view->values)
        elements.push_back(value.machine);
    return joinElements(elements);
}

Json valueJson(const ValueView& value) {
    const auto* number = std::get_if<std::int64_t>(&value.live.value);
    // An amount with decimals goes out as the text of it: a floating number would not come back the same.
    if (number && value.machine == std::to_string(*number)) return *number;
    return value.machine;
}

Json fieldJson(const FieldView& field) {
    if (!field.isSet) return valueJson(field.values.front());
    Json elements = Json::array();
    for (const ValueView& value : field.values)
        elements.push_back(valueJson(value));
    return elements;
}

Json recordJson(const RecordView& view) {
    Json json{{std::string(kHandleColumn), view.handle}};
    Json unknown = Json::object();
    for (const FieldView& field : view.fields) {
        if (field.field && field.field->isSealed) continue;
        (field.field ? json : unknown)[field.field ? field.name : std::to_string(field.number)] = fieldJson(field);
    }
    if (!unknown.empty()) json["unknown"] = std::move(unknown);
    if (const auto conflicts = view.conflicts(); !conflicts.empty()) json["conflicts"] = conflicts;
    return json;
}

} // namespace

Result<std::vector<std::vector<std::string>>, ReplicaFault> exportTable(const Catalogue& catalogue,
                                                                        const SpaceId& space, const RecordType& type) {
    const CatalogueNames names(catalogue, space);
    const RecordViews views(catalogue.replica(), catalogue.schema(), names, Language::English);
    std::vector<std::vector<std::string>> rows{heads(type)};
    const auto visited = catalogue.forEach(space, type, [&](const Component& record) {
        const RecordView view = views.of(record);
        std::vector<std::string> row{view.handle};
        for (const Field* field : columnsOf(type))
            row.push_back(cellOf(view.find(field->name)));
        rows.push_back(std::move(row));
        return true;
    });
    if (!visited) return Failure{visited.fault()};
    return rows;
}

Result<std::string, ReplicaFault> exportJson(const Catalogue& catalogue, const SpaceId& space, const RecordType& type) {
    const CatalogueNames names(catalogue, space);
    const RecordViews views(catalogue.replica(), catalogue.schema(), names, Language::English);
    Json list = Json::array();
    const auto visited = catalogue.forEach(space, type, [&](const Component& record) {
        list.push_back(recordJson(views.of(record)));
        return true;
    });
    if (!visited) return Failure{visited.fault()};
    return list.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace puente
