#include "client/core/readiness.h"

#include "client/core/approvals.h"
#include "client/core/devices.h"
#include "client/core/due.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/domain/calendar.h"
#include "client/domain/day_text.h"
#include "client/domain/fold.h"
#include "client/domain/follow_up/record_scan.h"
#include "client/domain/value_text.h"

#include <algorithm>
#include <map>

namespace puente {

namespace {

constexpr std::size_t kNameWidth = 44;

std::vector<ReadinessFacts::Member> membersFrom(const Roster& roster, const std::vector<DeviceView>& devices) {
    std::vector<ReadinessFacts::Member> members;
    for (const Roster::Organization& office : roster.organizations) {
        if (!office.role) continue;
        ReadinessFacts::Member member{.name = office.name, .isOwn = office.isOwn};
        for (const DeviceView& device : devices)
            if (device.organization == office.id && device.newestChange)
                member.dataAsOf = std::max(member.dataAsOf, std::optional(dayOf(*device.newestChange)));
        members.push_back(std::move(member));
    }
    return members;
}

/// What was signed, by the records that hold it.
using Signatures = std::map<Dot, std::vector<ApprovalStatement>>;

Outcome<Signatures> signaturesIn(Records& records, Day day) {
    std::vector<Dot> plans;
    const auto done = scan(records.catalogue(), records.space(), "plan",
                           [&](const RecordReader& plan) { plans.push_back(plan.id()); });
    if (!done) return Failure{noticeOf(done.fault())};
    Signatures signatures;
    for (const Dot& plan : plans) {
        const auto found = signaturesOn(records, plan, day);
        if (!found) return Failure{found.fault()};
        for (const ApprovalFound& approval : *found)
            signatures[approval.record].push_back(approval.checked->statement);
    }
    return signatures;
}

/// An approval that still names whom its statement names: its fields are for people, and anybody can write them.
bool isSigned(const Signatures& signatures, const RecordReader& approval) {
    const auto found = signatures.find(approval.id());
    if (found == signatures.end()) return false;
    return std::any_of(found->second.begin(), found->second.end(), [&](const ApprovalStatement& statement) {
        return fold(statement.organization) == fold(approval.text("organization")) &&
               statement.country == approval.symbol("country");
    });
}

std::string ratio(std::size_t part, std::size_t whole) {
    return whole == 0 ? "-" : Text::tr("%1 of %2").arg(part).arg(whole).str();
}

} // namespace

Outcome<ReadinessBoard> readiness(Records& records, const Dot& meeting, Day day, std::optional<std::size_t> cases) {
    const Roster roster = rosterOf(records.workspace(), records.space());
    const auto devices = devicesOf(records.workspace(), records.space(), true);
    if (!devices) return Failure{devices.fault()};
    const auto conflicts = records.inConflict();
    if (!conflicts) return Failure{conflicts.fault()};
    const auto signatures = signaturesIn(records, day);
    if (!signatures) return Failure{signatures.fault()};
    const ReadinessFacts facts{
        .members = membersFrom(roster, *devices),
        .conflicts = conflicts->size(),
        .cases = cases,
        .isSigned = [&](const RecordReader& approval) { return isSigned(*signatures, approval); }};
    auto board = readinessOf(records.catalogue(), records.space(), records.deadlines(), meeting, day, facts);
    if (!board) return Failure{noticeOf(board.fault())};
    return std::move(*board);
}

Sheet boardSheet(const ReadinessBoard& board) {
    Sheet sheet{.name = "organizations",
                .title = Text::tr("Organisations"),
                .columns = {{"name", Text::tr("ORGANISATION"), kNameWidth},
                            {"country", Text::tr("COUNTRY")},
                            {"member", ""},
                            {"data_as_of", Text::tr("DATA AS OF")},
                            {"reports_received", Text::tr("REPORTS")},
                            {"reports_due", ""},
                            {"answers_missing", Text::tr("ANSWERS MISSING")},
                            {"signatures_missing", Text::tr("SIGNATURES MISSING")}}};
    for (const ReadinessRow& row : board.rows) {
        const std::string none = row.isMember ? Text::tr("nothing yet") : Text::tr("not in this space");
        sheet.rows.push_back(
            {row.name, row.country, Cell::truth(row.isMember), row.dataAsOf ? Cell::day(row.dataAsOf) : Cell("", none),
             Cell::number(static_cast<std::int64_t>(row.reportsReceived), ratio(row.reportsReceived, row.reportsDue)),
             Cell::number(row.reportsDue), Cell::number(row.answersMissing), joined(row.signaturesMissing, "; ")});
    }
    return sheet;
}

std::vector<std::string> boardRemarks(const ReadinessBoard& board) {
    std::vector<std::string> lines;
    if (board.quarter)
        lines.push_back(Text::tr("Reports of the quarter %1 received: %2")
                            .arg(quarterText(*board.quarter))
                            .arg(ratio(board.reportsReceived, board.reportsDue)));
    lines.push_back(Text::tr("Open duties that fall to no organisation on record: %1").arg(board.unassignedDuties));
    lines.push_back(Text::tr("Proposals that nobody was asked to answer: %1").arg(board.proposalsWithoutResponse));
    lines.push_back(Text::tr("Conflicts that wait for a decision: %1").arg(board.conflicts));
    if (board.cases) lines.push_back(Text::tr("Complaints: %1").arg(*board.cases));
    if (board.casesAreFew) lines.push_back(Text::tr("Complaints: fewer than %1").arg(kCaseCountMin));
    return lines;
}

std::string boardText(const Records& records, const Dot& meeting, const ReadinessBoard& board) {
    std::string text =
        Text::tr("Readiness for the meeting: %1").arg(records.names().titleOf(meeting, language())) + "\n";
    text += Text::tr("As of %1").arg(formatDay(board.day)) + "\n\n" + plainText(boardSheet(board)) + "\n";
    for (const std::string& line : boardRemarks(board))
        text += line + "\n";
    return text;
}

} // namespace puente
