#pragma once

#include "client/domain/record_names.h"
#include "client/domain/schema.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace puente {

/// How a text was taken for a field.
enum class Reading : std::uint8_t {
    Understood,      ///< it is what the field is meant to hold; white space around it does not count
    Empty,           ///< there is nothing in it
    NotUtf8,         ///< not a text at all
    NotADay,         ///< this and all that follow: kept as the text it is
    NotATerm,        ///< no due date that could be worked out
    NotANumber,      ///< not digits
    OutOfRange,      ///< beyond the field's bounds
    NotAnEnumerator, ///< none of the field's values
    NoSuchRecord,    ///< no record answers to it
    SeveralRecords,  ///< more than one record answers to it
};

struct ReadValue {
    std::optional<Value> value; ///< nothing for Empty and NotUtf8
    Reading reading = Reading::Understood;

    bool keptAsText() const { return value && reading != Reading::Understood; }
};

/// Reads what somebody typed, or what stands in a cell, as a value of this field. Symbols are known by name, by either
/// label and by their other spellings, records by handle, a prefix of one, or natural key. What cannot be interpreted
/// becomes text, and `reading` says why.
ReadValue readValue(const Field& field, std::string_view text, const RecordNames& names);

/// The text of a value for machines: command line, CSV and JSON. readValue() makes the same value of it.
/// `field` is null for a field this version does not know.
std::string machineText(const Field* field, const Value& value, const RecordNames& names);

/// The text of a value for people.
std::string displayText(const Field* field, const Value& value, Language language, const RecordNames& names);

/// The enumerator that a text means by name, label or other spelling; nullptr for none.
const Enumerator* findEnumerator(const Field& field, std::string_view text);

/// For people to read: "a, b". What joinElements() makes can be taken apart again.
std::string joined(const std::vector<std::string>& parts, std::string_view divider);

/// Several values in one cell, divided by ';'. What would be mistaken for a divider or trimmed away is escaped by a
/// backslash; splitElements() undoes it.
std::string joinElements(const std::vector<std::string>& elements);
std::vector<std::string> splitElements(std::string_view cell);

} // namespace puente
