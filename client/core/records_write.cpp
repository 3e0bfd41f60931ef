#include "client/core/records.h"

#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/core/voices.h"
#include "client/domain/record_rules.h"
#include "client/domain/sealed_field.h"

#include <algorithm>
#include <set>

namespace puente {

Outcome<std::uint32_t> Records::commit(std::vector<Operation> operations) {
    const auto sequence = m_workspace.replica().commit(m_space, m_workspace.office().person,
                                                       m_catalogue->schema().version(), std::move(operations));
    if (!sequence) return Failure{writeNotice(m_workspace.replica(), m_space, sequence.fault())};
    m_deadlines.reset();
    if (const auto indexed = m_catalogue->index(); !indexed) return Failure{noticeOf(indexed.fault())};
    return *sequence;
}

Outcome<Done> Records::keepRules(const Edit& edit, const RecordType& type) const {
    if (auto notice = silenced(*this, edit, type)) return Failure{std::move(*notice)};
    const auto broken = brokenBy(edit, type);
    if (!broken) return Done{};
    const std::string &field = broken->field->name, &other = broken->other->name;
    switch (broken->kind) {
    case BrokenRule::Kind::Missing:
        return Failure{Notice{ExitCode::DataInvalid,
                              Text::tr("With this %1 the field %2 is needed.").arg(other).arg(field), type.name,
                              Text::tr("Write %1=value too.").arg(field)}};
    case BrokenRule::Kind::WrongOrder:
        return Failure{Notice{ExitCode::DataInvalid,
                              Text::tr("The day in %1 is after the one in %2.").arg(field).arg(other), type.name,
                              Text::tr("Check both days.")}};
    }
    return Done{};
}

Outcome<Done> Records::mustBeRestricted() const {
    const auto restricted = isRestricted();
    if (!restricted) return Failure{restricted.fault()};
    if (*restricted) return Done{};
    return Failure{
        Notice{ExitCode::Refused, Text::tr("Cases are kept in restricted spaces only."),
               m_workspace.replica().findSpace(m_space)->name,
               Text::tr("Name one with --space, or make one: “puente space create NAME --kind restricted”.")}};
}

Outcome<Done> Records::belongsHere(const RecordType& type) const {
    return type.isRestricted ? mustBeRestricted() : Outcome<Done>(Done{});
}

Outcome<std::vector<Operation>> Records::sealed(const Edit& edit, const RecordType& type) const {
    auto operations = sealedOperations(m_workspace.replica(), m_space, edit, type,
                                       sealingKeyOf(*m_catalogue, edit, type), m_workspace.entropy());
    if (operations) return std::move(*operations);
    if (!type.isRestricted)
        return Failure{Notice{ExitCode::DataInvalid, Text::tr("A file is attached, not written into a field."),
                              type.name, Text::tr("“puente attach FILE” makes the record of a document.")}};
    return Failure{Notice{ExitCode::DataInvalid, Text::tr("The key of this case is not here, or was erased."),
                          type.name, Text::tr("Synchronise, and try again; what was deleted cannot be written to.")}};
}

Outcome<Records::Written> Records::finish(const Dot& record, const RecordType* type, const Edit& edit,
                                          std::vector<std::string> remarks) {
    Written written{record, !edit.isEmpty(), std::move(remarks)};
    if (!written.changed) return written;
    auto operations = type ? sealed(edit, *type) : Outcome<std::vector<Operation>>(edit.operations());
    if (!operations) return Failure{operations.fault()};
    const auto sequence = commit(std::move(*operations));
    if (!sequence) return Failure{sequence.fault()};
    return written;
}

Outcome<Done> Records::requireFields(const RecordType& type, const std::vector<Assignment>& assignments) const {
    for (const Field& field : type.fields) {
        if (!field.required) continue;
        const bool given = std::any_of(assignments.begin(), assignments.end(), [&](const Assignment& assignment) {
            return type.field(assignment.field, language()) == &field;
        });
        if (!given)
            return Failure{Notice{ExitCode::DataInvalid, Text::tr("The field %1 is missing.").arg(field.name),
                                  type.name, Text::tr("Write %1=value too.").arg(field.name)}};
    }
    return Done{};
}

Outcome<Done> Records::refuseKnownKey(const RecordType& type, const std::vector<Assignment>& assignments) const {
    std::string key;
    for (const std::string& name : type.naturalKey) {
        const auto given = std::find_if(assignments.begin(), assignments.end(), [&](const Assignment& assignment) {
            return type.field(assignment.field, language()) == type.field(name);
        });
        if (!key.empty() || &name != &type.naturalKey.front()) key += kKeyDivider;
        if (given != assignments.end()) key += escapedKeyPart(given->value);
    }
    const std::vector<Dot> known = m_catalogue->findByKey(m_space, type, key);
    if (type.naturalKey.empty() || known.empty()) return Done{};
    const std::string handle = handleOf(known.front(), m_workspace.replica().logs());
    return Failure{Notice{ExitCode::DataInvalid, Text::tr("There is a record “%1” already.").arg(key), type.name,
                          type.name == "document"
                              ? Text::tr("Attach a newer version of its file with --replaces %1, give this one another "
                                         "title, or change its record with “puente set %1 field=value”.")
                                    .arg(handle)
                              : Text::tr("Change it with “puente set %1 field=value”.").arg(handle)}};
}

Outcome<Edit> Records::draft(const RecordType& type, const std::vector<Assignment>& assignments,
                             std::vector<std::string>& remarks) const {
    if (auto fits = belongsHere(type); !fits) return Failure{fits.fault()};
    if (auto complete = requireFields(type, assignments); !complete) return Failure{complete.fault()};
    if (auto fresh = refuseKnownKey(type, assignments); !fresh) return Failure{fresh.fault()};
    Edit edit = Edit::create(type, ownLogNumber(m_workspace.replica(), m_space));
    for (const Assignment& assignment : assignments)
        if (auto done = apply(assignment, type, m_names, language(), edit, remarks); !done)
            return Failure{done.fault()};
    if (auto kept = keepRules(edit, type); !kept) return Failure{kept.fault()};
    return edit;
}

Outcome<Records::Written> Records::add(const RecordType& type, const std::vector<Assignment>& assignments) {
    std::vector<std::string> remarks;
    const auto edit = draft(type, assignments, remarks);
    if (!edit) return Failure{edit.fault()};
    Dot record = edit->record();
    auto operations = sealed(*edit, type);
    if (!operations) return Failure{operations.fault()};
    const auto sequence = commit(std::move(*operations));
    if (!sequence) return Failure{sequence.fault()};
    record.sequence = *sequence;
    return Written{record, true, std::move(remarks)};
}

Outcome<Records::Written> Records::set(const Dot& record, const std::vector<Assignment>& assignments) {
    const auto found = component(record);
    if (!found) return Failure{found.fault()};
    const RecordType* type = typeOf(*found);
    if (!type) return Failure{notFound(handleOf(record, m_workspace.replica().logs()))};
    Edit edit = Edit::of(*found);
    std::vector<std::string> remarks;
    for (const Assignment& assignment : assignments)
        if (auto done = apply(assignment, *type, m_names, language(), edit, remarks); !done)
            return Failure{done.fault()};
    if (auto kept = keepRules(edit, *type); !kept) return Failure{kept.fault()};
    return finish(record, type, edit, std::move(remarks));
}

Outcome<Records::Written> Records::remove(const Dot& record) {
    const auto found = component(record);
    if (!found) return Failure{found.fault()};
    Edit edit = Edit::of(*found);
    if (!found->isDeleted() || found->isEditedWhileDeleted()) edit.remove();
    return finish(record, typeOf(*found), edit, {});
}

Outcome<Records::Written> Records::restore(const Dot& record) {
    const auto found = component(record);
    if (!found) return Failure{found.fault()};
    std::vector<Replica::HistoryItem> items;
    for (const ComponentMember& member : found->members()) {
        auto more = m_workspace.replica().history(member.id);
        if (!more) return Failure{noticeOf(more.fault())};
        std::move(more->begin(), more->end(), std::back_inserter(items));
    }
    Edit edit = Edit::of(*found);
    edit.restore(items);
    return finish(record, typeOf(*found), edit, {});
}

Outcome<Records::Written> Records::choose(const Dot& record, std::string_view fieldName, std::size_t number) {
    const auto found = component(record);
    if (!found) return Failure{found.fault()};
    const RecordView seen = m_views.of(*found);
    const FieldView* field = seen.find(fieldName);
    if (!field || !field->isInConflict)
        return Failure{Notice{ExitCode::Pending, Text::tr("The field %1 is not in conflict.").arg(fieldName),
                              seen.handle, Text::tr("“puente conflicts” shows what waits for a decision.")}};
    if (number < 1 || number > field->values.size())
        return Failure{usageNotice(
            Text::tr("There is no choice %1.").arg(number),
            Text::tr("Choose from 1 to %1; “puente conflicts” shows them.").arg(field->values.size()), seen.handle)};
    Edit edit = Edit::of(*found);
    edit.set(field->number, field->values[number - 1].live.value);
    const RecordType* type = typeOf(*found);
    if (type)
        if (auto notice = silenced(*this, edit, *type)) return Failure{std::move(*notice)};
    return finish(record, type, edit, {});
}

Outcome<Records::Target> Records::targetOf(const Line& line) const {
    const auto record = find(line.record);
    if (!record) return Failure{record.fault()};
    const auto found = component(*record);
    if (!found) return Failure{found.fault()};
    const RecordType* type = typeOf(*found);
    if (!type) return Failure{notFound(line.record)};
    const auto field = findField(*type, line.assignment.field, language());
    if (!field) return Failure{field.fault()};
    return Target{found->id(), type, (*field)->number};
}

Outcome<std::vector<Operation>> Records::operationsFor(const Line& line, const Target& target,
                                                       std::vector<std::string>& remarks) const {
    const auto found = component(target.record);
    if (!found) return Failure{found.fault()};
    Edit edit = Edit::of(*found);
    if (auto done = apply(line.assignment, *target.type, m_names, language(), edit, remarks); !done)
        return Failure{done.fault()};
    if (auto notice = silenced(*this, edit, *target.type)) return Failure{std::move(*notice)};
    return sealed(edit, *target.type);
}

Outcome<Done> Records::commitBatch(std::vector<std::vector<Operation>> batch) {
    const auto done = m_workspace.replica().commitAll(m_space, m_workspace.office().person,
                                                      m_catalogue->schema().version(), std::move(batch));
    if (!done) return Failure{writeNotice(m_workspace.replica(), m_space, done.fault())};
    return Done{};
}

Outcome<Records::LinesReport> Records::setLines(const std::vector<Line>& lines) {
    LinesReport report;
    Transaction transaction(m_workspace.replica().database());
    std::vector<std::vector<Operation>> batch;
    std::set<std::pair<Dot, std::uint32_t>> touched;
    for (const Line& line : lines) {
        const auto target = targetOf(line);
        if (!target) {
            report.faults.push_back({line.number, target.fault()});
            continue;
        }
        // A second line about the same field must see what the first one wrote, so that it replaces it.
        if (touched.contains({target->record, target->field})) {
            touched.clear();
            if (auto done = commitBatch(std::exchange(batch, {})); !done) return Failure{done.fault()};
        }
        touched.emplace(target->record, target->field);
        auto operations = operationsFor(line, *target, report.remarks);
        if (!operations) {
            report.faults.push_back({line.number, operations.fault()});
            continue;
        }
        ++(operations->empty() ? report.unchanged : report.changed);
        if (!operations->empty()) batch.push_back(std::move(*operations));
    }
    if (auto done = commitBatch(std::move(batch)); !done) return Failure{done.fault()};
    if (const auto done = transaction.commit(); !done) return Failure{noticeOf(done.fault(), {})};
    m_deadlines.reset();
    if (const auto indexed = m_catalogue->index(); !indexed) return Failure{noticeOf(indexed.fault())};
    return report;
}

Outcome<Records::Undone> Records::undoLast(bool onlyLook) {
    const Replica& replica = m_workspace.replica();
    const auto last = replica.ownChangeSet(m_space, 0);
    if (!last) return Failure{noticeOf(last.fault())};
    if (!*last)
        return Failure{Notice{ExitCode::Pending, Text::tr("There is nothing to undo."),
                              replica.findSpace(m_space)->name,
                              Text::tr("Only what was written on this device can be undone.")}};
    auto plan = planUndo(*m_catalogue, ownLogNumber(replica, m_space), **last);
    if (!plan) return Failure{noticeOf(plan.fault())};
    Undone undone{std::move(plan->records), std::move(plan->left)};
    if (onlyLook || plan->operations.empty()) return undone;
    if (const auto sequence = commit(std::move(plan->operations)); !sequence) return Failure{sequence.fault()};
    return undone;
}

Outcome<Done> Records::join(const std::vector<std::vector<Dot>>& groups) {
    std::vector<std::vector<Operation>> changeSets;
    for (const std::vector<Dot>& group : groups) {
        std::vector<Operation> operations;
        const auto first = component(group.front());
        if (!first) return Failure{first.fault()};
        for (std::size_t i = 1; i < group.size(); ++i) {
            const auto other = component(group[i]);
            if (!other) return Failure{other.fault()};
            for (Operation& operation : joinOperations(*first, *other))
                operations.push_back(std::move(operation));
        }
        if (!operations.empty()) changeSets.push_back(std::move(operations));
    }
    if (auto done = commitBatch(std::move(changeSets)); !done) return done;
    if (const auto indexed = m_catalogue->index(); !indexed) return Failure{noticeOf(indexed.fault())};
    return Done{};
}

} // namespace puente
