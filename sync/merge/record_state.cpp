#include "sync/merge/record_state.h"

#include <algorithm>
#include <tuple>

namespace puente {

namespace {

template <typename Fields>
auto placeOf(Fields& fields, std::uint32_t number) {
    return std::lower_bound(fields.begin(), fields.end(), number,
                            [](const FieldState& field, std::uint32_t sought) { return field.field < sought; });
}

template <typename Values>
auto placeOf(Values& values, const Dot& dot) {
    return std::lower_bound(values.begin(), values.end(), dot,
                            [](const LiveValue& value, const Dot& sought) { return value.dot < sought; });
}

bool contains(const std::vector<Dot>& dots, const Dot& dot) {
    return std::binary_search(dots.begin(), dots.end(), dot);
}

} // namespace

FieldState& RecordState::fieldState(std::uint32_t field) {
    const auto place = placeOf(m_fields, field);
    if (place != m_fields.end() && place->field == field) return *place;
    return *m_fields.insert(place, FieldState{.field = field, .values = {}, .retired = {}});
}

const FieldState* RecordState::find(std::uint32_t field) const {
    const auto place = placeOf(m_fields, field);
    return place != m_fields.end() && place->field == field ? &*place : nullptr;
}

bool RecordState::write(std::uint32_t field, LiveValue value) {
    FieldState& state = fieldState(field);
    if (contains(state.retired, value.dot)) return false;
    const auto place = placeOf(state.values, value.dot);
    if (place != state.values.end() && place->dot == value.dot) return false;
    state.values.insert(place, std::move(value));
    return true;
}

bool RecordState::retire(std::uint32_t field, const Dot& dot) {
    FieldState& state = fieldState(field);
    const auto known = std::lower_bound(state.retired.begin(), state.retired.end(), dot);
    if (known != state.retired.end() && *known == dot) return false;
    state.retired.insert(known, dot);
    const auto value = placeOf(state.values, dot);
    if (value != state.values.end() && value->dot == dot) state.values.erase(value);
    return true;
}

bool RecordState::knows(std::uint32_t field, const Dot& dot) const {
    const FieldState* state = find(field);
    if (state == nullptr) return false;
    const auto value = placeOf(state->values, dot);
    return (value != state->values.end() && value->dot == dot) || contains(state->retired, dot);
}

std::optional<Symbol> RecordState::type() const {
    const FieldState* field = find(kTypeField);
    if (field == nullptr) return std::nullopt;
    const Symbol* type = nullptr;
    std::tuple<Stamp, Dot> latest;
    for (const LiveValue& value : field->values) {
        const auto* symbol = std::get_if<Symbol>(&value.value);
        const std::tuple rank(value.stamp, value.dot);
        if (symbol == nullptr || (type != nullptr && rank < latest)) continue;
        type = symbol;
        latest = rank;
    }
    if (type == nullptr) return std::nullopt;
    return *type;
}

bool RecordState::isCreated() const {
    return find(kTypeField) != nullptr;
}

bool RecordState::isDeleted() const {
    const FieldState* field = find(kTypeField);
    return field != nullptr && field->values.empty();
}

bool RecordState::isEditedWhileDeleted() const {
    return isDeleted() &&
           std::any_of(m_fields.begin(), m_fields.end(), [](const FieldState& field) { return !field.values.empty(); });
}

bool isInConflict(const FieldState& field) {
    const LiveValue* first = nullptr;
    for (const LiveValue& value : field.values) {
        if (value.element) continue;
        if (first != nullptr && first->value != value.value) return true;
        first = &value;
    }
    return false;
}

const LiveValue* displayed(const FieldState& field, const std::vector<LogId>& logs) {
    const auto rank = [&](const LiveValue& value) {
        return std::tuple(value.stamp, logs.at(value.dot.log), value.dot.sequence, value.dot.index);
    };
    const auto greatest = std::max_element(field.values.begin(), field.values.end(),
                                           [&](const LiveValue& a, const LiveValue& b) { return rank(a) < rank(b); });
    return greatest == field.values.end() ? nullptr : &*greatest;
}

} // namespace puente
