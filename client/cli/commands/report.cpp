#include "client/cli/commands/commands.h"

#include "client/cli/json_writer.h"
#include "client/cli/quarter_option.h"
#include "client/cli/typed_line.h"
#include "client/core/platform/files.h"
#include "client/core/platform/process.h"
#include "client/core/quarter_report.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"

#include <iostream>

namespace puente {

namespace {

using RowOutcome = ReportRowResult::Outcome;

Outcome<ExitCode> prefill(Invocation& invocation, const Records& records, const ReportScope& scope) {
    const auto duties = dutiesFor(records, scope, false);
    if (!duties) return Failure{duties.fault()};
    const std::string file = invocation.arguments.text("--prefill");
    const CsvFlavour flavour = invocation.arguments.has("--excel") ? CsvFlavour::SpanishExcel : CsvFlavour::Standard;
    const std::string content = writeCsv(prefilled(records, *duties), flavour);
    const auto written = platform::createFile(file, bytesOf(content), platform::Access::Everyone);
    if (!written) return Failure{noticeOf(written.fault(), file)};
    if (invocation.console.json()) {
        JsonWriter json;
        json.beginObject().member("file", file).member("rows", std::uint64_t{duties->size()}).endObject();
        invocation.console.data(json.takeLine());
    }
    invocation.console.say(
        Text::tr("Rows to fill in: %1, in %2. Leave empty what has nothing new.").arg(duties->size()).arg(file));
    invocation.console.say(
        Text::tr("Then: puente report --quarter %1 --from %2").arg(quarterText(scope.quarter)).arg(file));
    return ExitCode::Done;
}

void printResult(Console& console, const ReportResult& result, bool dryRun) {
    for (const ReportRowResult& row : result.rows)
        if (row.outcome == RowOutcome::Refused)
            console.warn(Text::tr("Line %1: %2")
                             .arg(row.line)
                             .arg(row.reference.empty() ? row.message : row.reference + ": " + row.message));
        else if (row.outcome == RowOutcome::Changed)
            console.say(Text::tr("Line %1: %2")
                            .arg(row.line)
                            .arg(row.reference + ": " +
                                 (result.isWritten ? Text::tr("reported") : Text::tr("would be reported")).str()));
    console.say(Text::tr("Reported: %1. The same already: %2. Left empty: %3. Wrong: %4.")
                    .arg(result.count(RowOutcome::Changed))
                    .arg(result.count(RowOutcome::Unchanged))
                    .arg(result.count(RowOutcome::Empty))
                    .arg(result.count(RowOutcome::Refused)));
    if (dryRun)
        console.say(Text::tr("Nothing was written: this was a trial."));
    else if (result.count(RowOutcome::Refused) > 0)
        console.warn(Text::tr("Nothing was written. Put right the rows that are wrong and take the table again."));
}

Outcome<ExitCode> take(Invocation& invocation, Records& records, const ReportScope& scope) {
    std::vector<ReportRowResult> broken;
    const auto rows = readReport(invocation.arguments.text("--from"), broken);
    if (!rows) return Failure{rows.fault()};
    const bool dryRun = invocation.arguments.has("--dry-run");
    const auto result = takeReport(records, scope, *rows, std::move(broken), dryRun);
    if (!result) return Failure{result.fault()};
    printResult(invocation.console, *result, dryRun);
    if (invocation.console.json()) {
        JsonWriter json;
        json.beginObject()
            .member("quarter", formatQuarter(scope.quarter))
            .member("dry_run", dryRun)
            .member("written", result->isWritten)
            .key("rows")
            .beginArray();
        for (const ReportRowResult& row : result->rows)
            json.beginObject()
                .member("line", std::uint64_t{row.line})
                .member("reference", row.reference)
                .member("outcome", wordOf(row.outcome))
                .member("message", row.message)
                .endObject();
        invocation.console.data(json.endArray().endObject().takeLine());
    }
    return result->count(RowOutcome::Refused) > 0 ? ExitCode::DataInvalid : ExitCode::Done;
}

/// One line from the terminal; nothing when it is over.
std::optional<std::string> ask(Console& console, const std::string& question) {
    console.data(question + " ");
    std::cout.flush();
    auto typed = typedLine(console);
    return typed != "." ? typed : std::nullopt;
}

/// What somebody types about one duty; nothing when they leave.
std::optional<ReportRow> askAbout(Console& console, const Records& records, const OfficeDuty& duty) {
    ReportRow row{.reference = records.names().nameOf(duty.duty.record)};
    auto status = ask(
        console, Text::tr("Status (pending, in_progress, fulfilled, partly_fulfilled, not_fulfilled, superseded):"));
    if (!status) return std::nullopt;
    row.status = *status;
    if (row.status.empty()) return row;
    auto progress = ask(console, Text::tr("Progress in per cent:"));
    if (!progress) return std::nullopt;
    row.progress = *progress;
    auto text = ask(console, Text::tr("What was done:"));
    if (!text) return std::nullopt;
    row.text = *text;
    return row;
}

/// Asks about one duty after another; each is written when it is answered, so that one may leave and go on later.
Outcome<ExitCode> interview(Invocation& invocation, Records& records, const ReportScope& scope) {
    const auto duties = dutiesFor(records, scope, true);
    if (!duties) return Failure{duties.fault()};
    Console& console = invocation.console;
    if (duties->empty())
        console.say(Text::tr("Everything is reported for %1.").arg(quarterText(scope.quarter)));
    else
        console.say(Text::tr("To report for %1: %2. Enter skips; a point (.) leaves; what is answered stays.")
                        .arg(quarterText(scope.quarter))
                        .arg(duties->size()));
    const auto rows = prefilled(records, *duties);
    for (std::size_t at = 0; at < duties->size();) {
        const auto& cells = rows[at + 1];
        console.line(std::to_string(at + 1) + "/" + std::to_string(duties->size()) + "  " + cells[0],
                     "  " + cells[1] + "  " + cells[2] + "  " + cells[3]);
        const auto row = askAbout(console, records, (*duties)[at]);
        if (!row) break;
        const auto result = takeReport(records, scope, {*row}, {}, false);
        if (!result) return Failure{result.fault()};
        if (result->rows.front().outcome == RowOutcome::Refused)
            console.warn(result->rows.front().message); // and the same once more
        else
            ++at;
    }
    return ExitCode::Done;
}

Outcome<ExitCode> report(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments;
    const auto quarter = quarterFrom(arguments, {});
    if (!quarter) return Failure{quarter.fault()};
    if (arguments.has("--prefill") && arguments.has("--from"))
        return Failure{
            usageNotice(Text::tr("--prefill and --from do not go together."), Text::tr("Give only one of them."))};
    const bool isInterview = !arguments.has("--prefill") && !arguments.has("--from");
    if (isInterview && !platform::isTerminal(0))
        return Failure{usageNotice(Text::tr("There is no terminal on which to ask."),
                                   Text::tr("Write the table with --prefill FILE, and take it with --from FILE."))};
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    const auto office = reporterFor(**records, arguments.text("--country"), arguments.text("--organization"));
    if (!office) return Failure{office.fault()};
    const ReportScope scope{*quarter, *office};
    if (arguments.has("--prefill")) return prefill(invocation, **records, scope);
    if (arguments.has("--from")) return take(invocation, **records, scope);
    return interview(invocation, **records, scope);
}

} // namespace

std::vector<Command> reportCommands() {
    return {{
        .path = "report",
        .summary = Text::tr("The report of a quarter: all that falls to this office, in one step."),
        .options = {spaceOption(),
                    quarterOption(Text::tr("For which quarter, for example 2026-Q3."), true),
                    {"--prefill", Text::tr("FILE"), Text::tr("Write the table to fill in (CSV); never over a file.")},
                    {"--excel", "", Text::tr("CSV as a Spanish spreadsheet opens it: with semicolons.")},
                    {"--from", Text::tr("FILE"),
                     Text::tr("Take the table back; if a row is wrong nothing is written.")},
                    {"--dry-run", "", Text::tr("Only say what would be done.")},
                    {"--country", Text::tr("CODE"), Text::tr("What falls to this country.")},
                    {"--organization", Text::tr("NAME"), Text::tr("What falls to this organisation.")}},
        .run = report,
    }};
}

} // namespace puente
