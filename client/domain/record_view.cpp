#include "client/domain/record_view.h"

#include "client/domain/document_manifest.h"
#include "client/domain/due_term.h"
#include "client/domain/sealed_field.h"
#include "client/domain/value_text.h"
#include "common/base/expects.h"

#include <algorithm>
#include <tuple>

namespace puente {

namespace {

/// Descending by what decides which value is shown; the same order on every device.
void sortForDisplay(std::vector<LiveValue>& values, const std::vector<LogId>& logs) {
    const auto rank = [&](const LiveValue& live) {
        return std::make_tuple(live.stamp, logs[live.dot.log], live.dot.sequence, live.dot.index);
    };
    std::sort(values.begin(), values.end(), [&](const LiveValue& a, const LiveValue& b) { return rank(b) < rank(a); });
}

/// Leaves the first of several equal values.
void dropRepeats(std::vector<LiveValue>& values) {
    std::vector<LiveValue> once;
    for (LiveValue& live : values)
        if (std::none_of(once.begin(), once.end(), [&](const LiveValue& other) { return other.value == live.value; }))
            once.push_back(std::move(live));
    values = std::move(once);
}

bool isKeptAsText(const Field* field, const Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    if (!field || !text || field->kind == FieldKind::Text) return false;
    return field->kind != FieldKind::Term || readTerm(*text).kind == DueTerm::Kind::Unread;
}

std::string unreadableText(bool isErased, Language language) {
    if (isErased) return language == Language::Spanish ? "(borrado)" : "(erased)";
    return language == Language::Spanish ? "(falta la clave)" : "(its key is missing)";
}

bool isUnknownValue(const Field* field, const Value& value) {
    if (std::holds_alternative<Opaque>(value)) return true;
    const Symbol* symbol = std::get_if<Symbol>(&value);
    return symbol && (!field || !field->enumerator(symbol->number));
}

} // namespace

std::string handleOf(const Dot& record, const std::vector<LogId>& logs) {
    expects(record.log < logs.size());
    return recordHandle(logs[record.log], record.sequence, record.index);
}

const FieldView* RecordView::find(std::string_view name) const {
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const FieldView& field) { return field.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

std::string machineTextIn(const RecordView& view, std::string_view field) {
    const FieldView* seen = view.find(field);
    return seen && !seen->values.empty() ? seen->values.front().machine : std::string();
}

std::vector<std::string> RecordView::conflicts() const {
    std::vector<std::string> names;
    for (const FieldView& field : fields)
        if (field.isInConflict) names.push_back(field.name);
    return names;
}

Author RecordViews::authorOf(const SpaceId& space, const LiveValue& value) const {
    const DeviceId& device = m_replica.logs()[value.dot.log].device;
    return {m_replica.organizationName(space, device), m_replica.person(value.person), device, value.stamp};
}

ValueView RecordViews::valueView(const SpaceId& space, const Field* field, std::uint32_t number,
                                 const LiveValue& live) const {
    const auto opened = openSealed(m_replica, space, number, live.value);
    if (opened && opened->state != OpenedValue::State::Open) {
        const bool isErased = opened->state == OpenedValue::State::Erased;
        return {live, {}, unreadableText(isErased, m_language), false, isErased, !isErased};
    }
    const Value& value = opened ? opened->value : live.value;
    if (opened && field && field->name == kFileField) {
        const auto* text = std::get_if<std::string>(&value);
        const auto manifest = text ? manifestFromText(*text) : std::nullopt;
        const std::string name = manifest ? manifest->name : std::string();
        return {live, name, name, false, false, !manifest};
    }
    return {live,
            machineText(field, value, m_names),
            displayText(field, value, m_language, m_names),
            isKeptAsText(field, value),
            false,
            isUnknownValue(field, value)};
}

FieldView RecordViews::fieldView(const Component& component, const RecordType* type, std::uint32_t number) const {
    const SpaceId space = m_replica.spaceOf(component.id());
    FieldView view;
    view.number = number;
    view.field = type ? type->field(number) : nullptr;
    view.name = view.field ? view.field->name : "#" + std::to_string(number);
    view.label = view.field ? view.field->label.in(m_language) : view.name;

    FieldState state = component.field(number);
    view.isSet = view.field ? view.field->isSet : !state.values.empty() && state.values.front().element;
    sortForDisplay(state.values, m_replica.logs());
    dropRepeats(state.values);
    for (const LiveValue& live : state.values)
        view.values.push_back(valueView(space, view.field, number, live));
    view.isInConflict = !view.isSet && view.values.size() > 1;
    if (view.isSet)
        std::sort(view.values.begin(), view.values.end(),
                  [](const ValueView& a, const ValueView& b) { return a.machine < b.machine; });
    return view;
}

RecordView RecordViews::of(const Component& component) const {
    return of(component, nullptr);
}

RecordView RecordViews::of(const Component& component, const RecordType* type) const {
    RecordView view;
    view.id = component.id();
    view.space = m_replica.spaceOf(component.id());
    view.handle = handleOf(component.id(), m_replica.logs());
    for (std::size_t i = 1; i < component.members().size(); ++i)
        view.otherHandles.push_back(handleOf(component.members()[i].id, m_replica.logs()));
    if (const auto symbol = component.type()) view.typeNumber = symbol->number;
    view.type = view.typeNumber ? m_schema.type(view.typeNumber) : type;
    view.isDeleted = component.isDeleted();
    view.isEditedWhileDeleted = component.isEditedWhileDeleted();
    if (view.type) view.title = titleFrom(component, *view.type, m_language, m_names);

    std::vector<std::uint32_t> numbers = component.fieldNumbers();
    const auto place = [&](std::uint32_t number) {
        const Field* field = view.type ? view.type->field(number) : nullptr;
        return field ? static_cast<std::size_t>(field - view.type->fields.data()) : view.fields.max_size();
    };
    std::stable_sort(numbers.begin(), numbers.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return place(a) < place(b); });
    for (const std::uint32_t number : numbers) {
        if (number < kFirstSchemaField) continue;
        if (FieldView field = fieldView(component, view.type, number); !field.values.empty())
            view.fields.push_back(std::move(field));
    }
    return view;
}

namespace {

std::string shownText(const Component& component, const Field& field, Language language, const RecordNames& names) {
    const FieldState state = component.field(field.number);
    const LiveValue* shown = component.displayedIn(state);
    return shown ? displayText(&field, shown->value, language, names) : std::string();
}

} // namespace

std::string titleFrom(const Component& component, const RecordType& type, Language language, const RecordNames& names) {
    std::string title;
    std::string translated; // of several translations one is enough: the one in the language in use, or any
    for (const std::string& name : type.title) {
        const Field& field = *type.field(name);
        const std::string text = shownText(component, field, language, names);
        if (text.empty()) continue;
        if (field.translation) {
            if (translated.empty() || field.translation->language == language) translated = text;
            continue;
        }
        title += (title.empty() ? "" : " · ") + text;
    }
    if (translated.empty()) return title;
    return title.empty() ? translated : translated + " · " + title;
}

} // namespace puente
