#include <QTest>

#include "client/domain/day_text.h"
#include "client/domain/follow_up/capacity.h"
#include "client/domain/follow_up/funding.h"
#include "client/domain/follow_up/indicators.h"
#include "tests/support/desk.h"

#include <limits>

namespace puente {

namespace {

using test::Desk;

Day day(const char* text) {
    return *parseDay(text);
}

/// "1/2 +3" for one part of two, and three that are not known.
std::string counted(Desk& desk, Indicator indicator, const IndicatorQuery& query) {
    const Deadlines deadlines(desk.catalogue(), desk.space());
    const auto counts = indicatorsOf(desk.catalogue(), desk.space(), deadlines, query);
    for (const Count& count : *counts)
        if (count.indicator == indicator)
            return std::to_string(count.part) + "/" + std::to_string(count.whole) + " +" +
                   std::to_string(count.unknown);
    return {};
}

IndicatorQuery during(const char* first, const char* last) {
    return {.period = {day(first), day(last)}};
}

} // namespace

/// What is counted, over what period, and what is unknown: docs/indicators.md.
class IndicatorsTest : public QObject {
    Q_OBJECT

private slots:
    void fulfilledInTime();
    void anExtensionMovesTheDay();
    void aSplitAgreementIsItsCommitments();
    void answers();
    void attendance();
    void reportsOfWholeQuarters();
    void pledges();
    void currenciesAreNeverAdded();
    void sumsDoNotOverflow();
    void assessmentsAreComparedWithTheOnesBefore();
};

void IndicatorsTest::fulfilledInTime() {
    Desk desk(1); // its clock stands in May 2026
    desk.found("Cancillería");
    const auto add = [&](const char* reference, const char* due, const char* status) {
        return desk.add("agreement",
                        {{"reference", reference}, {"kind", "agreement"}, {"due", due}, {"status", status}});
    };
    desk.set(add("A-in-time", "2026-09-01", "pending"), {{"status", "fulfilled"}});
    desk.set(add("A-late", "2026-02-01", "pending"), {{"status", "fulfilled"}});
    add("A-open", "2026-09-01", "pending");
    add("A-ahead", "2026-12-31", "pending");
    add("A-came-so", "2026-09-01", "fulfilled");
    add("A-superseded", "2026-09-01", "superseded");
    add("A-undated", "en el corto plazo", "pending");
    add("A-other-year", "2025-09-01", "pending");
    QCOMPARE(counted(desk, Indicator::OnTime, during("2026-01-01", "2026-12-31")), std::string("1/3 +2"));
}

void IndicatorsTest::anExtensionMovesTheDay() {
    Desk desk(2);
    desk.found("Cancillería");
    desk.add("agreement", {{"reference", "A-1"}, {"kind", "agreement"}, {"due", "2026-01-10"}});
    desk.add("extension", {{"record", "A-1"},
                           {"old_due", "2026-01-10"},
                           {"new_due", "2026-11-10"},
                           {"reason", "x"},
                           {"granted_by", "PPT"}});
    QCOMPARE(counted(desk, Indicator::OnTime, during("2026-01-01", "2026-06-30")), std::string("0/0 +0"));
    QCOMPARE(counted(desk, Indicator::OnTime, during("2026-07-01", "2026-12-31")), std::string("0/1 +0"));
}

void IndicatorsTest::aSplitAgreementIsItsCommitments() {
    Desk desk(3);
    desk.found("Cancillería");
    desk.add("organization", {{"name", "MREC"}, {"country", "CR"}, {"kind", "government"}});
    desk.add("agreement", {{"reference", "A-1"}, {"kind", "agreement"}, {"due", "2026-03-01"}});
    desk.add("commitment", {{"agreement", "A-1"}, {"country", "CR"}, {"due", "2026-03-01"}});
    desk.add("commitment", {{"agreement", "A-1"}, {"country", "HN"}, {"due", "2026-03-01"}});
    IndicatorQuery query = during("2026-01-01", "2026-12-31");
    QCOMPARE(counted(desk, Indicator::OnTime, query), std::string("0/2 +0"));
    query.country = "CR";
    QCOMPARE(counted(desk, Indicator::OnTime, query), std::string("0/1 +0"));
}

void IndicatorsTest::answers() {
    Desk desk(4);
    desk.found("Cancillería");
    const auto respond = [&](const char* proposal, Desk::Fields fields) {
        desk.add("agreement", {{"reference", proposal}, {"kind", "proposal"}});
        fields.insert(fields.begin(), {{"proposal", proposal}, {"organization", "MREC"}});
        desk.add("proposal_response", fields);
    };
    respond("P-1", {{"received", "2026-02-01"},
                    {"response_due", "2026-03-01"},
                    {"answer", "rejected"},
                    {"reason", "x"},
                    {"answered", "2026-02-20"}});
    respond("P-2", {{"received", "2026-02-01"},
                    {"response_due", "2026-03-01"},
                    {"answer", "accepted"},
                    {"reason", "x"},
                    {"answered", "2026-04-20"}});
    respond("P-3", {{"received", "2026-02-01"}, {"response_due", "2026-03-01"}});
    respond("P-4", {});
    QCOMPARE(counted(desk, Indicator::Answered, during("2026-01-01", "2026-12-31")), std::string("2/3 +1"));
    QCOMPARE(counted(desk, Indicator::AnsweredInTime, during("2026-01-01", "2026-12-31")), std::string("1/3 +1"));
    QCOMPARE(counted(desk, Indicator::Answered, during("2026-01-01", "2026-03-31")), std::string("1/3 +1"));
}

void IndicatorsTest::attendance() {
    Desk desk(5);
    desk.found("Cancillería");
    const Dot own = desk.add("organization", {{"name", "MREC"}, {"country", "CR"}});
    desk.add("organization", {{"name", "MIRE"}, {"country", "PA"}});
    for (const char* number : {"I", "II", "III"})
        desk.add("meeting", {{"kind", "liaison"}, {"number", number}, {"start", "2026-02-10"}});
    desk.add("meeting", {{"kind", "liaison"}, {"number", "IV"}, {"start", "2027-02-10"}});
    desk.add("attendance", {{"meeting", "liaison|I"}, {"organization", "MREC"}, {"presence", "virtual"}});
    desk.add("attendance", {{"meeting", "liaison|II"}, {"organization", "MREC"}, {"presence", "excused"}});
    desk.add("attendance", {{"meeting", "liaison|II"}, {"organization", "MIRE"}, {"presence", "present"}});
    IndicatorQuery query = during("2026-01-01", "2026-12-31");
    QCOMPARE(counted(desk, Indicator::Attended, query), std::string("2/3 +1"));
    query.organization = own;
    QCOMPARE(counted(desk, Indicator::Attended, query), std::string("1/2 +1"));
}

void IndicatorsTest::reportsOfWholeQuarters() {
    Desk desk(6);
    desk.found("Cancillería");
    const Dot own = desk.add("organization", {{"name", "MREC"}, {"country", "CR"}});
    desk.add("agreement",
             {{"reference", "A-1"}, {"kind", "agreement"}, {"responsible", "MREC"}, {"notified", "2026-01-15"}});
    desk.add("agreement", {{"reference", "A-2"}, {"kind", "agreement"}, {"responsible", "MREC"}});
    desk.add("agreement",
             {{"reference", "A-3"}, {"kind", "agreement"}, {"responsible", "MREC"}, {"notified", "2026-05-01"}});
    desk.add("update", {{"subject", "A-1"}, {"quarter", "2026-Q1"}, {"organization", "MREC"}, {"text", "x"}});
    IndicatorQuery query = during("2026-01-01", "2026-08-15"); // the third quarter still runs
    query.organization = own;
    QCOMPARE(counted(desk, Indicator::Reported, query), std::string("1/3 +2"));
}

void IndicatorsTest::pledges() {
    Desk desk(7);
    desk.found("Cancillería");
    desk.add("organization", {{"name", "MREC"}, {"country", "CR"}});
    desk.add("organization", {{"name", "MIRE"}, {"country", "PA"}});
    desk.add("organization", {{"name", "INM"}, {"country", "MX"}});
    desk.add("pledge", {{"organization", "MREC"}, {"date", "2026-02-01"}, {"text", "x"}});
    desk.add("pledge", {{"organization", "MREC"}, {"date", "2026-03-01"}, {"text", "y"}});
    desk.add("pledge", {{"organization", "INM"}, {"text", "x"}});
    QCOMPARE(counted(desk, Indicator::Pledged, during("2026-01-01", "2026-12-31")), std::string("1/2 +1"));
}

void IndicatorsTest::currenciesAreNeverAdded() {
    Desk desk(8);
    desk.found("Cancillería");
    desk.add("agreement", {{"reference", "A-1"}});
    const auto add = [&](const char* amount, const char* currency) {
        desk.add("funding",
                 {{"record", "A-1"}, {"source", "x"}, {"stage", "spent"}, {"amount", amount}, {"currency", currency}});
    };
    add("10.50", "USD");
    add("5", "usd ");
    add("1000", "CRC");
    add("veinte", "USD");
    const FundingTotals totals = totalOf(*fundingOf(desk.catalogue(), desk.space(), {}));
    QCOMPARE(totals.byCurrency.size(), std::size_t{2});
    QCOMPARE(totals.byCurrency.at("USD")[3], std::int64_t{1550});
    QCOMPARE(totals.byCurrency.at("CRC")[3], std::int64_t{100000});
    QCOMPARE(totals.uncounted, std::size_t{1});
}

void IndicatorsTest::sumsDoNotOverflow() {
    FundingLine line{.record = {},
                     .subject = {},
                     .source = "x",
                     .stage = "spent",
                     .currency = "USD",
                     .amount = std::numeric_limits<std::int64_t>::max(),
                     .date = {}};
    const FundingTotals totals = totalOf({line, line});
    QCOMPARE(totals.byCurrency.at("USD")[3], std::numeric_limits<std::int64_t>::max());
    QCOMPARE(totals.uncounted, std::size_t{1});
}

void IndicatorsTest::assessmentsAreComparedWithTheOnesBefore() {
    Desk desk(9);
    desk.found("Cancillería");
    desk.add("organization", {{"name", "MREC"}, {"country", "CR"}});
    desk.add("capacity_assessment", {{"organization", "MREC"}, {"date", "2026-01-01"}, {"staff", "2"}});
    desk.add("capacity_assessment",
             {{"organization", "MREC"}, {"date", "2025-01-01"}, {"staff", "3"}, {"follow_up", "1"}});
    const auto list = *assessmentsOf(desk.catalogue(), desk.space(), {}, Language::Spanish);
    QCOMPARE(list.size(), std::size_t{2});
    QVERIFY(!list[0].changes[2]);
    QCOMPARE(*list[1].changes[2], std::int64_t{-1});
    QVERIFY(!list[1].changes[1]); // nothing to compare with
}

} // namespace puente

QTEST_GUILESS_MAIN(puente::IndicatorsTest)
#include "indicators_test.moc"
