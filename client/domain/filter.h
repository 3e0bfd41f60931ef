#pragma once

#include "client/domain/component.h"
#include "client/domain/record_names.h"
#include "client/domain/schema.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace puente {

enum class FilterFault {
    NoValue,      ///< there is no '=' in it
    UnknownField, ///< the type has no such field
};

/// Which records a list shows.
///
/// A condition "field=value" holds if any value of the field answers to it by name, label or text, upper case and
/// accents ignored; of a set, if it contains one. "field=" holds if the field is empty. All conditions must hold.
class RecordFilter {
public:
    explicit RecordFilter(const RecordType& type) : m_type(type) {}

    /// Adds "field=value"; "title" stands for all its translations.
    Result<Done, FilterFault> where(std::string_view condition, const RecordNames& names);
    /// Only what is overdue on this day.
    void overdueOn(Day day) { m_overdueOn = day; }

    bool matches(const Component& record, const RecordNames& names) const;

private:
    struct Condition {
        std::vector<const Field*> fields; ///< any of them may answer
        std::string text;
        std::vector<Dot> records; ///< what the text means in a reference
    };
    bool holds(const Condition& condition, const Component& record, const RecordNames& names) const;

    const RecordType& m_type;
    std::vector<Condition> m_conditions;
    std::optional<Day> m_overdueOn;
};

/// True if a record's due day is before `day` and its status does not close it. Computed, never stored; a due date kept
/// as text is nothing a program can be late for.
bool isOverdue(const Component& record, const RecordType& type, Day day);

} // namespace puente
