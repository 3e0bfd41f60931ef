#include "client/domain/component.h"

#include "common/base/expects.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace puente {

bool comesBefore(const Dot& a, const Dot& b, const std::vector<LogId>& logs) {
    expects(a.log < logs.size() && b.log < logs.size());
    return std::tie(logs[a.log], a.sequence, a.index) < std::tie(logs[b.log], b.sequence, b.index);
}

Component::Component(std::vector<ComponentMember> members, const std::vector<LogId>& logs)
    : m_members(std::move(members)), m_logs(&logs) {
    expects(!m_members.empty());
    std::sort(m_members.begin(), m_members.end(),
              [&](const ComponentMember& a, const ComponentMember& b) { return comesBefore(a.id, b.id, *m_logs); });
}

FieldState Component::field(std::uint32_t number) const {
    FieldState whole{number, {}, {}};
    for (const ComponentMember& member : m_members) {
        const FieldState* part = member.state.find(number);
        if (!part) continue;
        whole.values.insert(whole.values.end(), part->values.begin(), part->values.end());
        whole.retired.insert(whole.retired.end(), part->retired.begin(), part->retired.end());
    }
    std::sort(whole.values.begin(), whole.values.end(),
              [](const LiveValue& a, const LiveValue& b) { return a.dot < b.dot; });
    std::sort(whole.retired.begin(), whole.retired.end());
    return whole;
}

std::vector<std::uint32_t> Component::fieldNumbers() const {
    std::set<std::uint32_t> numbers;
    for (const ComponentMember& member : m_members)
        for (const FieldState& field : member.state.fields())
            numbers.insert(field.field);
    return {numbers.begin(), numbers.end()};
}

std::optional<Symbol> Component::type() const {
    const FieldState types = field(kTypeField);
    const LiveValue* shown = displayedIn(types);
    const Symbol* symbol = shown ? std::get_if<Symbol>(&shown->value) : nullptr;
    return symbol ? std::optional(*symbol) : std::nullopt;
}

bool Component::isCreated() const {
    return std::any_of(m_members.begin(), m_members.end(),
                       [](const ComponentMember& member) { return member.state.isCreated(); });
}

bool Component::isDeleted() const {
    return isCreated() && field(kTypeField).values.empty();
}

bool Component::isEditedWhileDeleted() const {
    if (!isDeleted()) return false;
    return std::any_of(m_members.begin(), m_members.end(),
                       [](const ComponentMember& member) { return member.state.isEditedWhileDeleted(); });
}

const LiveValue* Component::displayedIn(const FieldState& field) const {
    return displayed(field, *m_logs);
}

bool Component::isInConflict(std::uint32_t number) const {
    return puente::isInConflict(field(number));
}

} // namespace puente
