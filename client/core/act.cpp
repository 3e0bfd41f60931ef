#include "client/core/act.h"

#include "client/core/replica_notice.h"
#include "client/core/text.h"

namespace puente {

Act::Act(Records& records)
    : m_records(records), m_ownLog(ownLogNumber(records.workspace().replica(), records.space())) {
}

Outcome<Done> Act::fill(Edit& edit, const RecordType& type, const std::vector<Assignment>& texts,
                        const Values& values) {
    expects(!type.isRestricted); // cases are sealed where single records are written
    for (const Assignment& assignment : texts)
        if (auto done = apply(assignment, type, m_records.names(), language(), edit, m_remarks); !done) return done;
    for (const auto& [name, value] : values) {
        const auto field = findField(type, name, language());
        if (!field) return Failure{field.fault()};
        if (!value)
            edit.clear((*field)->number);
        else if ((*field)->isSet)
            edit.add((*field)->number, *value);
        else
            edit.set((*field)->number, *value);
    }
    if (auto kept = m_records.keepRules(edit, type); !kept) return kept;
    m_operations.insert(m_operations.end(), edit.operations().begin(), edit.operations().end());
    return Done{};
}

Outcome<Dot> Act::add(std::string_view typeName, const std::vector<Assignment>& texts, const Values& values) {
    const auto type = m_records.type(typeName);
    if (!type) return Failure{type.fault()};
    Edit edit = Edit::create(**type, m_ownLog, static_cast<std::uint32_t>(m_operations.size()));
    const Dot record = edit.record();
    if (auto done = fill(edit, **type, texts, values); !done) return Failure{done.fault()};
    return record;
}

Dot Act::create(const RecordType& type, const Values& values) {
    const auto created = add(type.name, {}, values);
    expects(created.ok());
    return *created;
}

Outcome<Done> Act::set(const Dot& record, const std::vector<Assignment>& texts, const Values& values) {
    const auto component = m_records.catalogue().component(record);
    if (!component) return Failure{noticeOf(component.fault())};
    expects(component->has_value());
    const auto symbol = (*component)->type();
    const RecordType* type = symbol ? m_records.catalogue().schema().type(symbol->number) : nullptr;
    expects(type != nullptr);
    Edit edit = Edit::of(**component);
    return fill(edit, *type, texts, values);
}

Outcome<bool> Act::commit() {
    if (m_operations.empty()) return false;
    const auto sequence = m_records.commit(std::move(m_operations));
    if (!sequence) return Failure{sequence.fault()};
    m_sequence = *sequence;
    return true;
}

Dot Act::entered(Dot record) const {
    if (record.sequence == 0) record.sequence = m_sequence;
    return record;
}

} // namespace puente
