#include "client/core/quarter_report.h"

#include "client/core/act.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/core/updates.h"
#include "client/core/voices.h"
#include "client/domain/value_text.h"

#include <algorithm>
#include <map>
#include <set>

namespace puente {

namespace {

using RowOutcome = ReportRowResult::Outcome;

/// Takes the rows of one report into an act.
class Taker {
public:
    Taker(Records& records, const ReportScope& scope, const Organizations& organizations, const Reports& reports,
          const std::vector<OfficeDuty>& duties)
        : m_records(records), m_scope(scope), m_organizations(organizations), m_reports(reports), m_act(records) {
        for (const OfficeDuty& duty : duties)
            m_duties.emplace(duty.duty.record, duty);
    }

    ReportRowResult take(const ReportRow& row) {
        ReportRowResult result{row.line, row.reference};
        if (row.isEmpty()) return result;
        const std::size_t before = m_act.size();
        const auto done = enter(row);
        if (!done) {
            result.outcome = RowOutcome::Refused;
            result.message = done.fault().what + (done.fault().whatToDo.empty() ? "" : " " + done.fault().whatToDo);
            return result;
        }
        result.outcome = m_act.size() == before ? RowOutcome::Unchanged : RowOutcome::Changed;
        return result;
    }
    Outcome<Done> commit() {
        if (const auto done = m_act.commit(); !done) return Failure{done.fault()};
        return Done{};
    }

private:
    Outcome<const OfficeDuty*> dutyOf(const ReportRow& row);
    Outcome<Done> enter(const ReportRow& row);
    Outcome<std::optional<Value>> valueOf(const OfficeDuty& duty, std::string_view field,
                                          const std::string& text) const;

