#include "client/core/table_files.h"

#include "client/core/platform/files.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/domain/export.h"
#include "client/domain/fold.h"
#include "client/domain/import_text.h"

namespace puente {

namespace {

Notice unusable(std::string what, const std::string& path) {
    return {ExitCode::DataInvalid, std::move(what), path, Text::tr("Nothing was changed.")};
}

bool looksLikeJson(std::string_view text) {
    const std::string_view content = trimmed(text.starts_with("\xef\xbb\xbf") ? text.substr(3) : text);
    return content.starts_with('[') || content.starts_with('{');
}

Outcome<ImportTable> readTable(const std::string& path) {
    const auto bytes = platform::readFile(path, kCsvSizeMax);
    if (!bytes) return Failure{noticeOf(bytes.fault(), path)};
    const std::string_view text = textOf(*bytes);
    if (looksLikeJson(text)) {
        auto table = importTableFromJson(text);
        if (!table) return Failure{unusable(describe(table.fault(), language()), path)};
        return std::move(*table);
    }
    auto csv = readCsv(text);
    if (!csv) return Failure{unusable(describe(csv.fault(), language()), path)};
    return importTableFrom(std::move(*csv));
}

Outcome<const RecordType*> typeFor(const Records& records, const ImportTable& table, const std::string& name,
                                   const std::string& path) {
    if (!name.empty()) return records.type(name);
    if (const RecordType* type = guessType(records.catalogue().schema(), table.header)) return type;
    return Failure{Notice{ExitCode::DataInvalid, Text::tr("The columns of this file fit no type of record."), path,
                          Text::tr("Name the type with --type; “puente schema TYPE” shows the columns it has.")}};
}

} // namespace

Outcome<ImportOutcome> importFile(Records& records, const std::string& path, const std::string& typeName, bool dryRun) {
    const auto table = readTable(path);
    if (!table) return Failure{table.fault()};
    const auto type = typeFor(records, *table, typeName, path);
    if (!type) return Failure{type.fault()};
    if ((*type)->isRestricted)
        return Failure{Notice{ExitCode::Refused, Text::tr("Cases are not imported from a table."), path,
                              Text::tr("Enter each with “puente case open”: it gets a key and a receipt code.")}};
    auto plan = planImport(*table, records.catalogue(), records.space(), **type, language());
    if (!plan && plan.fault().kind == ImportFault::Kind::Storage) return Failure{noticeOf(plan.fault().storage, path)};
    if (!plan) return Failure{unusable(describe(plan.fault(), **type, language()), path)};

    ImportOutcome outcome{std::move(*plan), table->rows.size() + table->broken.size()};
    if (dryRun) return outcome;
    Workspace& workspace = records.workspace();
    const auto done = carryOut(outcome.plan, workspace.replica(), records.space(), workspace.office().person);
    if (!done) return Failure{writeNotice(workspace.replica(), records.space(), done.fault())};
    if (const auto indexed = records.catalogue().index(); !indexed) return Failure{noticeOf(indexed.fault(), path)};
    return outcome;
}

Outcome<std::string> exportRecords(const Records& records, const RecordType& type, ExportFormat format) {
    if (format == ExportFormat::Json) {
        auto json = exportJson(records.catalogue(), records.space(), type);
        if (!json) return Failure{noticeOf(json.fault(), type.name)};
        return std::move(*json);
    }
    const auto table = exportTable(records.catalogue(), records.space(), type);
    if (!table) return Failure{noticeOf(table.fault(), type.name)};
    return writeCsv(*table, format == ExportFormat::Csv ? CsvFlavour::Standard : CsvFlavour::SpanishExcel);
}

} // namespace puente
