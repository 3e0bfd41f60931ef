#include "client/cli/commands/commands.h"

#include "client/cli/json_writer.h"
#include "client/core/platform/files.h"
#include "client/core/replica_notice.h"
#include "client/core/table_files.h"
#include "client/core/text.h"
#include "client/domain/import_text.h"

namespace puente {

namespace {

void writeRow(JsonWriter& json, const RowReport& row, const ImportPlan& plan) {
    json.beginObject()
        .member("line", std::uint64_t{row.line})
        .member("outcome", machineName(row.outcome))
        .member("key", row.key)
        .member("message", describe(row, plan, language()))
        .endObject();
}

bool isWorthSaying(const RowReport& row) {
    return row.problem || !row.notes.empty();
}

void printJson(Console& console, const ImportPlan& plan, bool dryRun) {
    const ImportCounts counts = plan.counts();
    JsonWriter json;
    json.beginObject()
        .member("type", plan.type->name)
        .member("dry_run", dryRun)
        .member("created", std::uint64_t{counts.created})
        .member("updated", std::uint64_t{counts.updated})
        .member("unchanged", std::uint64_t{counts.unchanged})
        .member("skipped", std::uint64_t{counts.skipped})
        .member("kept_as_text", std::uint64_t{counts.keptAsText});
    json.key("ignored_columns").beginArray();
    for (const std::string& column : plan.ignoredColumns)
        json.value(column);
    json.endArray().key("rows").beginArray();
    for (const RowReport& row : plan.rows)
        if (isWorthSaying(row)) writeRow(json, row, plan);
    console.data(json.endArray().endObject().takeLine());
}

void printText(Console& console, const ImportPlan& plan, bool dryRun) {
    for (const RowReport& row : plan.rows) {
        if (!isWorthSaying(row)) continue;
        const std::string text = Text::tr("Line %1: %2").arg(row.line).arg(describe(row, plan, language()));
        if (row.problem)
            console.warn(text);
        else
            console.say(text);
    }
    if (const std::string columns = describeColumns(plan, language()); !columns.empty()) console.say(columns);
    const ImportCounts counts = plan.counts();
    console.say((dryRun
                     ? Text::tr("Nothing was written. %1 would be new, %2 changed, %3 the same already, %4 left out.")
                     : Text::tr("New: %1. Changed: %2. The same already: %3. Left out: %4."))
                    .arg(counts.created)
                    .arg(counts.updated)
                    .arg(counts.unchanged)
                    .arg(counts.skipped));
    if (counts.keptAsText > 0)
        console.say(Text::tr("Cells that could not be interpreted and were kept as text: %1").arg(counts.keptAsText));
}

Outcome<ExitCode> import(Invocation& invocation) {
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    const bool dryRun = invocation.arguments.has("--dry-run");
    const auto outcome =
        importFile(**records, invocation.arguments.text("FILE"), invocation.arguments.text("--type"), dryRun);
    if (!outcome) return Failure{outcome.fault()};
    if (invocation.console.json())
        printJson(invocation.console, outcome->plan, dryRun);
    else
        printText(invocation.console, outcome->plan, dryRun);
    return outcome->plan.counts().skipped > 0 ? ExitCode::PartlyDone : ExitCode::Done;
}

Outcome<ExportFormat> formatFrom(const Arguments& arguments) {
    const std::string word = arguments.text("--format");
    if (word == "json") return ExportFormat::Json;
    if (word == "csv") return arguments.has("--excel") ? ExportFormat::SpanishCsv : ExportFormat::Csv;
    if (word == "xlsx")
        return Failure{
            usageNotice(Text::tr("This version does not write XLSX yet."),
                        Text::tr("Take --format csv --excel, which a spreadsheet opens with a double click."))};
    return Failure{usageNotice(Text::tr("That is not a format."), Text::tr("Say csv or json."), word)};
}

Outcome<ExitCode> exportTo(Invocation& invocation) {
    const auto format = formatFrom(invocation.arguments);
    if (!format) return Failure{format.fault()};
    const auto records = invocation.records();
    if (!records) return Failure{records.fault()};
    const auto type = (*records)->type(invocation.arguments.text("--type"));
    if (!type) return Failure{type.fault()};
    if ((*type)->isRestricted)
        return Failure{
            Notice{ExitCode::Refused, Text::tr("Nothing of a case is exported."), (*type)->name,
                   Text::tr("“puente case refer” hands a case to another body, “puente case counts” shares counts.")}};
    const auto content = exportRecords(**records, **type, *format);
    if (!content) return Failure{content.fault()};
    const std::string file = invocation.arguments.text("--out");
    if (file.empty()) {
        invocation.console.data(*content);
        return ExitCode::Done;
    }
    const auto written = platform::createFile(file, bytesOf(*content), platform::Access::Everyone);
    if (!written) return Failure{noticeOf(written.fault(), file)};
    invocation.console.say(Text::tr("Written to %1. It is not sealed: whoever has it can read it.").arg(file));
    return ExitCode::Done;
}

} // namespace

std::vector<Command> importCommands() {
    return {
        {
            .path = "import",
            .summary = Text::tr("Take records from a CSV or JSON file; twice changes nothing more."),
            .positionals = {{"FILE", Text::tr("The file to read.")}},
            .options = {spaceOption(),
                        {"--type", Text::tr("TYPE"), Text::tr("Their type; else the one whose columns the file has.")},
                        {"--dry-run", "", Text::tr("Only say what would be done.")}},
            .run = import,
        },
        {
            .path = "export",
            .summary = Text::tr("Write the records of a type to a file."),
            .options = {spaceOption(),
                        {"--type", Text::tr("TYPE"), Text::tr("Their type."), true},
                        {"--format", Text::tr("FORMAT"), "csv, json", true},
                        {"--excel", "", Text::tr("CSV as a Spanish spreadsheet opens it: with semicolons.")},
                        {"--out", Text::tr("FILE"), Text::tr("Write it to a file, else it is printed.")}},
            .run = exportTo,
        },
    };
}

} // namespace puente
