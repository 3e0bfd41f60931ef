#include <QTest>

#include "client/domain/calendar.h"
#include "client/domain/day_text.h"
#include "client/domain/due_term.h"

#include <array>

namespace puente {

namespace {

Day day(const char* text) {
    return *parseDay(text);
}

std::string shown(const std::optional<Day>& found) {
    return found ? formatDay(*found) : "none";
}

} // namespace

/// What due dates say, in the two languages.
class DueTermTest : public QObject {
    Q_OBJECT

private slots:
    void lastDaysOfPeriods_data();
    void lastDaysOfPeriods();
    void whatIsNotCertainStaysUnread_data();
    void whatIsNotCertainStaysUnread();
    void countedTermsRunFromTheNotification();
    void meetingsAreNamed();
    void recurringTermsAreDueAtTheEndOfAPeriod();
    void quarters();
};

void DueTermTest::lastDaysOfPeriods_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    const auto row = [](const char* text, const char* first, const char* last) {
        QTest::newRow(text) << text << first << last;
    };
    row("2026-12-01", "2026-12-01", "2026-12-01");
    row("17 de noviembre de 2011", "2011-11-17", "2011-11-17");
    row("a más tardar el 17 de noviembre de 2011", "2011-11-17", "2011-11-17");
    row("November 17, 2011", "2011-11-17", "2011-11-17");
    row("antes del 17 de noviembre de 2011", "2011-11-16", "2011-11-16");
    row("primer trimestre del año 2000", "2000-01-01", "2000-03-31");
    row("first trimester of 2001", "2001-01-01", "2001-03-31");
    row("segundo semestre de 2024", "2024-07-01", "2024-12-31");
    row("second half of 2024", "2024-07-01", "2024-12-31");
    row("2026-T3", "2026-07-01", "2026-09-30");
    row("2026-Q3", "2026-07-01", "2026-09-30");
    row("period 2003-06-01/2004-12-31", "2003-06-01", "2004-12-31");
    row("durante el mes de junio de 2008", "2008-06-01", "2008-06-30");
    row("a finales de junio de 2010", "2010-06-01", "2010-06-30");
    row("finales de agosto de 2010", "2010-08-01", "2010-08-31");
    row("septiembre de 2010", "2010-09-01", "2010-09-30");
    row("febrero o marzo de 2011", "2011-02-01", "2011-03-31");
    row("febrero o marzo de 2011 (según GRCM mayo 2010)", "2011-02-01", "2011-03-31");
    row("Nov 2016", "2016-11-01", "2016-11-30");
    row("febrero de 2024", "2024-02-01", "2024-02-29");
    row("2019-2022", "2019-01-01", "2022-12-31");
    row("2021-09", "2021-09-01", "2021-09-30");
    row("2021", "2021-01-01", "2021-12-31");
    row("durante el año 2021", "2021-01-01", "2021-12-31");
}

void DueTermTest::lastDaysOfPeriods() {
    QFETCH(QString, text);
    QFETCH(QString, first);
    QFETCH(QString, last);
    const DueTerm term = readTerm(text.toStdString());
    QVERIFY(term.kind == DueTerm::Kind::Exact || term.kind == DueTerm::Kind::Period);
    QCOMPARE(QString::fromStdString(formatDay(term.first)), first);
    QCOMPARE(QString::fromStdString(shown(lastDayOf(term, {}))), last);
}

void DueTermTest::whatIsNotCertainStaysUnread_data() {
    QTest::addColumn<QString>("text");
    for (const char* text : {"en el corto plazo",
                             "in a short-medium term",
                             "next concrete steps",
                             "a inicios del 2017",
                             "01/12/2026",
                             "31 de febrero de 2020",
                             "2026-13",
                             "2026-T5",
                             "2022-2019",
                             "quinto trimestre de 2020",
                             "60 días hábiles",
                             "al término de cada reunión del GRCM/CRM",
                             "marzo",
                             "marzo o febrero de 2011",
                             "2021 o antes",
                             "reunión del GRC previa a la Viceministerial en Washington, D.C.",
                             "60",
                             "días",
                             "0 días",
                             "antes de",
                             ""})
        QTest::newRow(*text == '\0' ? "nothing" : text) << text;
}

