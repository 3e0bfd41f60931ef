#include "client/core/handover_sheets.h"

#include "client/core/directory.h"
#include "client/core/due_sheet.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/domain/calendar.h"
#include "client/domain/day_text.h"
#include "client/domain/follow_up/record_scan.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace puente {

namespace {

/// True when a record, or what it is a part of, says that it is kept restricted.
bool isRestricted(const Catalogue& catalogue, const Dot& record) {
    bool restricted = false;
    std::vector<Dot> wholes;
    (void)readOne(catalogue, record, [&](const RecordReader& reader) {
        restricted = reader.symbol("visibility") == "restricted";
        for (const char* field : {"agreement", "proposal", "plan"})
            if (const auto whole = target(catalogue, reader, field)) wholes.push_back(*whole);
    });
    return restricted ||
           std::any_of(wholes.begin(), wholes.end(), [&](const Dot& whole) { return isRestricted(catalogue, whole); });
}

std::vector<DueItem> those(const std::vector<DueItem>& items, bool (*takes)(const DueItem&)) {
    std::vector<DueItem> taken;
    std::copy_if(items.begin(), items.end(), std::back_inserter(taken), takes);
    return taken;
}

using Made = Result<Sheet, ReplicaFault>;

Made proposalsSheet(const Records& records) {
    const Catalogue& catalogue = records.catalogue();
    Sheet sheet{
        .name = "proposals",
        .title = Text::tr("Proposals without an answer"),
        .columns = {{"reference", Text::tr("REFERENCE")}, {"title", Text::tr("TITLE")}, {"asked", Text::tr("ASKED")}}};
    std::set<Dot> answered;
    std::map<Dot, std::string> asked;
    auto done = scan(catalogue, records.space(), "proposal_response", [&](const RecordReader& response) {
        const auto proposal = target(catalogue, response, "proposal");
        if (!proposal) return;
        if (response.value("answer")) answered.insert(*proposal);
        std::string& who = asked[*proposal];
        who += (who.empty() ? "" : "; ") + response.text("organization");
    });
    if (!done) return Failure{done.fault()};
    done = scan(catalogue, records.space(), "agreement", [&](const RecordReader& agreement) {
        const Dot id = agreement.id();
        if (agreement.symbol("kind") != "proposal" || agreement.isClosedBy("status") || answered.contains(id)) return;
        if (!isRestricted(catalogue, id))
            sheet.rows.push_back({agreement.text("reference"), titleIn(agreement, language()), asked[id]});
    });
    if (!done) return Failure{done.fault()};
    return sheet;
}

/// The plan of the year and those to come, with every government's word on it.
Made plansSheet(const Records& records, Day day) {
    const Catalogue& catalogue = records.catalogue();
    Sheet sheet{.name = "plan_signatures",
                .title = Text::tr("Plans and who signed them"),
                .columns = {{"plan", Text::tr("PLAN")},
                            {"year", Text::tr("YEAR")},
                            {"organization", Text::tr("ORGANISATION")},
                            {"decision", Text::tr("DECISION")},
                            {"reservation", Text::tr("RESERVATION")},
                            {"decided", Text::tr("DAY")}}};
    std::map<Dot, std::vector<std::vector<Cell>>> approvals;
    auto done = scan(catalogue, records.space(), "approval", [&](const RecordReader& approval) {
        const auto plan = target(catalogue, approval, "plan");
        const std::string decision(approval.symbol("decision"));
        if (plan)
            approvals[*plan].push_back({approval.text("organization"),
                                        {decision, labelOf("approval", "decision", decision)},
                                        approval.text("reservation"),
                                        Cell::day(approval.day("decided"))});
    });
    if (!done) return Failure{done.fault()};
    done = scan(catalogue, records.space(), "plan", [&](const RecordReader& plan) {
        const std::int64_t year = plan.number("year").value_or(0);
        if (year < yearOf(day) || isRestricted(catalogue, plan.id())) return;
        std::vector<std::vector<Cell>> words = approvals[plan.id()];
        if (words.empty()) words.push_back({Cell("", Text::tr("nobody yet").str()), {}, {}, {}});
        for (const std::vector<Cell>& word : words) {
            std::vector<Cell> row{plan.text("title"), Cell::number(year, std::to_string(year))};
            row.insert(row.end(), word.begin(), word.end());
            sheet.rows.push_back(std::move(row));
        }
    });
    if (!done) return Failure{done.fault()};
    return sheet;
}

Made meetingsSheet(const Records& records, Day day) {
    Sheet sheet{.name = "meetings",
                .title = Text::tr("Next meetings"),
                .columns = {{"start", Text::tr("BEGINS")}, {"name", ""}, {"title", Text::tr("MEETING")}}};
    const auto done = scan(records.catalogue(), records.space(), "meeting", [&](const RecordReader& meeting) {
        const auto start = meeting.day("start");
        if (start && *start >= day && !isRestricted(records.catalogue(), meeting.id()))
            sheet.rows.push_back({Cell::day(start), records.names().nameOf(meeting.id()),
                                  records.names().titleOf(meeting.id(), language())});
    });
    if (!done) return Failure{done.fault()};
    std::stable_sort(sheet.rows.begin(), sheet.rows.end(),
                     [](const auto& a, const auto& b) { return a.front().display < b.front().display; });
    return sheet;
}

} // namespace

