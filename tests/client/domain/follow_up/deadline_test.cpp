#include <QTest>

#include "client/domain/day_text.h"
#include "client/domain/follow_up/due_list.h"
#include "tests/support/desk.h"

#include <algorithm>

namespace puente {

namespace {

using test::Desk;

Day day(const char* text) {
    return *parseDay(text);
}

Deadline deadlineOf(Desk& desk, const Dot& record, const char* typeName) {
    const auto component = desk.catalogue().component(record);
    const RecordType& type = *Schema::builtIn().type(typeName);
    return Deadlines(desk.catalogue(), desk.space()).of(RecordReader(**component, type));
}

std::string shown(const std::optional<Day>& found) {
    return found ? formatDay(*found) : "none";
}

} // namespace

/// When something is due: what was agreed, what was extended, and what can be said of it on a day.
class DeadlineTest : public QObject {
    Q_OBJECT

private slots:
    void anExtensionKeepsTheOriginal();
    void twoExtensionsOfTheSameTermAreContested();
    void aMeetingGivesItsFirstDay();
    void aRecurringTermMovesOnWithTheReports();
    void lights();
    void theListKnowsWhomItWaitsFor();
};

void DeadlineTest::anExtensionKeepsTheOriginal() {
    Desk desk(1);
    desk.found("ST CRM");
    const Dot record = desk.add("agreement", {{"reference", "A-1"}, {"due", "2026-03-31"}});
    desk.add("extension", {{"record", "A-1"},
                           {"old_due", "2026-03-31"},
                           {"new_due", "2026-T2"},
                           {"reason", "cambio de gobierno"},
                           {"granted_by", "PPT"},
                           {"granted", "2026-03-01"}});
    desk.add("extension", {{"record", "A-1"},
                           {"old_due", "2026-T2"},
                           {"new_due", "2026-09-15"},
                           {"reason", "elecciones"},
                           {"granted_by", "PPT"},
                           {"granted", "2026-06-01"}});
    const Deadline deadline = deadlineOf(desk, record, "agreement");
    QCOMPARE(deadline.original, std::string("2026-03-31"));
    QCOMPARE(shown(deadline.originalDay), std::string("2026-03-31"));
    QCOMPARE(deadline.inForce, std::string("2026-09-15"));
    QCOMPARE(shown(deadline.day), std::string("2026-09-15"));
    QCOMPARE(deadline.extensions, std::size_t{2});
    QVERIFY(!deadline.isContested);
}

void DeadlineTest::twoExtensionsOfTheSameTermAreContested() {
    Desk desk(2);
    desk.found("ST CRM");
    const Dot record = desk.add("agreement", {{"reference", "A-1"}, {"due", "2026-03-31"}});
    for (const char* until : {"2026-06-30", "2026-09-30"})
        desk.add(
            "extension",
            {{"record", "A-1"}, {"old_due", "2026-03-31"}, {"new_due", until}, {"reason", "x"}, {"granted_by", until}});
    QVERIFY(deadlineOf(desk, record, "agreement").isContested);
}

void DeadlineTest::aMeetingGivesItsFirstDay() {
    Desk desk(3);
    desk.found("ST CRM");
    const Dot named =
        desk.add("agreement", {{"reference", "A-1"}, {"due", "before the XXIII Vice-Ministerial Meeting"}});
    const Dot next = desk.add("agreement", {{"reference", "A-2"}, {"due", "next RCGM meeting"}});
    QVERIFY(!deadlineOf(desk, named, "agreement").day);
    desk.add("meeting", {{"kind", "vice_ministerial"}, {"number", "XXIII"}, {"start", "2018-11-13"}});
    desk.add("meeting", {{"kind", "rcgm"}, {"number", "XXX"}, {"start", "2019-05-02"}});
    QCOMPARE(shown(deadlineOf(desk, named, "agreement").day), std::string("2018-11-12"));
    // Which meeting is the next one is for people to say.
    QVERIFY(!deadlineOf(desk, next, "agreement").day);
    desk.set(next, {{"due_meeting", "XXX GRCM"}});
    QCOMPARE(shown(deadlineOf(desk, next, "agreement").day), std::string("2019-05-02"));
}

void DeadlineTest::aRecurringTermMovesOnWithTheReports() {
    Desk desk(4);
    desk.found("ST CRM");
    const Dot record = desk.add("agreement", {{"reference", "A-1"}, {"due", "trimestral"}, {"notified", "2026-02-01"}});
    QCOMPARE(shown(deadlineOf(desk, record, "agreement").day), std::string("2026-03-31"));
    desk.add("update", {{"subject", "A-1"}, {"quarter", "2026-T1"}, {"text", "hecho"}});
    QCOMPARE(shown(deadlineOf(desk, record, "agreement").day), std::string("2026-06-30"));
}

void DeadlineTest::lights() {
    Deadline deadline;
    QVERIFY(deadline.on(day("2026-01-01")) == Light::Undated);
    deadline.day = day("2026-03-31");
    QVERIFY(deadline.on(day("2026-04-01")) == Light::Overdue);
    QVERIFY(deadline.on(day("2026-03-31")) == Light::DueSoon); // the last day still counts
    QVERIFY(deadline.on(day("2026-03-01")) == Light::DueSoon);
    QVERIFY(deadline.on(day("2026-02-28")) == Light::OnTime);
    QVERIFY(deadline.on(day("2026-02-28"), 31) == Light::DueSoon);
    deadline.isClosed = true;
    QVERIFY(deadline.on(day("2026-04-01")) == Light::Closed);
    for (const char* word : {"closed", "overdue", "due_soon", "on_time", "undated"})
        QCOMPARE(std::string(wordOf(*lightFromWord(word))), std::string(word));
    QVERIFY(!lightFromWord("red"));
}

void DeadlineTest::theListKnowsWhomItWaitsFor() {
    Desk desk(5);
    desk.found("ST CRM");
    desk.add("agreement", {{"reference", "late"}, {"due", "2025-12-31"}, {"responsible", "Guatemala"}});
    desk.add("agreement", {{"reference", "later"}, {"due", "2026-01-15"}, {"responsible", "Países miembros"}});
    desk.add("agreement", {{"reference", "split"}, {"responsible", "Member Countries"}});
    desk.add("commitment", {{"agreement", "split"}, {"country", "HN"}, {"due", "2026-02-01"}});
    desk.add("agreement", {{"reference", "noted"}, {"force", "noted"}});
    desk.add("agreement", {{"reference", "said"}, {"kind", "declaration"}});
    desk.add("agreement", {{"reference", "done"}, {"due", "2025-01-01"}, {"status", "fulfilled"}});
    const Deadlines deadlines(desk.catalogue(), desk.space());
    DueQuery query{.today = day("2026-01-20")};
    const auto items = listDue(desk.catalogue(), desk.space(), deadlines, query);

    QCOMPARE(items->size(), std::size_t{4});
    QVERIFY(items->at(0).light == Light::Overdue && !items->at(0).isUnassigned);
    QVERIFY(items->at(1).light == Light::Overdue && items->at(1).isCollective && items->at(1).isUnassigned);
    QVERIFY(items->at(2).country == "HN" && items->at(2).light == Light::DueSoon);
    QVERIFY(items->at(3).isCollective && !items->at(3).isUnassigned); // each country has its part

    query.country = "HN";
    QCOMPARE(listDue(desk.catalogue(), desk.space(), deadlines, query)->size(), std::size_t{1});
    query.country.clear();
    query.responsible = "guate";
    QCOMPARE(listDue(desk.catalogue(), desk.space(), deadlines, query)->size(), std::size_t{1});
}

} // namespace puente

QTEST_APPLESS_MAIN(puente::DeadlineTest)
#include "deadline_test.moc"
