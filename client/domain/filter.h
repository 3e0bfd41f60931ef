#pragma once

#include "client/domain/component.h"
#include "client/domain/follow_up/deadline.h"
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
    UnknownLight, ///< how a due date stands has no such word
};

/// Which records a list shows.
///
/// A condition "field=value" holds if any value of the field answers to it by name, label or text, upper case and
/// accents ignored; of a set, if it contains one. "field=" holds if the field is empty. "light=overdue" holds of what
/// is so on the day that the filter judges by. All conditions must hold.
class RecordFilter {
public:
    explicit RecordFilter(const RecordType& type) : m_type(type) {}

    /// Adds "field=value"; "title" stands for all its translations.
    Result<Done, FilterFault> where(std::string_view condition, const RecordNames& names);
    /// Only what stands so on the day judged by.
    void standsAt(Light light) { m_light = light; }
    /// What "light" is judged by. `deadlines` must outlive the filter.
    void judgeBy(const Deadlines& deadlines, Day today) {
        m_deadlines = &deadlines;
        m_today = today;
    }

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
    std::optional<Light> m_light;
    const Deadlines* m_deadlines = nullptr;
    Day m_today;
};

} // namespace puente