Outcome<std::vector<PackTable>> handoverTables(const Records& records, Day day) {
    const Catalogue& catalogue = records.catalogue();
    auto due = listDue(catalogue, records.space(), records.deadlines(), {.today = day, .language = language()});
    if (!due) return Failure{noticeOf(due.fault())};
    std::erase_if(*due, [&](const DueItem& item) { return isRestricted(catalogue, item.record); });
    std::vector<DueItem> commitments = those(*due, [](const DueItem& item) { return item.type->name == "commitment"; });
    std::stable_sort(commitments.begin(), commitments.end(),
                     [](const DueItem& a, const DueItem& b) { return a.country < b.country; });
    const auto overdue = those(*due, [](const DueItem& item) { return item.light == Light::Overdue; });
    const auto agreements = those(*due, [](const DueItem& item) { return item.type->name == "agreement"; });

    std::vector<PackTable> tables{
        {Text::tr("1_open_agreements"), dueSheet(records, "agreements", Text::tr("Open agreements"), agreements)},
        {Text::tr("2_overdue"), dueSheet(records, "overdue", Text::tr("Overdue"), overdue)},
        {Text::tr("3_commitments_by_country"),
         dueSheet(records, "commitments", Text::tr("Open commitments by country"), commitments)}};
    const std::vector<std::pair<std::string, Made>> made{
        {Text::tr("4_proposals_without_answer"), proposalsSheet(records)},
        {Text::tr("5_plan_and_signatures"), plansSheet(records, day)},
        {Text::tr("6_next_meetings"), meetingsSheet(records, day)}};
    for (const auto& [file, sheet] : made) {
        if (!sheet) return Failure{noticeOf(sheet.fault())};
        tables.push_back({file, *sheet});
    }
    const auto directory = directoryOf(catalogue, records.space(), {.day = day, .language = language()});
    if (!directory) return Failure{noticeOf(directory.fault())};
    std::vector<Sheet> contacts = directorySheets(*directory);
    for (Sheet& sheet : contacts) {
        if (sheet.name == "focal_points")
            tables.push_back({Text::tr("7_contacts"), std::move(sheet)});
        else if (sheet.name == "terms")
            tables.push_back({Text::tr("8_offices_and_terms"), std::move(sheet)});
        else if (sheet.name == "national_spaces")
            tables.push_back({Text::tr("9_national_spaces"), std::move(sheet)});
    }
    return tables;
}

} // namespace puente
