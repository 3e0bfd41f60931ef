#pragma once

#include "client/domain/catalogue.h"
#include "client/domain/record_reader.h"

#include <algorithm>
#include <string>
#include <vector>

namespace puente {

/// Calls with each record of a type that the built-in schema has.
template <typename Visit>
Result<Done, ReplicaFault> scan(const Catalogue& catalogue, const SpaceId& space, const char* typeName, Visit visit) {
    const RecordType* type = catalogue.schema().type(typeName);
    if (!type) return Done{};
    return catalogue.forEach(space, *type, [&](const Component& component) {
        visit(RecordReader(component, *type));
        return true;
    });
}

/// Calls with one record, if it is there and not deleted.
template <typename Visit>
Result<Done, ReplicaFault> readOne(const Catalogue& catalogue, const Dot& record, Visit visit) {
    const auto component = catalogue.component(record);
    if (!component) return Failure{component.fault()};
    if (!component->has_value()) return Done{};
    const auto symbol = (*component)->type();
    const RecordType* type = symbol ? catalogue.schema().type(symbol->number) : nullptr;
    if (type) visit(RecordReader(**component, *type));
    return Done{};
}

/// The record that a field refers to, under the id by which it is seen.
inline std::optional<Dot> target(const Catalogue& catalogue, const RecordReader& record, std::string_view field) {
    const auto reference = record.reference(field);
    return reference ? std::optional(catalogue.canonical(*reference)) : std::nullopt;
}

inline std::vector<Dot> targets(const Catalogue& catalogue, const RecordReader& record, std::string_view field) {
    std::vector<Dot> found = record.references(field);
    for (Dot& dot : found)
        dot = catalogue.canonical(dot);
    std::sort(found.begin(), found.end(),
              [&](const Dot& a, const Dot& b) { return comesBefore(a, b, catalogue.replica().logs()); });
    return found;
}

/// The texts of a set.
inline std::vector<std::string> texts(const RecordReader& record, std::string_view field) {
    std::vector<std::string> found;
    for (const std::vector<Value> values = record.elements(field); const Value& value : values)
        if (const auto* text = std::get_if<std::string>(&value)) found.push_back(*text);
    std::sort(found.begin(), found.end());
    return found;
}

/// The enumerators of a set, by name.
inline std::vector<std::string> symbols(const RecordReader& record, std::string_view field) {
    std::vector<std::string> found;
    const Field* known = record.type().field(field);
    for (const std::vector<Value> values = record.elements(field); const Value& value : values) {
        const auto* symbol = std::get_if<Symbol>(&value);
        if (const Enumerator* each = known && symbol ? known->enumerator(symbol->number) : nullptr)
            found.push_back(each->name);
    }
    std::sort(found.begin(), found.end());
    return found;
}

/// A field that names a record, as people call that; or the text that stands there instead.
inline std::string calledIn(const RecordReader& record, std::string_view field, const RecordNames& names,
                            Language language) {
    const auto reference = record.reference(field);
    return reference ? names.titleOf(*reference, language) : record.text(field);
}

/// A title as it is in this language, else in the other one: title_es, title_en.
inline std::string titleIn(const RecordReader& record, Language language) {
    const bool isSpanish = language == Language::Spanish;
    const std::string text = record.text(isSpanish ? "title_es" : "title_en");
    return text.empty() ? record.text(isSpanish ? "title_en" : "title_es") : text;
}

} // namespace puente
