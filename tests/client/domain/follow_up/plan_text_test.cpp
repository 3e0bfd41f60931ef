#include <QTest>

#include "client/domain/follow_up/line_diff.h"
#include "client/domain/follow_up/plan_text.h"
#include "tests/support/desk.h"

using namespace puente;
using namespace puente::test;

/// The same records give the same bytes on every device, however they arrived; what is not certain is not frozen.
class PlanTextTest : public QObject {
    Q_OBJECT

    static Result<FrozenPlan, std::vector<PlanProblem>> frozen(Desk& desk, const Dot& plan) {
        const Component component = **desk.catalogue().component(desk.catalogue().canonical(plan));
        return freeze(*readPlan(desk.catalogue(), desk.space(), component), Schema::builtIn());
    }
    static std::string text(Desk& desk, const Dot& plan) {
        const auto result = frozen(desk, plan);
        expects(result.ok());
        return result->text;
    }
    static std::vector<PlanProblem> problems(Desk& desk, const Dot& plan) {
        const auto result = frozen(desk, plan);
        return result.ok() ? std::vector<PlanProblem>{} : result.fault();
    }
    static Dot addPlan(Desk& desk) {
        return desk.add("plan", {{"year", "2027"}, {"title", "Plan conjunto"}, {"themes", "Niñez;Clima"}});
    }
    static Dot addLine(Desk& desk, const Dot& plan, const std::string& code, const std::string& what,
                       const std::string& parent = {}) {
        const std::string handle = handleOf(plan, desk.replica().logs());
        return desk.add("line_of_action",
                        {{"plan", handle}, {"code", code}, {"parent", parent}, {"text_es", what}, {"level", "line"}});
    }
    static void join(Desk& desk, const Dot& a, const Dot& b) {
        desk.commit(joinOperations(**desk.catalogue().component(a), **desk.catalogue().component(b)));
    }
    static std::vector<std::string> linesWith(const std::string& text, const std::string& label) {
        std::vector<std::string> found;
        for (const LineChange& line : diffLines({}, text))
            if (line.line.starts_with(label)) found.push_back(line.line.substr(label.size()));
        return found;
    }

private slots:
    void theOrderOfArrivalDoesNotMatter() {
        Desk a(1), b(2), late(3);
        a.found("A");
        b.join(a, "B");
        late.join(a, "C");
        const Dot plan = addPlan(a);
        addLine(a, plan, "1", "Protección");
        a.exchangeWith(b);
        const Dot there = b.catalogue().find(b.space(), {}, "2027").front();
        addLine(b, there, "1.2", "Consulados", "1");
        addLine(b, there, "1.10", "Informe", "1");
        addLine(a, plan, "2", "Gobernanza");
        b.handTo(late); // what B wrote on A's records comes first here, and last to A
        a.exchangeWith(b);
        a.handTo(late);
        const std::string written = text(a, plan);
        QCOMPARE(text(b, there), written);
        QCOMPARE(text(late, late.catalogue().find(late.space(), {}, "2027").front()), written);
        QCOMPARE(linesWith(written, "Línea / Line: "), (std::vector<std::string>{"1", "1.2", "1.10", "2"}));
    }

    void whatWasEnteredTwiceIsOneLineJoinedOrNot() {
        Desk a(4), b(5);
        a.found("A");
        b.join(a, "B");
        const Dot planA = addPlan(a), planB = addPlan(b);
        const Dot axisA = addLine(a, planA, "1", "Protección"), axisB = addLine(b, planB, "1", "Protección");
        addLine(a, planA, "1.1", "Consulados", handleOf(axisA, a.replica().logs()));
        addLine(b, planB, "1.2", "Informe", handleOf(axisB, b.replica().logs()));
        a.exchangeWith(b);
        const auto both = a.catalogue().duplicates(a.space());
        QVERIFY(!both.empty());
        for (const Duplicates& same : both)
            if (same.type->name == "plan") join(a, same.records[0], same.records[1]);
        a.exchangeWith(b);
        const std::string apart = text(a, planA);
        QCOMPARE(linesWith(apart, "Línea / Line: "), (std::vector<std::string>{"1", "1.1", "1.2"}));
        QCOMPARE(text(b, planB), apart);
        for (const Duplicates& same : a.catalogue().duplicates(a.space()))
            join(a, same.records[0], same.records[1]);
        a.exchangeWith(b);
        QCOMPARE(text(a, planA), apart);
        QCOMPARE(text(b, planB), apart);
    }