void DueTermTest::whatIsNotCertainStaysUnread() {
    QFETCH(QString, text);
    QVERIFY(readTerm(text.toStdString()).kind == DueTerm::Kind::Unread);
}

void DueTermTest::countedTermsRunFromTheNotification() {
    const TermContext notified{.notified = day("2026-01-31"), .meeting = day("2026-06-10")};
    const std::array<std::pair<const char*, const char*>, 8> cases{
        {{"60 días después de la notificación", "2026-04-01"},
         {"en un plazo no mayor de sesenta días", "2026-04-01"},
         {"within 60 days of notification", "2026-04-01"},
         {"dos semanas", "2026-02-14"},
         {"un mes después de la notificación", "2026-02-28"},
         {"within one month", "2026-02-28"},
         {"30 días después de la XXIII CRM", "2026-07-10"},
         {"15 days before the XXIII RCM", "2026-05-26"}}};
    for (const auto& [text, expected] : cases) {
        const DueTerm term = readTerm(text);
        QVERIFY2(term.kind == DueTerm::Kind::Counted, text);
        QCOMPARE(shown(lastDayOf(term, notified)), std::string(expected));
        QVERIFY2(!lastDayOf(term, {}), "a day without knowing what it counts from");
    }
}

void DueTermTest::meetingsAreNamed() {
    const TermContext known{.meeting = day("2026-06-10")};
    const DueTerm before = readTerm("before the XXIII Vice-Ministerial Meeting");
    QVERIFY(before.kind == DueTerm::Kind::AtMeeting && before.isBefore);
    QCOMPARE(before.meeting, std::string("xxiii vice-ministerial meeting"));
    QCOMPARE(shown(lastDayOf(before, known)), std::string("2026-06-09"));
    QVERIFY(!lastDayOf(before, {}));
    QCOMPARE(readTerm("antes de la XXIII CRM").meeting, std::string("xxiii crm"));
    const DueTerm next = readTerm("upcoming RCGM meeting");
    QVERIFY(next.kind == DueTerm::Kind::AtMeeting && next.meeting.empty());
    QCOMPARE(shown(lastDayOf(readTerm("en la próxima reunión"), known)), std::string("2026-06-10"));
}

void DueTermTest::recurringTermsAreDueAtTheEndOfAPeriod() {
    const DueTerm quarterly = readTerm("trimestral");
    QVERIFY(quarterly.kind == DueTerm::Kind::Recurring);
    QCOMPARE(quarterly.everyMonths, 3);
    QCOMPARE(readTerm("twice a year").everyMonths, 6);
    QCOMPARE(readTerm("cada año").everyMonths, 12);
    QVERIFY(!lastDayOf(quarterly, {}));
    QCOMPARE(shown(lastDayOf(quarterly, {.since = day("2026-02-10")})), std::string("2026-03-31"));
    QCOMPARE(shown(lastDayOf(quarterly, {.since = day("2026-02-10"), .reported = day("2026-06-30")})),
             std::string("2026-09-30"));
    QCOMPARE(shown(lastDayOf(readTerm("anual"), {.reported = day("2026-06-30")})), std::string("2027-12-31"));
}

void DueTermTest::quarters() {
    QCOMPARE(formatQuarter(*readQuarter("T4 2026")), std::string("2026-Q4"));
    QCOMPARE(formatQuarter(*readQuarter("2026 q1")), std::string("2026-Q1"));
    QVERIFY(!readQuarter("2026-Q5") && !readQuarter("26-Q1") && !readQuarter("2026"));
    QCOMPARE(formatQuarter(before(Quarter{2026, 1})), std::string("2025-Q4"));
    QCOMPARE(formatQuarter(quarterOf(day("2026-10-01"))), std::string("2026-Q4"));
}

} // namespace puente

QTEST_APPLESS_MAIN(puente::DueTermTest)
#include "due_term_test.moc"
