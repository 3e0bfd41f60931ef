#include "client/core/assignment.h"

#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/domain/value_text.h"

namespace puente {

namespace {

std::string fieldNames(const RecordType& type) {
    std::string names;
    for (const Field& field : type.fields)
        names += (names.empty() ? "" : ", ") + field.name;
    return names;
}

std::string choicesOf(const Field& field) {
    std::string names;
    for (const Enumerator& enumerator : field.enumerators)
        names += (names.empty() ? "" : ", ") + enumerator.name;
    return names;
}

Notice invalidValue(const Field& field, const std::string& value, std::string whatToDo) {
    return {ExitCode::DataInvalid,
            Text::tr("“%1” is not a value of the field %2.").arg(value).arg(field.name),
            {},
            std::move(whatToDo)};
}

std::string rangeOf(const Field& field) {
    if (field.minimum && field.maximum)
        return Text::tr("Give a whole number from %1 to %2.").arg(*field.minimum).arg(*field.maximum);
    if (field.minimum) return Text::tr("Give a whole number from %1.").arg(*field.minimum);
    return Text::tr("Give a whole number.");
}

/// The value, or why people who type it should think again.
Outcome<Value> valueFrom(const Field& field, const std::string& text, const RecordNames& names,
                         std::vector<std::string>& remarks) {
    ReadValue read = readValue(field, text, names);
    switch (read.reading) {
    case Reading::Understood: break;
    case Reading::Empty: return Failure{invalidValue(field, text, Text::tr("Leave it out instead."))};
    case Reading::NotUtf8: return Failure{invalidValue(field, {}, Text::tr("Type it as UTF-8 text."))};
    case Reading::NotANumber:
    case Reading::OutOfRange: return Failure{invalidValue(field, text, rangeOf(field))};
    case Reading::NotAnEnumerator:
        return Failure{invalidValue(field, text, Text::tr("Say one of: %1").arg(choicesOf(field)))};
    case Reading::SeveralRecords:
        return Failure{invalidValue(field, text, Text::tr("Several records are called so: give more of its id."))};
    case Reading::NotADay:
        remarks.push_back(
            Text::tr("%1: “%2” is not a date such as 2026-12-01; it is kept as text.").arg(field.name).arg(text));
        break;
    case Reading::NotATerm:
        remarks.push_back(
            Text::tr("%1: no date could be worked out from “%2”; it is kept as text.").arg(field.name).arg(text));
        break;
    case Reading::NoSuchRecord:
        remarks.push_back(Text::tr("%1: there is no record “%2”; it is kept as text.").arg(field.name).arg(text));
        break;
    }
    return std::move(*read.value);
}

Outcome<std::vector<Value>> elementsFrom(const Assignment& assignment, const Field& field, const RecordNames& names,
                                         std::vector<std::string>& remarks) {
    std::vector<Value> values;
    for (const std::string& text :
         assignment.elements.empty() ? splitElements(assignment.value) : assignment.elements) {
        auto value = valueFrom(field, text, names, remarks);
        if (!value) return Failure{value.fault()};
        values.push_back(std::move(*value));
    }
    return values;
}

Outcome<Done> applyToSet(const Assignment& assignment, const Field& field, const RecordNames& names, Edit& edit,
                         std::vector<std::string>& remarks) {
    const auto elements = elementsFrom(assignment, field, names, remarks);
    if (!elements) return Failure{elements.fault()};
    switch (assignment.kind) {
    case Assignment::Kind::Set: edit.setElements(field.number, *elements); break;
    case Assignment::Kind::Add:
        for (const Value& element : *elements)
            edit.add(field.number, element);
        break;
    case Assignment::Kind::Remove:
        for (const Value& element : *elements)
            edit.remove(field.number, element);
        break;
    }
    return Done{};
}

} // namespace

Outcome<Assignment> assignmentFromText(std::string_view text) {
    const auto equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0)
        return Failure{usageNotice(Text::tr("“%1” does not say which field gets which value.").arg(text),
                                   Text::tr("Write field=value, for example due=2026-12-01."))};
    Assignment assignment{std::string(text.substr(0, equals)), Assignment::Kind::Set,
                          std::string(text.substr(equals + 1))};
    const char last = assignment.field.back();
    if (last == '+' || last == '-') {
        assignment.kind = last == '+' ? Assignment::Kind::Add : Assignment::Kind::Remove;
        assignment.field.pop_back();
    }
    return assignment;
}

Outcome<const Field*> findField(const RecordType& type, std::string_view name, Language language) {
    if (const Field* field = type.field(name, language)) return field;
    return Failure{Notice{ExitCode::DataInvalid,
                          Text::tr("Records of the type %1 have no field “%2”.").arg(type.name).arg(name),
                          {},
                          Text::tr("They have: %1").arg(fieldNames(type))}};
}

Outcome<Done> apply(const Assignment& assignment, const RecordType& type, const RecordNames& names, Language language,
                    Edit& edit, std::vector<std::string>& remarks) {
    const auto found = findField(type, assignment.field, language);
    if (!found) return Failure{found.fault()};
    const Field& field = **found;
    const bool isEmpty = assignment.value.empty() && assignment.elements.empty();
    if (assignment.kind == Assignment::Kind::Set && isEmpty) {
        if (field.required) return Failure{invalidValue(field, {}, Text::tr("This field cannot be empty."))};
        edit.clear(field.number);
        return Done{};
    }
    if (field.isSet) return applyToSet(assignment, field, names, edit, remarks);
    if (assignment.kind != Assignment::Kind::Set || !assignment.elements.empty())
        return Failure{usageNotice(Text::tr("The field %1 holds one value only.").arg(field.name),
                                   Text::tr("Write %1=value.").arg(field.name))};
    auto value = valueFrom(field, assignment.value, names, remarks);
    if (!value) return Failure{value.fault()};
    edit.set(field.number, std::move(*value));
    return Done{};
}

} // namespace puente