    void aConflictIsNotFrozen() {
        Desk a(6), b(7);
        a.found("A");
        b.join(a, "B");
        const Dot plan = addPlan(a);
        const Dot line = addLine(a, plan, "1", "Protección");
        a.exchangeWith(b);
        a.set(line, {{"text_es", "Protección integral"}});
        b.set(b.catalogue().find(b.space(), {}, "2027|Plan conjunto|1").empty()
                  ? b.catalogue().find(b.space(), {}, handleOf(line, a.replica().logs())).front()
                  : b.catalogue().find(b.space(), {}, "2027|Plan conjunto|1").front(),
              {{"text_es", "Protección especial"}});
        a.exchangeWith(b);
        QCOMPARE(problems(a, plan), (std::vector<PlanProblem>{{PlanProblem::Kind::Conflict, line, "text_es"}}));
        a.set(line, {{"text_es", "Protección integral y especial"}});
        QVERIFY(problems(a, plan).empty());
    }

    void twoLinesOfOneCodeThatDifferAreNotFrozen() {
        Desk a(8);
        a.found("A");
        const Dot plan = addPlan(a);
        const Dot one = addLine(a, plan, "1.a)", "Consulados"), other = addLine(a, plan, "1.A)", "Informe");
        QCOMPARE(problems(a, plan), (std::vector<PlanProblem>{{PlanProblem::Kind::SameCode, other, "code", one}}));
    }

    void aLineIsNoPartOfItselfOrOfNothing() {
        Desk a(9);
        a.found("A");
        const Dot plan = addPlan(a);
        const Dot one = addLine(a, plan, "1", "Uno"), two = addLine(a, plan, "2", "Dos");
        a.set(one, {{"parent", handleOf(two, a.replica().logs())}});
        QVERIFY(problems(a, plan).empty());
        a.set(two, {{"parent", handleOf(one, a.replica().logs())}});
        QCOMPARE(problems(a, plan), (std::vector<PlanProblem>{{PlanProblem::Kind::Circle, one, "parent"}}));
        a.set(two, {{"parent", handleOf(plan, a.replica().logs())}});
        QVERIFY(!problems(a, plan).empty());
    }

    void theOrderGivenComesBeforeTheCode() {
        Desk a(10);
        a.found("A");
        const Dot plan = addPlan(a);
        addLine(a, plan, "1", "Uno");
        const Dot ten = addLine(a, plan, "10", "Diez");
        addLine(a, plan, "2", "Dos");
        QCOMPARE(linesWith(text(a, plan), "Línea / Line: "), (std::vector<std::string>{"1", "2", "10"}));
        a.set(ten, {{"order", "0"}});
        QCOMPARE(linesWith(text(a, plan), "Línea / Line: "), (std::vector<std::string>{"10", "1", "2"}));
    }

    void notesAreNoPartOfTheText() {
        Desk a(11);
        a.found("A");
        const Dot plan = addPlan(a);
        const std::string before = text(a, plan);
        a.set(plan, {{"notes", "Falta llamar a Belice."}});
        QCOMPARE(text(a, plan), before);
        a.set(plan, {{"quorum", "7"}});
        QVERIFY(text(a, plan) != before);
    }

    void noValueLooksLikeALineOfItsOwn() {
        Desk a(12);
        a.found("A");
        const Dot plan = addPlan(a);
        addLine(a, plan, "1", "Protección\n\nLínea / Line: 2\r\n  Plazo / Due: 2027-01-01\x1b[2J");
        const std::string written = text(a, plan);
        QCOMPARE(linesWith(written, "Línea / Line: "), std::vector<std::string>{"1"});
        QVERIFY(
            written.ends_with("Protección\n    | \n    | Línea / Line: 2\n    |   Plazo / Due: 2027-01-01\ufffd[2J\n"));
    }

    void codesAreComparedAsPeopleCount() {
        for (const auto& [first, second] : std::vector<std::pair<const char*, const char*>>{{"1", "2"},
                                                                                            {"2", "10"},
                                                                                            {"1.2", "1.10"},
                                                                                            {"1", "1.1"},
                                                                                            {"1.a)", "1.b)"},
                                                                                            {"1.9", "2"},
                                                                                            {"01", "1"},
                                                                                            {"", "1"},
                                                                                            {"99", "100"}}) {
            QVERIFY2(codeComesBefore(first, second), second);
            QVERIFY2(!codeComesBefore(second, first), second);
        }
        QVERIFY(!codeComesBefore("1.2", "1.2"));
    }

    void aDifferenceIsToldLineByLine() {
        using Kind = LineChange::Kind;
        QCOMPARE(diffLines("a\nb\nc\n", "a\nx\nc\nd\n"),
                 (std::vector<LineChange>{{Kind::Removed, "b"}, {Kind::Added, "x"}, {Kind::Added, "d"}}));
        QVERIFY(diffLines("a\nb\n", "a\nb\n").empty());
        QCOMPARE(diffLines("", "a\n"), (std::vector<LineChange>{{Kind::Added, "a"}}));
        QCOMPARE(diffLines("a\nb\na\n", "a\n").size(), std::size_t{2});
    }
};

QTEST_APPLESS_MAIN(PlanTextTest)
#include "plan_text_test.moc"
