#include "client/cli/commands/plan_options.h"

#include "client/cli/commands/commands.h"
#include "client/cli/day_option.h"
#include "client/cli/json_writer.h"
#include "client/core/approvals.h"
#include "client/core/platform/files.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/domain/day_text.h"
#include "client/domain/fold.h"
#include "client/domain/follow_up/line_diff.h"

namespace puente {

namespace {

constexpr std::size_t kNameWidth = 44;

using State = GovernmentStatus::State;

/// A shape and a word, so that it is told without colours.
std::string stateText(State state) {
    switch (state) {
    case State::Approved: return "● " + Text::tr("signed");
    case State::WithReservation: return "◐ " + Text::tr("signed with a reservation");
    case State::Rejected: return "✕ " + Text::tr("rejected it");
    case State::Missing: return "○ " + Text::tr("has not signed");
    case State::ChangedSince: return "△ " + Text::tr("changed since");
    case State::Contested: break;
    }
    return "! " + Text::tr("signed twice, differently");
}

std::string countryOf(const GovernmentStatus& status) {
    if (!status.government.countries.empty()) return status.government.countries.front();
    return status.approval ? status.approval->checked->statement.country : std::string();
}

Outcome<ExitCode> freezeText(Invocation& invocation) {
    const auto asked = askedPlan(invocation);
    if (!asked) return Failure{asked.fault()};
    const auto frozen = Plans(*asked->records).freeze(asked->plan);
    if (!frozen) return Failure{frozen.fault()};
    Console& console = invocation.console;
    const std::string file = invocation.arguments.text("--out"), version = toHex(frozen->version.view());
    if (!file.empty())
        if (const auto written = platform::createFile(file, bytesOf(frozen->text), platform::Access::Everyone);
            !written)
            return Failure{noticeOf(written.fault(), file)};
    if (console.json()) {
        JsonWriter json;
        json.beginObject().member("version", version);
        file.empty() ? json.member("text", frozen->text) : json.member("file", file);
        console.data(json.endObject().takeLine());
    } else if (file.empty()) {
        console.data(frozen->text); // and nothing else: what is redirected into a file is the exact text
    }
    if (!file.empty()) console.say(Text::tr("Version (SHA-256): %1").arg(version));
    return ExitCode::Done;
}

std::vector<LineChange> changesSince(const GovernmentStatus& status, const FrozenPlan& current) {
    if (status.state != State::ChangedSince || status.approval->frozen.empty()) return {};
    return diffLines(status.approval->frozen, current.text);
}

void printChanges(Console& console, const GovernmentStatus& status, const FrozenPlan& current) {
    if (status.state != State::ChangedSince) return;
    const ApprovalStatement& statement = status.approval->checked->statement;
    console.line("");
    console.line(status.government.name + ": " +
                 Text::tr("%1 version %2 on %3. What changed since:")
                     .arg(decisionText(statement.decision))
                     .arg(shortVersion(statement.version))
                     .arg(formatDay(statement.date))
                     .str());
    if (status.approval->frozen.empty()) console.line("  " + Text::tr("The text that was signed is not here."));
    for (const std::vector<LineChange> changes = changesSince(status, current); const LineChange& change : changes)
        console.line((change.kind == LineChange::Kind::Removed ? "  - " : "  + ") + change.line);
}

void printVerdict(Console& console, const PlanStatus& status) {
    console.line("");
    if (status.governments.empty())
        console.line(Text::tr("No member of this space is a government in its directory: “puente add organization "
                              "name=… country=… kind=government”, with the name that “puente members” shows."));
    else if (status.isApproved())
        console.line(Text::tr("Approved: %1 signed, of %2 needed.").arg(status.approvals).arg(status.quorum));
    else
        console.line(Text::tr("Not approved yet: %1 signed, of %2 needed.").arg(status.approvals).arg(status.quorum));
}

void printText(Console& console, const Records& records, const PlanStanding& standing) {
    console.line(Text::tr("Version (SHA-256): %1").arg(toHex(standing.current.version.view())));
    std::vector<std::vector<std::string>> rows;
    for (const GovernmentStatus& status : standing.status.governments) {
        const bool isSaid = status.approval && status.state != State::Contested;
        rows.push_back({countryOf(status), shortened(status.government.name, kNameWidth), stateText(status.state),
                        isSaid ? formatDay(status.approval->checked->statement.date) : std::string(),
                        isSaid ? status.approval->checked->statement.remark : std::string()});
    }
    if (!rows.empty())
        console.table({Text::tr("COUNTRY"), Text::tr("GOVERNMENT"), Text::tr("STATE"), Text::tr("DATE"),
                       Text::tr("RESERVATION OR REASON")},
                      rows);
    for (const ApprovalFound& invalid : standing.status.invalid)
        console.line("✕ " + Text::tr("Does not count: the approval %1 of %2: %3.")
                                .arg(handleOf(invalid.record, records.workspace().replica().logs()).substr(0, 8))
                                .arg(invalid.organization)
                                .arg(textOf(*invalid.refusal))
                                .str());
    for (const GovernmentStatus& status : standing.status.governments)
        printChanges(console, status, standing.current);
    printVerdict(console, standing.status);
}

void writeGovernment(JsonWriter& json, const GovernmentStatus& status, const FrozenPlan& current) {
    json.beginObject()
        .member("organization", status.government.name)
        .member("key", toHex(status.government.id.view()))
        .member("country", countryOf(status))
        .member("state", wordOf(status.state));
    if (status.approval) {
        const ApprovalStatement& statement = status.approval->checked->statement;
        json.member("decision", wordOf(statement.decision))
            .member("remark", statement.remark)
            .member("date", formatDay(statement.date))
            .member("version", toHex(statement.version.view()));
    }
    json.key("changes").beginArray();
    for (const std::vector<LineChange> changes = changesSince(status, current); const LineChange& change : changes)
        json.beginObject()
            .member("change", change.kind == LineChange::Kind::Removed ? "removed" : "added")
            .member("line", change.line)
            .endObject();
    json.endArray().endObject();
}

void printJson(Console& console, const Records& records, const PlanStanding& standing) {
    JsonWriter json;
    json.beginObject()
        .member("version", toHex(standing.current.version.view()))
        .member("approved", standing.status.isApproved())
        .member("approvals", std::uint64_t{standing.status.approvals})
        .member("quorum", std::uint64_t{standing.status.quorum})
        .key("governments")
        .beginArray();
    for (const GovernmentStatus& status : standing.status.governments)
        writeGovernment(json, status, standing.current);
    json.endArray().key("invalid").beginArray();
    for (const ApprovalFound& invalid : standing.status.invalid)
        json.beginObject()
            .member("id", handleOf(invalid.record, records.workspace().replica().logs()))
            .member("organization", invalid.organization)
            .member("why", wordOf(*invalid.refusal))
            .endObject();
    console.data(json.endArray().endObject().takeLine());
}

Outcome<ExitCode> status(Invocation& invocation) {
    const auto asked = askedPlan(invocation);
    if (!asked) return Failure{asked.fault()};
    const auto standing = standingOf(*asked->records, asked->plan, asked->at);
    if (!standing) return Failure{standing.fault()};
    if (invocation.console.json())
        printJson(invocation.console, *asked->records, *standing);
    else
        printText(invocation.console, *asked->records, *standing);
    return standing->status.isApproved() ? ExitCode::Done : ExitCode::Pending;
}

Outcome<ExitCode> sign(Invocation& invocation, ApprovalDecision decision, const std::string& remark) {
    const auto asked = askedPlan(invocation);
    if (!asked) return Failure{asked.fault()};
    const auto statement = decideOn(*asked->records, asked->plan,
                                    {.decision = decision,
                                     .remark = remark,
                                     .version = invocation.arguments.text("--version-is"),
                                     .date = asked->at},
                                    PassphraseSource(invocation.options().passphraseFile));
    if (!statement) return Failure{statement.fault()};
    Console& console = invocation.console;
    if (console.json())
        console.data(JsonWriter()
                         .beginObject()
                         .member("decision", wordOf(statement->decision))
                         .member("version", toHex(statement->version.view()))
                         .member("date", formatDay(statement->date))
                         .endObject()
                         .takeLine());
    console.say(Text::tr("Signed: %1 %2 version %3 of “%4”.")
                    .arg(statement->organization)
                    .arg(decisionText(statement->decision))
                    .arg(shortVersion(statement->version))
                    .arg(statement->plan));
    return ExitCode::Done;
}

Outcome<ExitCode> approve(Invocation& invocation) {
    const std::string reservation = invocation.arguments.text("--reservation");
    if (invocation.arguments.has("--reservation") && trimmed(reservation).empty())
        return Failure{usageNotice(Text::tr("The reservation is empty."),
                                   Text::tr("Write it, or leave --reservation out."), "--reservation")};
    return sign(invocation, reservation.empty() ? ApprovalDecision::Approved : ApprovalDecision::WithReservation,
                reservation);
}

Outcome<ExitCode> reject(Invocation& invocation) {
    const std::string reason = invocation.arguments.text("--reason");
    if (trimmed(reason).empty())
        return Failure{
            usageNotice(Text::tr("A rejection needs its reason."), Text::tr("Add it: --reason TEXT."), "--reason")};
    return sign(invocation, ApprovalDecision::Rejected, reason);
}

} // namespace

std::vector<Command> planApprovalCommands() {
    const OptionSpec meant{"--version-is", Text::tr("HASH"),
                           Text::tr("Sign only if the plan's version begins like this.")};
    const OptionSpec date = dayOption("--at", Text::tr("The day of the decision; today unless said."));
    const OptionSpec asOf = dayOption("--at", Text::tr("As of this day instead of today."));
    return {
        {
            .path = "plan freeze",
            .summary = Text::tr("The exact text of a plan, and the hash that is its version."),
            .positionals = {planPositional()},
            .options = {{"--out", Text::tr("FILE"), Text::tr("The file to write; never over a file.")}, spaceOption()},
            .run = freezeText,
        },
        {
            .path = "plan status",
            .summary = Text::tr("Which governments have signed the plan as it is now, and what changed since."),
            .positionals = {planPositional()},
            .options = {asOf, spaceOption()},
            .run = status,
        },
        {
            .path = "plan approve",
            .summary = Text::tr("Sign the plan as it is now for this government."),
            .positionals = {planPositional()},
            .options = {{"--reservation", Text::tr("TEXT"), Text::tr("With a reservation, which is signed too.")},
                        meant,
                        date,
                        spaceOption()},
            .run = approve,
        },
        {
            .path = "plan reject",
            .summary = Text::tr("Reject the plan as it is now for this government, with a signed reason."),
            .positionals = {planPositional()},
            .options =
                {{"--reason", Text::tr("TEXT"), Text::tr("Why; it is signed too."), true}, meant, date, spaceOption()},
            .run = reject,
        },
        {
            .path = "plan export",
            .summary = Text::tr("Write the signed plan as a folder of files that anybody can check."),
            .positionals = {planPositional()},
            .options = {{"--out", Text::tr("FOLDER"), Text::tr("A new or empty folder."), true}, asOf, spaceOption()},
            .run = exportPlanFolder,
        },
    };
}

} // namespace puente
