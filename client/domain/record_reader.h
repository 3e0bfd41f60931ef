#pragma once

#include "client/domain/component.h"
#include "client/domain/schema.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace puente {

/// Reads the fields of one record by name, for rules: of a field in conflict the value that is shown, as everywhere
/// else. What a field holds of another kind than asked for, such as a date kept as text, counts as nothing. Both must
/// outlive it.
class RecordReader {
public:
    RecordReader(const Component& record, const RecordType& type) : m_record(record), m_type(type) {}

    Dot id() const { return m_record.id(); }
    const Component& record() const { return m_record; }
    const RecordType& type() const { return m_type; }

    std::optional<Value> value(std::string_view field) const;
    /// A text as it was written; empty for none.
    std::string text(std::string_view field) const;
    std::optional<Day> day(std::string_view field) const;
    std::optional<std::int64_t> number(std::string_view field) const;
    /// The enumerator's name; empty for none, or one that this version has no name for.
    std::string_view symbol(std::string_view field) const;
    std::optional<Dot> reference(std::string_view field) const;
    std::vector<Value> elements(std::string_view field) const; ///< of a set
    std::vector<Dot> references(std::string_view field) const; ///< of a set
    /// True when the field's enumerator is one that closes.
    bool isClosedBy(std::string_view field) const;
    /// Who wrote the value that is shown; nothing for an empty field.
    std::optional<LiveValue> live(std::string_view field) const;

private:
    const Component& m_record;
    const RecordType& m_type;
};

} // namespace puente
