#include "client/core/known_record.h"

#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/core/voices.h"
#include "client/domain/edit.h"

#include <algorithm>

namespace puente {

namespace {

/// Of the types asked for first, since a commitment is called after its agreement; else whatever is called so.
Outcome<Dot> idOf(const Records& records, std::string_view text, std::initializer_list<std::string_view> types) {
    const std::vector<std::string> wanted(types.begin(), types.end());
    const std::vector<Dot> found = records.names().find(wanted, text);
    if (found.size() == 1) return found.front();
    if (found.empty() && std::find(types.begin(), types.end(), "organization") != types.end()) {
        const auto organizations = organizationsOf(records);
        if (!organizations) return Failure{organizations.fault()};
        if (const OrganizationRecord* organization = organizations->named(text)) return organization->record;
    }
    return records.find(text);
}

Notice wrongType(const Records& records, std::string_view text, const RecordType& type,
                 std::initializer_list<std::string_view> wanted) {
    if (wanted.size() == 1)
        return usageNotice(Text::tr("“%1” is not of the type “%2”.")
                               .arg(text)
                               .arg(typeNamed(records, *wanted.begin()).label.in(language())),
                           Text::tr("“puente list %1” shows those there are.").arg(*wanted.begin()));
    std::string labels;
    for (const std::string_view each : wanted)
        labels += (labels.empty() ? "" : ", ") + typeNamed(records, each).label.in(language());
    return usageNotice(Text::tr("“%1” is of another kind: %2.").arg(text).arg(type.label.in(language())),
                       Text::tr("Name one of these: %1.").arg(labels));
}

} // namespace

Outcome<std::optional<KnownRecord>> readRecord(const Records& records, const Dot& record) {
    auto component = records.catalogue().component(record);
    if (!component) return Failure{noticeOf(component.fault())};
    if (!*component || (*component)->isDeleted()) return std::optional<KnownRecord>{};
    const auto symbol = (*component)->type();
    const RecordType* type = symbol ? records.catalogue().schema().type(symbol->number) : nullptr;
    if (!type) return std::optional<KnownRecord>{};
    return std::optional(KnownRecord{std::move(**component), type});
}

Outcome<KnownRecord> findRecord(const Records& records, std::string_view text,
                                std::initializer_list<std::string_view> types) {
    const auto id = idOf(records, text, types);
    if (!id) return Failure{id.fault()};
    auto known = readRecord(records, *id);
    if (!known) return Failure{known.fault()};
    if (!*known)
        return Failure{Notice{ExitCode::Pending,
                              Text::tr("“%1” was deleted.").arg(text),
                              {},
                              Text::tr("“puente restore %1” brings it back.").arg(text)}};
    if (std::find(types.begin(), types.end(), (*known)->type->name) != types.end()) return std::move(**known);
    return Failure{wrongType(records, text, *(*known)->type, types)};
}

Outcome<Value> valueFrom(const Records& records, const RecordType& type, std::string_view field,
                         const std::string& text, std::vector<std::string>& remarks) {
    Edit edit = Edit::create(type, 0);
    const Assignment assignment{std::string(field), Assignment::Kind::Set, text};
    if (auto done = apply(assignment, type, records.names(), language(), edit, remarks); !done)
        return Failure{done.fault()};
    auto value = edit.resulting(type.field(field)->number);
    if (value) return std::move(*value);
    return Failure{Notice{ExitCode::DataInvalid, Text::tr("The field %1 is missing.").arg(field), type.name,
                          Text::tr("This field cannot be empty.")}};
}

Value symbolFrom(const RecordType& type, std::string_view field, std::string_view enumerator) {
    const Field* known = type.field(field);
    expects(known);
    const auto found = std::find_if(known->enumerators.begin(), known->enumerators.end(),
                                    [&](const Enumerator& each) { return each.name == enumerator; });
    expects(found != known->enumerators.end());
    return Symbol{found->number};
}

const RecordType& typeNamed(const Records& records, std::string_view name) {
    const RecordType* type = records.catalogue().schema().type(name);
    expects(type);
    return *type;
}

} // namespace puente
