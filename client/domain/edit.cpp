#include "client/domain/edit.h"

#include <algorithm>
#include <set>

namespace puente {

namespace {

bool holds(const FieldState& field, const Value& value) {
    return std::any_of(field.values.begin(), field.values.end(),
                       [&](const LiveValue& live) { return live.value == value; });
}

/// True when `value` is all that a single field holds, however often.
bool holdsOnly(const FieldState& field, const Value& value) {
    return !field.values.empty() && std::all_of(field.values.begin(), field.values.end(),
                                                [&](const LiveValue& live) { return live.value == value; });
}

bool everything(const LiveValue&) {
    return true;
}

} // namespace

Edit Edit::create(const RecordType& type, std::uint32_t ownLog, std::uint32_t first) {
    Edit edit(nullptr, Dot{ownLog, 0, first});
    edit.m_operations.push_back({Operation::Kind::Write, edit.m_record, kTypeField, Value(Symbol{type.number})});
    return edit;
}

Edit Edit::of(const Component& record) {
    return {&record, record.id()};
}

FieldState Edit::seen(std::uint32_t field) const {
    return m_component ? m_component->field(field) : FieldState{field, {}, {}};
}

template <typename Takes>
std::vector<Dot> Edit::retireElsewhere(std::uint32_t field, Takes takes) {
    std::vector<Dot> here;
    if (!m_component) return here;
    for (const ComponentMember& member : m_component->members()) {
        std::vector<Dot> there;
        if (const FieldState* state = member.state.find(field))
            for (const LiveValue& live : state->values)
                if (takes(live)) there.push_back(live.dot);
        if (member.id == m_record)
            here = std::move(there);
        else if (!there.empty())
            m_operations.push_back({Operation::Kind::Retire, member.id, field, std::nullopt, std::move(there)});
    }
    return here;
}

template <typename Takes>
void Edit::retire(std::uint32_t field, Takes takes) {
    if (std::vector<Dot> here = retireElsewhere(field, takes); !here.empty())
        m_operations.push_back({Operation::Kind::Retire, m_record, field, std::nullopt, std::move(here)});
}

Edit& Edit::set(std::uint32_t field, Value value) {
    if (holdsOnly(seen(field), value)) return *this;
    std::vector<Dot> here = retireElsewhere(field, everything);
    m_operations.push_back({Operation::Kind::Write, m_record, field, std::move(value), std::move(here)});
    return *this;
}

Edit& Edit::clear(std::uint32_t field) {
    retire(field, everything);
    return *this;
}

std::optional<Value> Edit::resulting(std::uint32_t field) const {
    for (auto last = m_operations.rbegin(); last != m_operations.rend(); ++last)
        if (last->field == field) return last->value;
    if (!m_component) return std::nullopt;
    const FieldState state = seen(field);
    const LiveValue* shown = m_component->displayedIn(state);
    return shown ? std::optional(shown->value) : std::nullopt;
}

Edit& Edit::add(std::uint32_t field, Value element) {
    if (!holds(seen(field), element))
        m_operations.push_back({Operation::Kind::Add, m_record, field, std::move(element)});
    return *this;
}

Edit& Edit::remove(std::uint32_t field, const Value& element) {
    retire(field, [&](const LiveValue& live) { return live.value == element; });
    return *this;
}

Edit& Edit::setElements(std::uint32_t field, const std::vector<Value>& elements) {
    retire(field, [&](const LiveValue& live) {
        return std::find(elements.begin(), elements.end(), live.value) == elements.end();
    });
    const std::set<Value> once(elements.begin(), elements.end());
    for (const Value& element : once)
        add(field, element);
    return *this;
}

Edit& Edit::remove() {
    expects(m_component);
    for (const std::uint32_t field : m_component->fieldNumbers())
        if (field != kJoinedField) clear(field);
    return *this;
}

namespace {

/// The change sets that retired one of these dots of the type field: the deletions.
std::set<std::pair<std::uint32_t, std::uint32_t>> deletionsIn(std::span<const Replica::HistoryItem> history) {
    std::set<std::pair<std::uint32_t, std::uint32_t>> found;
    for (const Replica::HistoryItem& item : history)
        if (item.operation.field == kTypeField && !item.operation.retired.empty())
            found.emplace(item.dot.log, item.dot.sequence);
    return found;
}

/// What the deletions took away.
std::set<Dot> takenBy(std::span<const Replica::HistoryItem> history) {
    const auto deletions = deletionsIn(history);
    std::set<Dot> taken;
    for (const Replica::HistoryItem& item : history)
        if (deletions.contains({item.dot.log, item.dot.sequence}))
            taken.insert(item.operation.retired.begin(), item.operation.retired.end());
    return taken;
}

} // namespace

Edit& Edit::restore(std::span<const Replica::HistoryItem> history) {
    expects(m_component);
    if (!m_component->isDeleted()) return *this;
    const std::set<Dot> taken = takenBy(history);
    for (const std::uint32_t field : m_component->fieldNumbers()) {
        const bool writtenSince = !seen(field).values.empty();
        const Replica::HistoryItem* last = nullptr;
        std::set<Value> elements;
        for (const Replica::HistoryItem& item : history) {
            if (item.operation.field != field || !item.operation.value || !taken.contains(item.dot)) continue;
            if (item.operation.kind == Operation::Kind::Add)
                elements.insert(*item.operation.value);
            else if (!last || last->stamp < item.stamp)
                last = &item;
        }
        for (const Value& element : elements)
            add(field, element);
        if (last && !writtenSince) set(field, *last->operation.value);
    }
    return *this;
}

std::vector<Operation> joinOperations(const Component& a, const Component& b) {
    const auto isMember = [](const Component& component, const Dot& id) {
        return std::any_of(component.members().begin(), component.members().end(),
                           [&](const ComponentMember& member) { return member.id == id; });
    };
    if (isMember(a, b.id())) return {};
    // Said on both sides, so that whoever meets either record learns of the other.
    return {{Operation::Kind::Add, a.id(), kJoinedField, Value(Reference{b.id()})},
            {Operation::Kind::Add, b.id(), kJoinedField, Value(Reference{a.id()})}};
}

std::uint32_t ownLogNumber(const Replica& replica, const SpaceId& space) {
    const SpaceInfo* info = replica.findSpace(space);
    expects(info);
    return info->ownLogNumber;
}

} // namespace puente
