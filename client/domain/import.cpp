#include "client/domain/import.h"

#include "client/domain/edit.h"
#include "client/domain/fold.h"
#include "client/domain/meeting_match.h"

#include <algorithm>
#include <map>

namespace puente {

namespace {

constexpr std::size_t kRowTextMax = 128 * 1024; // leaves a change set room for all else
constexpr std::size_t kNoteTextMax = 80;
static_assert(kRowTextMax < kChangeSetSizeMax);

/// The values that one row gives one field.
struct FieldInput {
    const Field* field = nullptr;
    std::string column;
    std::vector<Value> values;
};

struct RowInput {
    std::string handle;
    std::vector<FieldInput> fields;

    const FieldInput* find(std::string_view name) const {
        const auto found = std::find_if(fields.begin(), fields.end(),
                                        [&](const FieldInput& input) { return input.field->name == name; });
        return found == fields.end() ? nullptr : &*found;
    }
};

/// Turns rows into reports and change sets, one after the other.
class Planner {
public:
    Planner(const ImportTable& table, const Catalogue& catalogue, const SpaceId& space, const RecordType& type,
            Language language)
        : m_table(table), m_catalogue(catalogue), m_space(space), m_type(type), m_language(language),
          m_names(catalogue, space), m_meetings(catalogue, space), m_uses(columnUses(type, table.header)),
          m_ownLog(ownLogNumber(catalogue.replica(), space)) {}

    Result<ImportPlan, ImportFault> plan() {
        if (auto missing = missingKeyColumns(m_type, m_uses); !missing.empty())
            return Failure{ImportFault{ImportFault::Kind::MissingColumns, std::move(missing)}};
        m_plan.type = &m_type;
        m_plan.columnCount = m_table.header.size();
        noteColumns();
        for (const CsvRow& row : m_table.rows)
            if (const auto planned = planRow(row); !planned)
                return Failure{ImportFault{ImportFault::Kind::Storage, {}, planned.fault()}};
        addBrokenRows();
        return std::move(m_plan);
    }

private:
    void noteColumns();
    void addBrokenRows();
    Result<Done, ReplicaFault> planRow(const CsvRow& row);
    RowInput readRow(const CsvRow& row, RowReport& report) const;
    Language languageOf(const CsvRow& row) const;
    void readCell(const Field& field, const std::string& head, const std::string& cell, const CsvRow& row,
                  RowInput& input, RowReport& report) const;
    std::optional<Value> readOne(const Field& field, const std::string& head, std::string_view text, const CsvRow& row,
                                 RowReport& report) const;
    std::string_view cellOf(std::string_view fieldName, const CsvRow& row) const;
    std::string keyOf(const RowInput& input) const;
    bool refuse(const CsvRow& row, const RowInput& input, RowReport& report);
    Result<std::vector<Dot>, ReplicaFault> matching(const RowInput& input, const std::string& key) const;
    Result<Done, ReplicaFault> change(const RowInput& input, const std::vector<Dot>& found, RowReport& report);
    void keep(const Edit& edit);

