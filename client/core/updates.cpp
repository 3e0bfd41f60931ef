#include "client/core/updates.h"

#include "client/core/text.h"

namespace puente {

namespace {

/// "En curso, 40 %": what is put into words where nobody wrote any.
std::string wordsFor(const RecordType& type, const UpdateEntry& entry) {
    std::string words;
    for (const Field* field = type.field("reported_status"); const Enumerator& each : field->enumerators)
        if (each.name == entry.status) words = each.label.in(language());
    if (entry.progress) words += (words.empty() ? "" : ", ") + std::to_string(*entry.progress) + " %";
    return words;
}

} // namespace

Outcome<Dot> enterUpdate(Act& act, const Records& records, const Reports& reports, const Organizations& organizations,
                         const UpdateEntry& entry) {
    const RecordType& type = typeNamed(records, "update");
    const std::string& office = records.workspace().office().organization;
    Act::Values fields;
    if (!entry.status.empty())
        fields.emplace_back("reported_status", symbolFrom(type, "reported_status", entry.status));
    if (entry.progress) fields.emplace_back("progress", Value(*entry.progress));
    for (const std::string& evidence : entry.evidence)
        fields.emplace_back("evidence", Value(evidence));

    const auto known = reports.findOwn(entry.subject, entry.quarter, office);
    if (known) {
        if (!entry.text.empty()) fields.emplace_back("text", Value(entry.text));
        if (auto done = act.change(*known, fields); !done) return Failure{done.fault()};
        return *known;
    }
    const OrganizationRecord* organization = organizations.named(office);
    fields.emplace_back("subject", Value(Reference{entry.subject}));
    fields.emplace_back("quarter", Value(formatQuarter(entry.quarter)));
    fields.emplace_back("organization", organization ? Value(Reference{organization->record}) : Value(office));
    fields.emplace_back("text", Value(entry.text.empty() ? wordsFor(type, entry) : entry.text));
    return act.create(type, fields);
}

} // namespace puente
