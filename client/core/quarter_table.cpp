#include "client/core/platform/files.h"
#include "client/core/quarter_report.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/domain/fold.h"
#include "client/domain/import_text.h"
#include "client/domain/value_text.h"

#include <algorithm>
#include <array>
#include <map>

namespace puente {

namespace {

/// A column in both languages; those without a meaning for the report are only there to be read.
struct Column {
    const char* english;
    const char* spanish;
};
enum class Place : std::size_t {
    Reference,
    Title,
    Due,
    StatusNow,
    ProgressNow,
    Status,
    Progress,
    Text,
    Evidence,
};
constexpr std::array<Column, 9> kColumns{{{"reference", "referencia"},
                                          {"title", "título"},
                                          {"due", "plazo"},
                                          {"status_now", "estado_actual"},
                                          {"progress_now", "avance_actual"},
                                          {"status", "estado"},
                                          {"progress", "avance"},
                                          {"text", "texto"},
                                          {"evidence", "evidencias"}}};

std::string headOf(const Column& column) {
    return language() == Language::Spanish ? column.spanish : column.english;
}

Notice notTheTable(const std::string& path, std::string what) {
    return {ExitCode::DataInvalid, std::move(what), path,
            Text::tr("Fill in the table that “puente report --prefill” writes. Nothing was changed.")};
}

std::map<Place, std::size_t> columnsOf(const std::vector<std::string>& header) {
    std::map<Place, std::size_t> places;
    for (std::size_t at = 0; at < header.size(); ++at)
        for (std::size_t column = 0; column < kColumns.size(); ++column)
            if (foldName(header[at]) == foldName(kColumns[column].english) ||
                foldName(header[at]) == foldName(kColumns[column].spanish))
                places.emplace(static_cast<Place>(column), at);
    return places;
}

/// What became of a record's title: that of the agreement for a commitment.
std::string titleFor(const Records& records, const OfficeDuty& duty) {
    if (duty.duty.type->name == "commitment") {
        const auto view = records.view(duty.duty.record);
        const FieldView* agreement = view ? view->find("agreement") : nullptr;
        const auto* reference = agreement && !agreement->values.empty()
                                    ? std::get_if<Reference>(&agreement->values.front().live.value)
                                    : nullptr;
        if (reference) return records.names().titleOf(reference->record, language());
    }
    return records.names().titleOf(duty.duty.record, language());
}

} // namespace

std::vector<std::vector<std::string>> prefilled(const Records& records, const std::vector<OfficeDuty>& duties) {
    std::vector<std::vector<std::string>> rows(1);
    for (const Column& column : kColumns)
        rows.front().push_back(headOf(column));
    for (const OfficeDuty& duty : duties) {
        std::string status;
        if (const Field* field = duty.duty.type->field(duty.field))
            for (const Enumerator& each : field->enumerators)
                if (each.name == duty.word()) status = each.label.in(language());
        const std::string progress = duty.duty.progress ? std::to_string(*duty.duty.progress) : std::string();
        rows.push_back({records.names().nameOf(duty.duty.record), titleFor(records, duty), duty.duty.deadline.inForce,
                        status, progress, "", "", "", ""});
        for (std::string& cell : rows.back())
            cell = harmlessCell(cell);
    }
    return rows;
}

Outcome<std::vector<ReportRow>> readReport(const std::string& path, std::vector<ReportRowResult>& broken) {
    const auto bytes = platform::readFile(path, kCsvSizeMax);
    if (!bytes) return Failure{noticeOf(bytes.fault(), path)};
    auto csv = readCsv(textOf(*bytes));
    if (!csv) return Failure{notTheTable(path, describe(csv.fault(), language()))};
    const ImportTable table = importTableFrom(std::move(*csv));
    const auto places = columnsOf(table.header);
    if (!places.contains(Place::Reference))
        return Failure{notTheTable(path, Text::tr("The column “%1” is missing.").arg(headOf(kColumns.front())))};
    if (!places.contains(Place::Status) && !places.contains(Place::Progress) && !places.contains(Place::Text))
        return Failure{notTheTable(path, Text::tr("There is no column with anything to report."))};
    for (const CsvBrokenRow& row : table.broken)
        broken.push_back({row.line,
                          {},
                          ReportRowResult::Outcome::Refused,
                          Text::tr("This row cannot be read: count its cells and its quotes.")});
    std::vector<ReportRow> rows;
    for (const CsvRow& row : table.rows) {
        const auto cell = [&](Place column) {
            const auto place = places.find(column);
            return place == places.end() ? std::string() : std::string(trimmed(row.cells[place->second]));
        };
        rows.push_back({.line = row.line,
                        .reference = cell(Place::Reference),
                        .status = cell(Place::Status),
                        .progress = cell(Place::Progress),
                        .text = cell(Place::Text),
                        .evidence = cell(Place::Evidence).empty() ? std::vector<std::string>{}
                                                                  : splitElements(cell(Place::Evidence))});
    }
    return rows;
}

} // namespace puente
