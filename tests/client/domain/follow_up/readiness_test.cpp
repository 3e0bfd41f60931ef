#include <QTest>

#include "client/domain/day_text.h"
#include "client/domain/follow_up/readiness.h"
#include "tests/support/desk.h"

#include <algorithm>

namespace puente {

namespace {

using test::Desk;

/// A space with two governments, a network, and a meeting that reviews the third quarter of 2026.
class Space : public Desk {
public:
    explicit Space(std::uint64_t seed) : Desk(seed) {
        found("Cancillería");
        add("organization",
            {{"name", "Cancillería de Costa Rica"}, {"acronym", "MREC"}, {"country", "CR"}, {"kind", "government"}});
        add("organization", {{"name", "Cancillería de Honduras"}, {"country", "HN"}, {"kind", "government"}});
        add("organization", {{"name", "RROCM Honduras"}, {"country", "HN"}, {"kind", "civil_society"}});
        m_meeting = add("meeting", {{"kind", "liaison"}, {"number", "I"}, {"start", "2026-10-20"}});
    }
    ReadinessBoard board(const ReadinessFacts& facts = {}) {
        const Deadlines deadlines(catalogue(), space());
        return *readinessOf(catalogue(), space(), deadlines, m_meeting, *parseDay("2026-10-20"), facts);
    }
    const Dot& meeting() const { return m_meeting; }

private:
    Dot m_meeting;
};

const ReadinessRow* row(const ReadinessBoard& board, std::string_view name) {
    const auto found =
        std::find_if(board.rows.begin(), board.rows.end(), [&](const auto& one) { return one.name == name; });
    return found == board.rows.end() ? nullptr : &*found;
}

std::string reports(const ReadinessBoard& board, std::string_view name) {
    const ReadinessRow* found = row(board, name);
    return found ? std::to_string(found->reportsReceived) + "/" + std::to_string(found->reportsDue) : "none";
}

} // namespace

/// What a meeting can count on.
class ReadinessTest : public QObject {
    Q_OBJECT

private slots:
    void theQuarterIsTheOneBefore();
    void reportsAreDueFromWhomTheDutyFallsTo();
    void anotherOrganisationsReportIsItsOwnWord();
    void membersAreMetByAnyOfTheirNames();
    void signaturesAndAnswersThatAreMissing();
    void aSignatureThatDoesNotHoldIsMissing();
    void fewComplaintsAreNotCounted();
};

void ReadinessTest::theQuarterIsTheOneBefore() {
    Space space(1);
    QCOMPARE(formatQuarter(*space.board().quarter), std::string("2026-Q3"));
    space.set(space.meeting(), {{"quarter", "2026-Q2"}});
    QCOMPARE(formatQuarter(*space.board().quarter), std::string("2026-Q2"));
}

void ReadinessTest::reportsAreDueFromWhomTheDutyFallsTo() {
    Space space(2);
    space.add("agreement", {{"reference", "A-1"}, {"kind", "agreement"}});
    space.add("commitment", {{"agreement", "A-1"}, {"country", "CR"}});
    space.add("commitment", {{"agreement", "A-1"}, {"country", "HN"}, {"responsible", "RROCM Honduras"}});
    space.add("agreement", {{"reference", "A-2"}, {"kind", "agreement"}, {"responsible", "MREC"}});
    space.add("agreement", {{"reference", "A-3"}, {"kind", "agreement"}, {"responsible", "Países Miembros"}});
    space.add("agreement",
              {{"reference", "A-4"}, {"kind", "agreement"}, {"responsible", "MREC"}, {"status", "fulfilled"}});
    space.add("agreement",
              {{"reference", "A-5"}, {"kind", "agreement"}, {"responsible", "MREC"}, {"meeting_date", "2026-10-05"}});
    space.add(
        "update",
        {{"subject", "A-2"}, {"quarter", "2026-Q3"}, {"organization", "Cancillería de Costa Rica"}, {"text", "x"}});
    space.add("update", {{"subject", "A-1|CR"}, {"quarter", "2026-Q2"}, {"text", "x"}});
    const ReadinessBoard board = space.board();
    QCOMPARE(reports(board, "Cancillería de Costa Rica"), std::string("1/2")); // not A-4, closed, nor A-5, later
    QCOMPARE(reports(board, "RROCM Honduras"), std::string("0/1"));
    QVERIFY(!row(board, "Cancillería de Honduras")); // its commitment names who has to do it
    QCOMPARE(board.unassignedDuties, std::size_t{1});
}

void ReadinessTest::anotherOrganisationsReportIsItsOwnWord() {
    Space space(3);
    space.add("agreement", {{"reference", "A-1"}, {"kind", "agreement"}});
    space.add("commitment", {{"agreement", "A-1"}, {"country", "HN"}});
    space.add("update",
              {{"subject", "A-1|HN"}, {"quarter", "2026-Q3"}, {"organization", "RROCM Honduras"}, {"text", "x"}});
    QCOMPARE(reports(space.board(), "Cancillería de Honduras"), std::string("0/1"));
    space.add("update",
              {{"subject", "A-1"}, {"quarter", "2026-Q3"}, {"organization", "Cancillería de Honduras"}, {"text", "y"}});
    QCOMPARE(reports(space.board(), "Cancillería de Honduras"), std::string("1/1"));
}

void ReadinessTest::membersAreMetByAnyOfTheirNames() {
    Space space(4);
    const ReadinessFacts facts{.members = {{.name = "mrec", .dataAsOf = parseDay("2026-10-01")},
                                           {.name = "Cancillería de Costa Rica", .dataAsOf = parseDay("2026-10-18")},
                                           {.name = "OIM", .dataAsOf = {}}}};
    const ReadinessBoard board = space.board(facts);
    QCOMPARE(board.rows.size(), std::size_t{2});
    QCOMPARE(formatDay(*row(board, "Cancillería de Costa Rica")->dataAsOf), std::string("2026-10-18"));
    QVERIFY(row(board, "OIM")->isMember && !row(board, "OIM")->dataAsOf);
}

void ReadinessTest::signaturesAndAnswersThatAreMissing() {
    Space space(5);
    const ReadinessFacts facts{.members = {{.name = "MREC"}, {.name = "Cancillería de Honduras"}}};
    space.add("plan", {{"year", "2026"}, {"title", "Plan 2026"}});
    space.add("plan", {{"year", "2025"}, {"title", "Plan 2025"}});
    space.add("approval", {{"plan", "2026|Plan 2026"},
                           {"version", "00"},
                           {"organization", "Cancillería"},
                           {"country", "CR"},
                           {"decision", "with_reservation"},
                           {"reservation", "Eje 2"}});
    space.add("agreement", {{"reference", "P-1"}, {"kind", "proposal"}});
    space.add("agreement", {{"reference", "P-2"}, {"kind", "proposal"}});
    space.add("proposal_response", {{"proposal", "P-1"}, {"organization", "MREC"}});
    const ReadinessBoard board = space.board(facts);
    QVERIFY(row(board, "Cancillería de Costa Rica")->signaturesMissing.empty());
    QCOMPARE(row(board, "Cancillería de Honduras")->signaturesMissing, std::vector<std::string>{"Plan 2026"});
    QCOMPARE(row(board, "Cancillería de Costa Rica")->answersMissing, std::size_t{1});
    QCOMPARE(board.proposalsWithoutResponse, std::size_t{1});
}

void ReadinessTest::aSignatureThatDoesNotHoldIsMissing() {
    Space space(6);
    ReadinessFacts facts{.members = {{.name = "MREC"}}};
    space.add("plan", {{"year", "2026"}, {"title", "Plan 2026"}});
    space.add("approval",
              {{"plan", "2026|Plan 2026"}, {"version", "00"}, {"organization", "MREC"}, {"decision", "approved"}});
    QVERIFY(space.board(facts).rows.front().signaturesMissing.empty());
    facts.isSigned = [](const RecordReader& approval) { return !approval.text("signature").empty(); };
    QCOMPARE(space.board(facts).rows.front().signaturesMissing.size(), std::size_t{1});
}

void ReadinessTest::fewComplaintsAreNotCounted() {
    Space space(7);
    QVERIFY(!space.board().cases && !space.board().casesAreFew);
    QVERIFY(!space.board({.cases = kCaseCountMin - 1}).cases);
    QVERIFY(space.board({.cases = kCaseCountMin - 1}).casesAreFew);
    QCOMPARE(*space.board({.cases = kCaseCountMin}).cases, kCaseCountMin);
}

} // namespace puente

QTEST_GUILESS_MAIN(puente::ReadinessTest)
#include "readiness_test.moc"