    const ImportTable& m_table;
    const Catalogue& m_catalogue;
    SpaceId m_space;
    const RecordType& m_type;
    Language m_language;
    CatalogueNames m_names;
    MeetingMatch m_meetings;
    std::vector<ColumnUse> m_uses;
    std::uint32_t m_ownLog;
    std::map<std::string, std::size_t> m_lineOfKey;
    ImportPlan m_plan;
};

void Planner::noteColumns() {
    for (std::size_t i = 0; i < m_uses.size(); ++i) {
        if (m_uses[i].kind == ColumnUse::Kind::Ignored) m_plan.ignoredColumns.push_back(m_table.header[i]);
        if (m_uses[i].kind == ColumnUse::Kind::Repeated) m_plan.repeatedColumns.push_back(m_table.header[i]);
    }
}

void Planner::addBrokenRows() {
    for (const CsvBrokenRow& row : m_table.broken) {
        RowReport report{row.line, RowOutcome::Skipped, {}};
        report.problem = RowProblem::Broken;
        report.broken = row.problem;
        report.count = row.cellCount;
        m_plan.rows.push_back(std::move(report));
    }
    // Reports go by line; change sets keep pointing at their rows.
    std::vector<std::size_t> order(m_plan.rows.size()), place(order.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return m_plan.rows[a].line < m_plan.rows[b].line; });
    std::vector<RowReport> sorted;
    for (std::size_t i = 0; i < order.size(); ++i) {
        place[order[i]] = i;
        sorted.push_back(std::move(m_plan.rows[order[i]]));
    }
    m_plan.rows = std::move(sorted);
    for (std::size_t& row : m_plan.rowOfChangeSet)
        row = place[row];
}

Result<Done, ReplicaFault> Planner::planRow(const CsvRow& row) {
    RowReport report{row.line, RowOutcome::Skipped, {}};
    const RowInput input = readRow(row, report);
    if (!refuse(row, input, report)) {
        const auto found = matching(input, report.key);
        if (!found) return Failure{found.fault()};
        if (const auto changed = change(input, *found, report); !changed) return changed;
    }
    m_plan.rows.push_back(std::move(report));
    return Done{};
}

std::string_view Planner::cellOf(std::string_view fieldName, const CsvRow& row) const {
    for (std::size_t i = 0; i < m_uses.size(); ++i)
        if (m_uses[i].kind == ColumnUse::Kind::Field && m_uses[i].field->name == fieldName) return row.cells[i];
    return {};
}

Language Planner::languageOf(const CsvRow& row) const {
    const Field* field = m_type.field("language");
    const Enumerator* said = field ? findEnumerator(*field, cellOf("language", row)) : nullptr;
    if (!said) return m_language;
    return said->name == "en" ? Language::English : Language::Spanish;
}

RowInput Planner::readRow(const CsvRow& row, RowReport& report) const {
    RowInput input;
    for (std::size_t i = 0; i < m_uses.size(); ++i) {
        const ColumnUse& use = m_uses[i];
        if (use.kind == ColumnUse::Kind::Handle) input.handle = trimmed(row.cells[i]);
        const Field* field = use.kind == ColumnUse::Kind::Field ? use.field : nullptr;
        if (use.kind == ColumnUse::Kind::Translated) field = m_type.field(use.base, languageOf(row));
        if (field) readCell(*field, m_table.header[i], row.cells[i], row, input, report);
    }
    return input;
}

void Planner::readCell(const Field& field, const std::string& head, const std::string& cell, const CsvRow& row,
                       RowInput& input, RowReport& report) const {
    FieldInput read{&field, head, {}};
    const std::vector<std::string> texts = field.isSet ? splitElements(cell) : std::vector<std::string>{cell};
    for (const std::string& text : texts)
        if (auto value = readOne(field, head, text, row, report)) read.values.push_back(std::move(*value));
    const bool given = std::any_of(input.fields.begin(), input.fields.end(),
                                   [&](const FieldInput& other) { return other.field == &field; });
    if (!read.values.empty() && !given) input.fields.push_back(std::move(read));
}

std::optional<Value> Planner::readOne(const Field& field, const std::string& head, std::string_view text,
                                      const CsvRow& row, RowReport& report) const {
    ReadValue read = readValue(field, text, m_names);
    const bool namesMeeting = field.kind == FieldKind::Reference && field.name == "meeting";
    if (read.keptAsText() && namesMeeting)
        if (const auto meeting = m_meetings.find(text, cellOf("meeting_date", row))) return Reference{*meeting};
    if (read.keptAsText() || read.reading == Reading::NotUtf8)
        report.notes.push_back({head, std::string(clipped(text, kNoteTextMax)), read.reading});
    return std::move(read.value);
}

std::string Planner::keyOf(const RowInput& input) const {
    std::string key;
    bool isEmpty = true;
    for (const std::string& name : m_type.naturalKey) {
        std::string part;
        if (const FieldInput* given = input.find(name)) {
            const Reference* reference = std::get_if<Reference>(&given->values.front());
            part = reference ? m_catalogue.keyText(reference->record)
                             : machineText(given->field, given->values.front(), m_names);
        }
        isEmpty = isEmpty && part.empty();
        if (&name != &m_type.naturalKey.front()) key.push_back(kKeyDivider);
        key += escapedKeyPart(part);
    }
    return isEmpty ? std::string() : key;
}

/// Says in `report` what is wrong with a row that cannot be imported whatever is there already.
bool Planner::refuse(const CsvRow& row, const RowInput& input, RowReport& report) {
    const auto because = [&](RowProblem problem) {
        report.problem = problem;
        return true;
    };
    report.key = keyOf(input);
    if (report.key.empty()) return because(RowProblem::NoKey);
    for (const Field& field : m_type.fields)
        if (field.required && !input.find(field.name)) {
            report.column = field.name;
            return because(RowProblem::NoRequired);
        }
    std::size_t size = 0;
    for (const std::string& cell : row.cells)
        size += cell.size();
    if (size > kRowTextMax) return because(RowProblem::TooLarge);
    const auto [earlier, isNew] = m_lineOfKey.emplace(fold(report.key), row.line);
    if (isNew) return false;
    report.count = earlier->second;
    return because(RowProblem::RepeatedInFile);
}

Result<std::vector<Dot>, ReplicaFault> Planner::matching(const RowInput& input, const std::string& key) const {
    if (!input.handle.empty()) {
        const auto found = m_catalogue.replica().findByHandle(input.handle, 2);
        if (!found) return Failure{found.fault()};
        const bool one = found->size() == 1 && m_catalogue.replica().spaceOf(found->front()) == m_space;
        const auto record = one ? m_catalogue.component(found->front()) : std::optional<Component>();
        if (!record) return Failure{record.fault()};
        if (record->has_value() && (*record)->type() == Symbol{m_type.number}) return std::vector{(*record)->id()};
    }
    return m_catalogue.findByKey(m_space, m_type, key);
}

void apply(const FieldInput& input, Edit& edit) {
    if (input.field->isSet)
        edit.setElements(input.field->number, input.values);
    else
        edit.set(input.field->number, input.values.front());
}

Result<Done, ReplicaFault> Planner::change(const RowInput& input, const std::vector<Dot>& found, RowReport& report) {
    if (found.size() > 1) {
        report.problem = RowProblem::SeveralRecords;
        return Done{};
    }
    if (found.empty()) {
        Edit edit = Edit::create(m_type, m_ownLog);
        for (const FieldInput& field : input.fields)
            apply(field, edit);
        report.outcome = RowOutcome::Created;
        keep(edit);
        return Done{};
    }
    const auto record = m_catalogue.component(found.front());
    if (!record) return Failure{record.fault()};
    expects(record->has_value());
    Edit edit = Edit::of(**record);
    for (const FieldInput& field : input.fields) {
        if (!field.field->isSet && (*record)->isInConflict(field.field->number))
            report.notes.push_back({field.column, {}, Reading::Understood, true});
        else
            apply(field, edit);
    }
    report.record = (*record)->id();
    report.outcome = edit.isEmpty() ? RowOutcome::Unchanged : RowOutcome::Updated;
    if (!edit.isEmpty()) keep(edit);
    return Done{};
}

void Planner::keep(const Edit& edit) {
    m_plan.changeSets.push_back(edit.operations());
    m_plan.rowOfChangeSet.push_back(m_plan.rows.size()); // planRow() appends the report next
}

} // namespace

