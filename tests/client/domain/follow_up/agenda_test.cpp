#include <QTest>

#include "client/domain/day_text.h"
#include "client/domain/follow_up/agenda.h"
#include "tests/support/desk.h"

namespace puente {

namespace {

using test::Desk;

std::vector<AgendaPoint> proposed(Desk& desk, const Dot& meeting, std::size_t pointsMax = 20) {
    const Deadlines deadlines(desk.catalogue(), desk.space());
    return *proposeAgenda(desk.catalogue(), desk.space(), deadlines,
                          {.meeting = meeting, .day = *parseDay("2026-10-20"), .pointsMax = pointsMax});
}

/// "past_decisions: A-1" for each point, in order.
std::vector<std::string> namesOf(const std::vector<AgendaPoint>& points) {
    std::vector<std::string> names;
    for (const AgendaPoint& point : points)
        names.push_back(std::string(wordOf(point.section)) + ": " + point.name);
    return names;
}

Dot addMeeting(Desk& desk, const char* kind, const char* number, const char* start) {
    return desk.add("meeting", {{"kind", kind}, {"number", number}, {"start", start}});
}

} // namespace

/// What a meeting should deal with, and in which order.
class AgendaTest : public QObject {
    Q_OBJECT

private slots:
    void pastDecisionsComeFirst();
    void theMeetingBeforeIsOfTheSameKind();
    void everyRecordComesOnce();
    void whatIsOnItIsNotProposedAgain();
    void whatTheMeetingDecidesIsForTheNextOne();
    void whatIsTooMuchIsGathered();
    void answeredProposalsAndDecidedSuggestionsAreLeftOut();
    void itemsAreInOrder();
};

void AgendaTest::pastDecisionsComeFirst() {
    Desk desk(1);
    desk.found("Cancillería");
    addMeeting(desk, "liaison", "I", "2026-07-01");
    const Dot meeting = addMeeting(desk, "liaison", "II", "2026-10-20");
    desk.add("agreement", {{"reference", "Z-new"}, {"kind", "proposal"}});
    desk.add("agreement", {{"reference", "U-1"}, {"kind", "agreement"}, {"due", "en el corto plazo"}});
    desk.add("agreement", {{"reference", "O-1"}, {"kind", "agreement"}, {"due", "2026-10-19"}});
    desk.add("agreement", {{"reference", "O-0"}, {"kind", "agreement"}, {"due", "2026-10-01"}});
    desk.add("agreement", {{"reference", "L-1"}, {"kind", "agreement"}, {"due", "2026-10-20"}});
    desk.add("agreement",
             {{"reference", "P-1"}, {"kind", "decision"}, {"meeting", "liaison|I"}, {"status", "fulfilled"}});
    desk.add("agreement", {{"reference", "N-1"}, {"kind", "agreement"}, {"meeting", "liaison|I"}, {"force", "noted"}});
    const std::vector<std::string> expected{"past_decisions: P-1", "overdue: O-0", "overdue: O-1", "undated: U-1",
                                            "new: Z-new"};
    QCOMPARE(namesOf(proposed(desk, meeting)), expected);
}

void AgendaTest::theMeetingBeforeIsOfTheSameKind() {
    Desk desk(2);
    desk.found("Cancillería");
    const Dot first = addMeeting(desk, "liaison", "I", "2026-03-01");
    const Dot second = addMeeting(desk, "liaison", "II", "2026-06-01");
    addMeeting(desk, "rcgm", "XL", "2026-09-01");
    const Dot meeting = addMeeting(desk, "liaison", "III", "2026-10-20");
    addMeeting(desk, "liaison", "IV", "2027-01-20");
    QVERIFY(*previousMeeting(desk.catalogue(), desk.space(), meeting) == second);
    QVERIFY(*previousMeeting(desk.catalogue(), desk.space(), second) == first);
    QVERIFY(!previousMeeting(desk.catalogue(), desk.space(), first)->has_value());
}

void AgendaTest::everyRecordComesOnce() {
    Desk desk(3);
    desk.found("Cancillería");
    addMeeting(desk, "liaison", "I", "2026-07-01");
    const Dot meeting = addMeeting(desk, "liaison", "II", "2026-10-20");
    desk.add("agreement",
             {{"reference", "A-1"}, {"kind", "agreement"}, {"meeting", "liaison|I"}, {"due", "2026-08-01"}});
    desk.add("commitment", {{"agreement", "A-1"}, {"country", "CR"}, {"due", "2026-08-01"}});
    desk.add("agreement", {{"reference", "B-1"}, {"kind", "agreement"}, {"due", "2026-12-01"}});
    desk.add("commitment", {{"agreement", "B-1"}, {"country", "CR"}, {"due", "2026-08-02"}});
    desk.add("commitment", {{"agreement", "B-1"}, {"country", "HN"}});
    const auto points = proposed(desk, meeting);
    const std::vector<std::string> expected{"past_decisions: A-1", "overdue: B-1"};
    QCOMPARE(namesOf(points), expected);
    QCOMPARE(points[1].records.size(), std::size_t{3}); // the agreement with both commitments
}

void AgendaTest::whatIsOnItIsNotProposedAgain() {
    Desk desk(4);
    desk.found("Cancillería");
    const Dot meeting = addMeeting(desk, "liaison", "I", "2026-10-20");
    desk.add("agreement", {{"reference", "A-1"}, {"kind", "agreement"}, {"due", "2026-08-01"}});
    QCOMPARE(proposed(desk, meeting).size(), std::size_t{1});
    desk.add("agenda_item", {{"meeting", "liaison|I"}, {"order", "1"}, {"title", "A-1"}, {"records", "A-1"}});
    QVERIFY(proposed(desk, meeting).empty());
}

void AgendaTest::whatTheMeetingDecidesIsForTheNextOne() {
    Desk desk(5);
    desk.found("Cancillería");
    const Dot meeting = addMeeting(desk, "liaison", "I", "2026-10-20");
    const Dot next = addMeeting(desk, "liaison", "II", "2027-01-20");
    desk.add("agreement", {{"reference", "A-1"}, {"kind", "agreement"}, {"meeting", "liaison|I"}});
    QVERIFY(proposed(desk, meeting).empty());
    QCOMPARE(namesOf(proposed(desk, next)), std::vector<std::string>{"past_decisions: A-1"});
}

void AgendaTest::whatIsTooMuchIsGathered() {
    Desk desk(6);
    desk.found("Cancillería");
    const Dot meeting = addMeeting(desk, "liaison", "I", "2026-10-20");
    for (const char* reference : {"A-1", "A-2", "A-3", "A-4", "A-5"})
        desk.add("agreement", {{"reference", reference}, {"kind", "agreement"}});
    const auto points = proposed(desk, meeting, 2);
    QCOMPARE(points.size(), std::size_t{3});
    QCOMPARE(points[2].name, std::string());
    QCOMPARE(points[2].records.size(), std::size_t{3});
}

void AgendaTest::answeredProposalsAndDecidedSuggestionsAreLeftOut() {
    Desk desk(7);
    desk.found("Cancillería");
    const Dot meeting = addMeeting(desk, "liaison", "I", "2026-10-20");
    desk.add("agreement", {{"reference", "P-1"}, {"kind", "proposal"}});
    desk.add("agreement", {{"reference", "P-2"}, {"kind", "proposal"}});
    desk.add("proposal_response",
             {{"proposal", "P-1"}, {"organization", "INM"}, {"answer", "rejected"}, {"reason", "x"}});
    desk.add("proposal_response", {{"proposal", "P-2"}, {"organization", "INM"}});
    desk.add("plan", {{"year", "2026"}, {"title", "Plan"}});
    desk.add("suggestion",
             {{"plan", "2026|Plan"}, {"organization", "RROCM"}, {"text", "Uno"}, {"decision", "accepted"}});
    desk.add("suggestion", {{"plan", "2026|Plan"}, {"organization", "RROCM"}, {"text", "Dos"}});
    const auto points = proposed(desk, meeting);
    QCOMPARE(points.size(), std::size_t{2});
    QCOMPARE(points[1].name, std::string("P-2"));
    QVERIFY(points[0].title.starts_with("Dos"));
}

void AgendaTest::itemsAreInOrder() {
    Desk desk(8);
    desk.found("Cancillería");
    const Dot meeting = addMeeting(desk, "liaison", "I", "2026-10-20");
    const auto add = [&](const char* order, const char* section, const char* title) {
        desk.add("agenda_item", {{"meeting", "liaison|I"}, {"order", order}, {"section", section}, {"title", title}});
    };
    add("1", "new", "tercero");
    add("3", "past_decisions", "segundo");
    add("2", "past_decisions", "primero");
    const auto items = *agendaOf(desk.catalogue(), desk.space(), meeting);
    QCOMPARE(items.size(), std::size_t{3});
    QCOMPARE(items[0].title + " " + items[1].title + " " + items[2].title, std::string("primero segundo tercero"));
}

} // namespace puente

QTEST_GUILESS_MAIN(puente::AgendaTest)
#include "agenda_test.moc"
