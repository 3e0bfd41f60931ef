#pragma once

#include "client/core/records.h"
#include "client/domain/record_reader.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace puente {

/// A record that is at hand, with its type.
struct KnownRecord {
    Component component;
    const RecordType* type = nullptr;
    RecordReader reader() const { return {component, *type}; }
    Dot id() const { return component.id(); }
};

/// The record of that id; nothing if it was deleted or is of a type that this version does not know.
Outcome<std::optional<KnownRecord>> readRecord(const Records& records, const Dot& record);
/// The record that people call so; an organisation answers to its aliases and acronym too. Of another type than one of
/// these it is refused with a word on what there is.
Outcome<KnownRecord> findRecord(const Records& records, std::string_view text,
                                std::initializer_list<std::string_view> types);

/// What somebody typed, as a value of a field; or why not. See apply().
Outcome<Value> valueFrom(const Records& records, const RecordType& type, std::string_view field,
                         const std::string& text, std::vector<std::string>& remarks);
/// An enumerator as a value; it must exist.
Value symbolFrom(const RecordType& type, std::string_view field, std::string_view enumerator);
/// A type of the schema that this program was built with; it must exist.
const RecordType& typeNamed(const Records& records, std::string_view name);

} // namespace puente
