#include "client/domain/record_rules.h"

#include <algorithm>

namespace puente {

namespace {

bool demands(const Requirement& requirement, const RecordType& type, const Edit& edit) {
    const Field* other = type.field(requirement.field);
    const auto value = edit.resulting(other->number);
    const auto* symbol = value ? std::get_if<Symbol>(&*value) : nullptr;
    const Enumerator* enumerator = symbol ? other->enumerator(symbol->number) : nullptr;
    return enumerator && std::find(requirement.values.begin(), requirement.values.end(), enumerator->name) !=
                             requirement.values.end();
}

std::optional<Day> dayAfter(const Edit& edit, const Field& field) {
    const auto value = edit.resulting(field.number);
    const auto* day = value ? std::get_if<Day>(&*value) : nullptr;
    return day ? std::optional(*day) : std::nullopt;
}

} // namespace

std::optional<BrokenRule> brokenBy(const Edit& edit, const RecordType& type) {
    for (const Field& field : type.fields)
        if (field.requiredWhen && !edit.resulting(field.number) && demands(*field.requiredWhen, type, edit))
            return BrokenRule{BrokenRule::Kind::Missing, &field, type.field(field.requiredWhen->field)};
    for (const auto& [firstName, lastName] : type.order) {
        const Field *first = type.field(firstName), *last = type.field(lastName);
        const auto begins = dayAfter(edit, *first), ends = dayAfter(edit, *last);
        if (begins && ends && *begins > *ends) return BrokenRule{BrokenRule::Kind::WrongOrder, first, last};
    }
    return std::nullopt;
}

} // namespace puente
