#include "client/domain/record_reader.h"

namespace puente {

namespace {

template <typename T>
std::optional<T> as(const std::optional<Value>& value) {
    const T* held = value ? std::get_if<T>(&*value) : nullptr;
    return held ? std::optional(*held) : std::nullopt;
}

} // namespace

std::optional<LiveValue> RecordReader::live(std::string_view field) const {
    const Field* known = m_type.field(field);
    if (!known) return std::nullopt;
    const FieldState state = m_record.field(known->number);
    const LiveValue* shown = m_record.displayedIn(state);
    return shown ? std::optional(*shown) : std::nullopt;
}

std::optional<Value> RecordReader::value(std::string_view field) const {
    auto shown = live(field);
    return shown ? std::optional(std::move(shown->value)) : std::nullopt;
}

std::string RecordReader::text(std::string_view field) const {
    return as<std::string>(value(field)).value_or(std::string());
}

std::optional<Day> RecordReader::day(std::string_view field) const {
    return as<Day>(value(field));
}

std::optional<std::int64_t> RecordReader::number(std::string_view field) const {
    return as<std::int64_t>(value(field));
}

std::string_view RecordReader::symbol(std::string_view field) const {
    const Field* known = m_type.field(field);
    const auto symbol = as<Symbol>(value(field));
    const Enumerator* enumerator = known && symbol ? known->enumerator(symbol->number) : nullptr;
    return enumerator ? std::string_view(enumerator->name) : std::string_view();
}

std::optional<Dot> RecordReader::reference(std::string_view field) const {
    const auto reference = as<Reference>(value(field));
    return reference ? std::optional(reference->record) : std::nullopt;
}

std::vector<Value> RecordReader::elements(std::string_view field) const {
    std::vector<Value> found;
    if (const Field* known = m_type.field(field))
        for (const FieldState state = m_record.field(known->number); const LiveValue& live : state.values)
            found.push_back(live.value);
    return found;
}

std::vector<Dot> RecordReader::references(std::string_view field) const {
    std::vector<Dot> found;
    for (const std::vector<Value> values = elements(field); const Value& value : values)
        if (const auto* reference = std::get_if<Reference>(&value)) found.push_back(reference->record);
    return found;
}

bool RecordReader::isClosedBy(std::string_view field) const {
    const Field* known = m_type.field(field);
    const auto symbol = as<Symbol>(value(field));
    const Enumerator* enumerator = known && symbol ? known->enumerator(symbol->number) : nullptr;
    return enumerator && enumerator->closes;
}

} // namespace puente