ImportCounts ImportPlan::counts() const {
    ImportCounts counts;
    for (const RowReport& row : rows) {
        switch (row.outcome) {
        case RowOutcome::Created: ++counts.created; break;
        case RowOutcome::Updated: ++counts.updated; break;
        case RowOutcome::Unchanged: ++counts.unchanged; break;
        case RowOutcome::Skipped: ++counts.skipped; break;
        }
        if (row.outcome != RowOutcome::Skipped)
            counts.keptAsText += static_cast<std::size_t>(std::count_if(
                row.notes.begin(), row.notes.end(), [](const CellNote& note) { return !note.isInConflict; }));
    }
    return counts;
}

Result<ImportPlan, ImportFault> planImport(const ImportTable& table, const Catalogue& catalogue, const SpaceId& space,
                                           const RecordType& type, Language language) {
    return Planner(table, catalogue, space, type, language).plan();
}

Result<Done, ReplicaFault> carryOut(ImportPlan& plan, Replica& replica, const SpaceId& space, std::string_view person) {
    if (plan.changeSets.empty()) return Done{};
    const std::uint32_t ownLog = ownLogNumber(replica, space);
    const auto sequences =
        replica.commitAll(space, person, Schema::builtIn().version(), std::exchange(plan.changeSets, {}));
    if (!sequences) return Failure{sequences.fault()};
    for (std::size_t i = 0; i < sequences->size(); ++i)
        if (RowReport& row = plan.rows[plan.rowOfChangeSet[i]]; row.outcome == RowOutcome::Created)
            row.record = Dot{ownLog, (*sequences)[i], 0};
    return Done{};
}

} // namespace puente
