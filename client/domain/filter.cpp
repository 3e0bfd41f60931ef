#include "client/domain/filter.h"

#include "client/domain/fold.h"
#include "client/domain/value_text.h"

#include <algorithm>

namespace puente {

namespace {

bool answers(const Field& field, const Value& value, const std::string& text, const std::vector<Dot>& records,
             const RecordNames& names) {
    if (const auto* reference = std::get_if<Reference>(&value))
        return std::find(records.begin(), records.end(), reference->record) != records.end();
    if (const auto* symbol = std::get_if<Symbol>(&value)) {
        const Enumerator* meant = findEnumerator(field, text);
        return meant ? meant->number == symbol->number : machineText(&field, value, names) == text;
    }
    return fold(machineText(&field, value, names)) == fold(text);
}

} // namespace

Result<Done, FilterFault> RecordFilter::where(std::string_view condition, const RecordNames& names) {
    const std::size_t sign = condition.find('=');
    if (sign == std::string_view::npos) return Failure{FilterFault::NoValue};
    const std::string_view name = trimmed(condition.substr(0, sign));
    if (name == "light" && !m_type.computed.empty()) {
        m_light = lightFromWord(trimmed(condition.substr(sign + 1)));
        return m_light ? Result<Done, FilterFault>(Done{}) : Failure{FilterFault::UnknownLight};
    }
    Condition read{{}, std::string(trimmed(condition.substr(sign + 1))), {}};
    for (const Field& field : m_type.fields)
        if (field.name == name || (field.translation && field.translation->of == name)) read.fields.push_back(&field);
    if (read.fields.empty()) return Failure{FilterFault::UnknownField};
    for (const Field* field : read.fields)
        if (field->kind == FieldKind::Reference && !read.text.empty())
            read.records = names.find(field->refersTo, read.text);
    m_conditions.push_back(std::move(read));
    return Done{};
}

bool RecordFilter::holds(const Condition& condition, const Component& record, const RecordNames& names) const {
    bool isEmpty = true;
    for (const Field* field : condition.fields)
        for (const LiveValue& live : record.field(field->number).values) {
            isEmpty = false;
            if (!condition.text.empty() && answers(*field, live.value, condition.text, condition.records, names))
                return true;
        }
    return condition.text.empty() && isEmpty;
}

bool RecordFilter::matches(const Component& record, const RecordNames& names) const {
    if (m_light) {
        expects(m_deadlines);
        if (m_deadlines->of(RecordReader(record, m_type)).on(m_today) != *m_light) return false;
    }
    return std::all_of(m_conditions.begin(), m_conditions.end(),
                       [&](const Condition& condition) { return holds(condition, record, names); });
}

} // namespace puente