    Records& m_records;
    const ReportScope& m_scope;
    const Organizations& m_organizations;
    const Reports& m_reports;
    Act m_act;
    std::map<Dot, OfficeDuty> m_duties;
    std::set<Dot> m_taken;
};

Outcome<const OfficeDuty*> Taker::dutyOf(const ReportRow& row) {
    const auto known = findRecord(m_records, row.reference, {"commitment", "agreement"});
    if (!known) return Failure{known.fault()};
    const auto duty = m_duties.find(known->id());
    if (duty == m_duties.end())
        return Failure{Notice{ExitCode::Refused,
                              Text::tr("“%1” does not fall to this office.").arg(row.reference),
                              {},
                              Text::tr("Leave the row out, or empty.")}};
    if (!m_taken.insert(known->id()).second)
        return Failure{Notice{ExitCode::DataInvalid,
                              Text::tr("“%1” stands in the table twice.").arg(row.reference),
                              {},
                              Text::tr("Keep one of the rows.")}};
    return &duty->second;
}

Outcome<std::optional<Value>> Taker::valueOf(const OfficeDuty& duty, std::string_view field,
                                             const std::string& text) const {
    if (text.empty()) return std::optional<Value>{};
    std::vector<std::string> remarks;
    auto value = valueFrom(m_records, *duty.duty.type, field, text, remarks);
    if (!value) return Failure{value.fault()};
    return std::optional(std::move(*value));
}

Outcome<Done> Taker::enter(const ReportRow& row) {
    const auto duty = dutyOf(row);
    if (!duty) return Failure{duty.fault()};
    const OfficeDuty& known = **duty;
    const auto status = valueOf(known, "status", row.status);
    if (!status) return Failure{status.fault()};
    const auto progress = valueOf(known, "progress", row.progress);
    if (!progress) return Failure{progress.fault()};

    Act::Values fields;
    if (*status && !known.field.empty()) {
        if (auto notice = silenced(m_records, *known.duty.type, known.field, known.duty.country(), {}))
            return Failure{std::move(*notice)};
        fields.emplace_back(known.field, **status);
        if (known.field == "assessment" && !row.text.empty()) fields.emplace_back("assessment_reason", Value(row.text));
    }
    if (*progress && known.field == "status") fields.emplace_back("progress", **progress);
    if (auto done = m_act.change(known.duty.record, fields); !done) return done;
    UpdateEntry entry{
        .subject = known.duty.record, .quarter = m_scope.quarter, .text = row.text, .evidence = row.evidence};
    if (*status) entry.status = known.duty.type->field("status")->enumerator(std::get<Symbol>(**status).number)->name;
    if (*progress) entry.progress = std::get<std::int64_t>(**progress);
    const auto update = enterUpdate(m_act, m_records, m_reports, m_organizations, entry);
    if (!update) return Failure{update.fault()};
    return Done{};
}

} // namespace

std::string_view wordOf(RowOutcome outcome) {
    switch (outcome) {
    case RowOutcome::Changed: return "changed";
    case RowOutcome::Unchanged: return "unchanged";
    case RowOutcome::Empty: return "empty";
    case RowOutcome::Refused: return "refused";
    }
    return {};
}

std::size_t ReportResult::count(RowOutcome outcome) const {
    return static_cast<std::size_t>(
        std::count_if(rows.begin(), rows.end(), [&](const ReportRowResult& row) { return row.outcome == outcome; }));
}

Outcome<OfficeProfile> reporterFor(const Records& records, const std::string& country,
                                   const std::string& organization) {
    const OfficeProfile own = ownProfile(records.workspace());
    if (!organization.empty()) {
        const auto organizations = organizationsOf(records);
        if (!organizations) return Failure{organizations.fault()};
        OfficeProfile named =
            organizations->areSame(organization, own.name) ? own : organizations->profileOf(organization);
        if (!named.kind.empty()) return named;
        return Failure{Notice{ExitCode::Pending,
                              Text::tr("There is no organisation “%1” of a known kind.").arg(organization),
                              {},
                              Text::tr("“puente list organization” shows those there are.")}};
    }
    if (country.empty()) return own;
    std::vector<std::string> remarks;
    const RecordType& type = typeNamed(records, "commitment");
    const auto value = valueFrom(records, type, "country", country, remarks);
    if (!value) return Failure{value.fault()};
    const std::string code = machineText(type.field("country"), *value, records.names());
    const bool isSide = own.kind == "government" || own.kind == "civil_society";
    return OfficeProfile{code == own.country ? own.name : std::string(), isSide ? own.kind : "government", code};
}

Outcome<std::vector<OfficeDuty>> dutiesFor(const Records& records, const ReportScope& scope, bool onlyUnreported) {
    const auto organizations = organizationsOf(records);
    if (!organizations) return Failure{organizations.fault()};
    auto duties = listDuties(records.catalogue(), records.space(), records.deadlines(), *organizations, scope.office);
    if (!duties) return Failure{noticeOf(duties.fault())};
    const auto reports = Reports::read(records.catalogue(), records.space(), *organizations);
    if (!reports) return Failure{noticeOf(reports.fault())};
    const std::string& own = records.workspace().office().organization;
    duties->erase(std::remove_if(duties->begin(), duties->end(),
                                 [&](const OfficeDuty& duty) {
                                     return duty.isClosed() ||
                                            (onlyUnreported && reports->findOwn(duty.duty.record, scope.quarter, own));
                                 }),
                  duties->end());
    return std::move(*duties);
}

Outcome<ReportResult> takeReport(Records& records, const ReportScope& scope, const std::vector<ReportRow>& rows,
                                 std::vector<ReportRowResult> broken, bool dryRun) {
    const auto organizations = organizationsOf(records);
    if (!organizations) return Failure{organizations.fault()};
    const auto duties =
        listDuties(records.catalogue(), records.space(), records.deadlines(), *organizations, scope.office);
    if (!duties) return Failure{noticeOf(duties.fault())};
    const auto reports = Reports::read(records.catalogue(), records.space(), *organizations);
    if (!reports) return Failure{noticeOf(reports.fault())};
    Taker taker(records, scope, *organizations, *reports, *duties);
    ReportResult result{std::move(broken)};
    for (const ReportRow& row : rows)
        result.rows.push_back(taker.take(row));
    std::stable_sort(result.rows.begin(), result.rows.end(),
                     [](const ReportRowResult& a, const ReportRowResult& b) { return a.line < b.line; });
    if (dryRun || result.count(RowOutcome::Refused) > 0) return result;
    if (auto done = taker.commit(); !done) return Failure{done.fault()};
    result.isWritten = result.count(RowOutcome::Changed) > 0;
    return result;
}

} // namespace puente
