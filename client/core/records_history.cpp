#include "client/core/records.h"

#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/domain/sealed_field.h"
#include "client/domain/value_text.h"

#include <algorithm>
#include <map>

namespace puente {

namespace {

std::string fieldLabel(const Field* field, std::uint32_t number) {
    if (number == kTypeField) return Text::tr("record");
    if (number == kJoinedField) return Text::tr("joined with");
    return field ? field->label.in(language()) : "#" + std::to_string(number);
}

std::string fieldName(const Field* field, std::uint32_t number) {
    if (number == kTypeField) return "type";
    if (number == kJoinedField) return "joined";
    return field ? field->name : "#" + std::to_string(number);
}

} // namespace

std::string Records::shownInHistory(std::uint32_t number, const Field* field, const Value& value) const {
    const auto opened = openSealed(m_workspace.replica(), m_space, number, value);
    if (!opened) return displayText(field, value, language(), m_names);
    if (opened->state == OpenedValue::State::Open) return displayText(field, opened->value, language(), m_names);
    return opened->state == OpenedValue::State::Erased ? Text::tr("(erased)").str()
                                                       : Text::tr("(its key is missing)").str();
}

Outcome<std::vector<Records::HistoryLine>> Records::history(const Dot& record) const {
    const auto found = component(record);
    if (!found) return Failure{found.fault()};
    std::vector<Replica::HistoryItem> items;
    for (const ComponentMember& member : found->members()) {
        auto more = m_workspace.replica().history(member.id);
        if (!more) return Failure{noticeOf(more.fault())};
        std::move(more->begin(), more->end(), std::back_inserter(items));
    }
    std::stable_sort(items.begin(), items.end(), [](const auto& a, const auto& b) { return a.stamp < b.stamp; });

    std::map<Dot, Value> written; // for what a bare retirement took away
    for (const Replica::HistoryItem& item : items)
        if (item.operation.value) written.emplace(item.dot, *item.operation.value);
    const RecordType* type = typeOf(*found);
    std::vector<HistoryLine> lines;
    for (const Replica::HistoryItem& item : items) {
        const Operation& operation = item.operation;
        const Field* field = type ? type->field(operation.field) : nullptr;
        HistoryLine line;
        line.author = authorOf({.dot = item.dot, .stamp = item.stamp, .person = item.person, .value = {}});
        line.field = fieldName(field, operation.field);
        line.label = fieldLabel(field, operation.field);
        line.kind = operation.kind;
        line.settles = operation.kind == Operation::Kind::Write && operation.retired.size() > 1;
        const auto taken = operation.retired.empty() ? written.end() : written.find(operation.retired.front());
        if (operation.field == kTypeField && type && operation.value)
            line.value = type->label.in(language());
        else if (operation.value)
            line.value = shownInHistory(operation.field, field, *operation.value);
        else if (taken != written.end())
            line.value = shownInHistory(operation.field, field, taken->second);
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace puente
