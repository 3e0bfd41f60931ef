#include "client/core/views.h"

#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/core/view_cells.h"
#include "client/domain/follow_up/capacity.h"
#include "client/domain/follow_up/funding.h"

namespace puente {

namespace {

Cell amountCell(const std::optional<std::int64_t>& amount) {
    if (!amount) return {};
    const Field* field = Schema::builtIn().type("funding")->field("amount");
    return {machineText(field, *amount, NoRecordNames())};
}

Sheet totalsSheet(const FundingTotals& totals) {
    Sheet sheet{.name = "totals",
                .title = totals.uncounted == 0
                             ? Text::tr("Totals by currency").str()
                             : Text::tr("Totals by currency (%1 lines not counted)").arg(totals.uncounted).str(),
                .columns = {{"currency", Text::tr("CURRENCY")}}};
    for (const std::string_view stage : kFundingStages)
        sheet.columns.push_back({std::string(stage), upperLabel("funding", "stage", stage)});
    for (const auto& [currency, sums] : totals.byCurrency) {
        std::vector<Cell>& row = sheet.rows.emplace_back();
        row.emplace_back(currency);
        for (const std::int64_t sum : sums)
            row.push_back(amountCell(sum));
    }
    return sheet;
}

std::string signedText(std::int64_t number) {
    return (number > 0 ? "+" : "") + std::to_string(number);
}

} // namespace

Outcome<std::vector<Sheet>> fundingSheets(const Records& records, const std::optional<Dot>& record) {
    const auto lines = fundingOf(records.catalogue(), records.space(), record);
    if (!lines) return Failure{noticeOf(lines.fault())};
    Sheet sheet{.name = "lines",
                .title = Text::tr("Funding"),
                .columns = {{"record", Text::tr("FOR")},
                            {"source", Text::tr("SOURCE"), kViewWidth},
                            {"stage", Text::tr("STAGE")},
                            {"amount", Text::tr("AMOUNT")},
                            {"currency", Text::tr("CURRENCY")},
                            {"date", Text::tr("DAY")}}};
    for (const FundingLine& line : *lines)
        sheet.rows.push_back({line.subject ? records.names().nameOf(*line.subject) : std::string(), line.source,
                              labelled("funding", "stage", line.stage), amountCell(line.amount), line.currency,
                              Cell::day(line.date)});
    return std::vector<Sheet>{totalsSheet(totalOf(*lines)), std::move(sheet)};
}

Outcome<Sheet> capacitySheet(const Records& records, const std::optional<Dot>& organization) {
    const auto list = assessmentsOf(records.catalogue(), records.space(), organization, language());
    if (!list) return Failure{noticeOf(list.fault())};
    Sheet sheet{.name = "assessments",
                .title = Text::tr("Self-assessments, with the change since the one before"),
                .columns = {{"organization", Text::tr("ORGANISATION"), kViewWidth}, {"date", Text::tr("DAY")}}};
    const RecordType& type = *Schema::builtIn().type("capacity_assessment");
    for (const std::string_view name : kCapacities) {
        sheet.columns.push_back({std::string(name), upper(type.field(name)->label.in(language()))});
        sheet.columns.push_back({std::string(name) + "_change", ""});
    }
    sheet.columns.push_back({"needs", Text::tr("NEEDS"), kWideViewWidth});
    for (const CapacityAssessment& one : *list) {
        std::vector<Cell> row{one.organization, Cell::day(one.date)};
        for (std::size_t i = 0; i < kCapacities.size(); ++i) {
            const std::string change = one.changes[i] ? " (" + signedText(*one.changes[i]) + ")" : std::string();
            row.push_back(one.scores[i] ? Cell::number(*one.scores[i], std::to_string(*one.scores[i]) + change)
                                        : Cell());
            row.push_back(one.changes[i] ? Cell::number(*one.changes[i], signedText(*one.changes[i])) : Cell());
        }
        row.emplace_back(one.needs);
        sheet.rows.push_back(std::move(row));
    }
    return sheet;
}

} // namespace puente
