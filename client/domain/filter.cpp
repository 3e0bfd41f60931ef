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

const Value* displayedValue(const Component& record, const FieldState& state) {
    const LiveValue* shown = record.displayedIn(state);
    return shown ? &shown->value : nullptr;
}

} // namespace

Result<Done, FilterFault> RecordFilter::where(std::string_view condition, const RecordNames& names) {
    const std::size_t sign = condition.find('=');
    if (sign == std::string_view::npos) return Failure{FilterFault::NoValue};
    const std::string_view name = trimmed(condition.substr(0, sign));
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
    if (m_overdueOn && !isOverdue(record, m_type, *m_overdueOn)) return false;
    return std::all_of(m_conditions.begin(), m_conditions.end(),
                       [&](const Condition& condition) { return holds(condition, record, names); });
}

bool isOverdue(const Component& record, const RecordType& type, Day day) {
    const Field *due = type.field("due"), *status = type.field("status");
    if (!due || !status) return false;
    const FieldState dueState = record.field(due->number), statusState = record.field(status->number);
    const Value* dueValue = displayedValue(record, dueState);
    const Day* dueDay = dueValue ? std::get_if<Day>(dueValue) : nullptr;
    if (!dueDay || *dueDay >= day) return false;
    const Value* statusValue = displayedValue(record, statusState);
    const Symbol* symbol = statusValue ? std::get_if<Symbol>(statusValue) : nullptr;
    const Enumerator* enumerator = symbol ? status->enumerator(symbol->number) : nullptr;
    return !enumerator || !enumerator->closes;
}

} // namespace puente
