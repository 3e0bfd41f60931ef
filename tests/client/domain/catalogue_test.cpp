#include <QTest>

#include "client/domain/day_text.h"
#include "client/domain/filter.h"
#include "tests/support/desk.h"
#include "tests/support/prng.h"

namespace puente {

using test::Desk;

namespace {

const RecordType& typeNamed(const char* name) {
    return *Schema::builtIn().type(name);
}

std::size_t countOf(Desk& desk, const RecordFilter& filter, const char* type) {
    std::size_t count = 0;
    const CatalogueNames names = desk.names();
    expects(desk.catalogue()
                .forEach(desk.space(), typeNamed(type),
                         [&](const Component& record) {
                             count += filter.matches(record, names) ? 1 : 0;
                             return true;
                         })
                .ok());
    return count;
}

} // namespace

/// Records are found by what people call them, joined ones count as one, and what a newer version wrote is kept.
class CatalogueTest : public QObject {
    Q_OBJECT

private slots:
    void findsByReferenceHandleAndSpokenName() {
        Desk desk(1);
        desk.found("ST CRM");
        const Dot meeting =
            desk.add("meeting", {{"kind", "viceministerial"}, {"number", "XIX"}, {"start", "2014-06-26"}});
        const Dot agreement = desk.add("agreement", {{"reference", "CRM19-01"}, {"meeting", "XIX CRM"}});
        const std::string handle = desk.view(agreement).handle;
        for (const std::string& name :
             {std::string("CRM19-01"), std::string("crm19-01"), handle, handle.substr(0, 8)}) {
            const auto found = desk.catalogue().find(desk.space(), {}, name);
            QVERIFY2(found.size() == 1 && found[0] == agreement, name.c_str());
        }
        QCOMPARE(desk.text(agreement, "meeting"), std::string("vice_ministerial|XIX|2014-06-26"));
        QVERIFY(desk.catalogue().find(desk.space(), {}, "XX CRM").empty());
        QVERIFY(desk.catalogue().referringTo(meeting) == std::vector{agreement});
        const std::vector<std::string> others{"commitment"};
        QVERIFY(desk.catalogue().find(desk.space(), others, "CRM19-01").empty());
    }

    void aChangedKeyIsFoundUnderItsNewNameOnly() {
        Desk desk(2);
        desk.found("ST CRM");
        const Dot agreement = desk.add("agreement", {{"reference", "A"}});
        const Dot commitment = desk.add("commitment", {{"agreement", "A"}, {"country", "HN"}});
        QVERIFY(desk.catalogue().find(desk.space(), {}, "A|HN") == std::vector{commitment});
        desk.set(agreement, {{"reference", "B"}});
        QVERIFY(desk.catalogue().find(desk.space(), {}, "A").empty());
        QVERIFY(desk.catalogue().find(desk.space(), {}, "A|HN").empty());
        QVERIFY(desk.catalogue().find(desk.space(), {}, "B|HN") == std::vector{commitment});
    }

    void searchesWordsBeginningsAndCodes() {
        Desk desk(3);
        desk.found("ST CRM");
        const Dot first = desk.add(
            "agreement", {{"reference", "A"}, {"printed_number", "1.a)"}, {"title", "Protección de niñez migrante"}});
        const Dot second =
            desk.add("agreement", {{"reference", "B"}, {"title", "Trata de personas; \"NOT\" OR migración"}});
        const auto search = [&](const char* text) { return desk.catalogue().search(desk.space(), text, 10); };
        QVERIFY(search("proteccion NINEZ") == std::vector{first});
        QVERIFY(search("prot") == std::vector{first});
        QVERIFY(search("1.a)") == std::vector{first});
        QVERIFY(search("personas \"not\" or") == std::vector{second});
        QCOMPARE(search("migr").size(), 2u);
        QVERIFY(search("migr trafico").empty());
        for (const char* odd : {"", "  ", "\"", "*", "NEAR(", "a\"b", "body:x", "-", "()"})
            search(odd); // no character is an operator
        desk.set(first, {{"title", "Otra cosa"}});
        QVERIFY(search("prot").empty());
    }

    void theSameEnteredTwiceIsListedAndJoinedInOneAct() {
        Desk desk(4), other(5);
        desk.found("ST CRM");
        other.join(desk, "RROCM");
        const Dot mine = desk.add("agreement", {{"reference", "A"}, {"title_es", "uno"}, {"themes", "x"}});
        other.add("agreement", {{"reference", "a"}, {"title_es", "uno"}, {"title_en", "one"}, {"themes", "y"}});
        desk.exchangeWith(other);
        const auto listed = desk.catalogue().duplicates(desk.space());
        QCOMPARE(listed.size(), 1u);
        QCOMPARE(listed[0].records.size(), 2u);
        QCOMPARE(other.catalogue().duplicates(other.space()).size(), 1u);

        const Component a = **desk.catalogue().component(listed[0].records[0]);
        const Component b = **desk.catalogue().component(listed[0].records[1]);
        desk.commit(joinOperations(a, b));
        desk.exchangeWith(other);
        for (Desk* each : {&desk, &other}) {
            QVERIFY(each->catalogue().duplicates(each->space()).empty());
            const auto found = each->catalogue().find(each->space(), {}, "A");
            QCOMPARE(found.size(), 1u);
            const RecordView view = each->view(found[0]);
            QCOMPARE(view.otherHandles.size(), 1u);
            QVERIFY((view.conflicts() == std::vector<std::string>{"reference"})); // "A" or "a"; equal titles are none
            QCOMPARE(view.find("themes")->values.size(), 2u);
            QVERIFY(each->catalogue().find(each->space(), {}, view.otherHandles[0]) == found); // both ids stay good
        }
        QCOMPARE(desk.view(mine).handle, other.view(other.catalogue().find(other.space(), {}, "A")[0]).handle);
    }

    void aConflictShowsWhoWroteWhat() {
        Desk desk(6), other(7);
        desk.found("ST CRM");
        other.join(desk, "RROCM");
        const Dot record = desk.add("agreement", {{"reference", "A"}, {"due", "2026-01-01"}});
        desk.exchangeWith(other);
        const Dot there = other.catalogue().find(other.space(), {}, "A")[0];
        desk.set(record, {{"due", "2026-02-02"}});
        other.clock().advance(std::chrono::hours(1));
        other.set(there, {{"due", "marzo"}});
        desk.exchangeWith(other);
        const RecordView view = desk.view(record, Language::Spanish);
        const FieldView& due = *view.find("due");
        QCOMPARE(due.label, std::string("Plazo"));
        QVERIFY(due.isInConflict && due.values.size() == 2);
        QCOMPARE(due.values[0].machine, std::string("marzo")); // the later one is shown first
        QVERIFY(due.values[0].keptAsText && !due.values[1].keptAsText);
        const CatalogueNames names = desk.names();
        const RecordViews views(desk.replica(), Schema::builtIn(), names, Language::Spanish);
        QCOMPARE(views.authorOf(desk.space(), due.values[0].live).organization, std::string("RROCM"));
        QCOMPARE(views.authorOf(desk.space(), due.values[1].live).organization, std::string("ST CRM"));
        QCOMPARE(views.authorOf(desk.space(), due.values[0].live).person, std::string("somebody"));
    }

    void whatANewerVersionWroteIsKeptAndShown() {
        Desk desk(8), other(9);
        desk.found("ST CRM");
        other.join(desk, "RROCM");
        const std::uint32_t log = ownLogNumber(desk.replica(), desk.space());
        const Field& status = *typeNamed("agreement").field("status");
        Edit edit = Edit::create(typeNamed("agreement"), log);
        edit.set(typeNamed("agreement").field("reference")->number, std::string("A"));
        edit.set(900, std::string("new field")).add(901, Opaque{20, {1, 2, 3}}).set(status.number, Symbol{77});
        desk.commit(edit.operations());
        desk.exchangeWith(other);
        const Dot record = other.catalogue().find(other.space(), {}, "A")[0];
        const RecordView view = other.view(record);
        QCOMPARE(view.find("#900")->values[0].display, std::string("new field"));
        QVERIFY(!view.find("#900")->field);
        QVERIFY(view.find("#901")->values[0].isUnknown);
        QCOMPARE(view.find("status")->values[0].machine, std::string("#77"));
        QVERIFY(view.find("status")->values[0].isUnknown);
        other.set(record, {{"title", "x"}});
        other.exchangeWith(desk);
        QVERIFY(*desk.replica().stateHash(desk.space()) == *other.replica().stateHash(other.space()));
        QCOMPARE(desk.view(desk.catalogue().find(desk.space(), {}, "A")[0]).find("#900")->values[0].display,
                 std::string("new field"));
    }

    void deletedRecordsAreFoundNoMoreUntilTheyAreBack() {
        Desk desk(10);
        desk.found("ST CRM");
        const Dot record = desk.add("agreement", {{"reference", "A"}, {"title", "palabra"}});
        const Component component = **desk.catalogue().component(record);
        desk.commit(Edit::of(component).remove().operations());
        QVERIFY(desk.catalogue().find(desk.space(), {}, "A").empty());
        QVERIFY(desk.catalogue().search(desk.space(), "palabra", 5).empty());
        QVERIFY(desk.view(record).isDeleted);

        const Component deleted = **desk.catalogue().component(record);
        const auto history = desk.replica().history(record);
        QVERIFY(history.ok());
        desk.commit(Edit::of(deleted).restore(*history).operations());
        QVERIFY(desk.catalogue().find(desk.space(), {}, "A") == std::vector{record});
        QCOMPARE(desk.text(record, "title_es"), std::string("palabra"));
    }

    void listsAreFilteredByNameLabelAndDay() {
        Desk desk(11);
        desk.found("ST CRM");
        desk.add("agreement",
                 {{"reference", "A"}, {"due", "2026-01-01"}, {"status", "pending"}, {"countries", "HN;MX"}});
        desk.add("agreement",
                 {{"reference", "B"}, {"due", "2026-01-01"}, {"status", "fulfilled"}, {"title", "Título"}});
        desk.add("agreement", {{"reference", "C"}, {"due", "pronto"}});
        desk.add("agreement", {{"reference", "D"}, {"due", "2026-06-01"}});
        desk.add("commitment", {{"agreement", "A"}, {"country", "HN"}});
        const CatalogueNames names = desk.names();
        const auto count = [&](const char* condition, const char* type = "agreement") {
            RecordFilter filter(typeNamed(type));
            expects(filter.where(condition, names).ok());
            return countOf(desk, filter, type);
        };
        QCOMPARE(count("status=Pendiente"), 1u);
        QCOMPARE(count("status = FULFILLED"), 1u);
        QCOMPARE(count("countries=méxico"), 1u);
        QCOMPARE(count("title=titulo"), 1u);
        QCOMPARE(count("due=2026-01-01"), 2u);
        QCOMPARE(count("status="), 2u);
        QCOMPARE(count("agreement=A", "commitment"), 1u);
        QCOMPARE(count("agreement=B", "commitment"), 0u);

        RecordFilter filter(typeNamed("agreement"));
        QVERIFY(filter.where("colour=red", names).fault() == FilterFault::UnknownField);
        QVERIFY(filter.where("colour", names).fault() == FilterFault::NoValue);
        QVERIFY(filter.where("light=green", names).fault() == FilterFault::UnknownLight);
        const Deadlines deadlines(desk.catalogue(), desk.space());
        filter.standsAt(Light::Overdue);
        filter.judgeBy(deadlines, *parseDay("2026-01-01"));
        QCOMPARE(countOf(desk, filter, "agreement"), 0u); // due today is not overdue
        filter.judgeBy(deadlines, *parseDay("2026-01-02"));
        QCOMPARE(countOf(desk, filter, "agreement"), 1u);
        filter.judgeBy(deadlines, *parseDay("2027-01-01"));
        QCOMPARE(countOf(desk, filter, "agreement"), 2u);
    }

    void aReferenceInACircleHasAnEnd() {
        Desk desk(12);
        desk.found("ST CRM");
        const Dot record = desk.add("commitment", {{"agreement", "x"}, {"country", "HN"}});
        const Component component = **desk.catalogue().component(record);
        Edit edit = Edit::of(component);
        edit.set(typeNamed("commitment").field("agreement")->number, Reference{record});
        desk.commit(edit.operations());
        QVERIFY(!desk.view(record).title.empty());
        QVERIFY(!desk.names().nameOf(record).empty());
    }
};

} // namespace puente

QTEST_APPLESS_MAIN(puente::CatalogueTest)
#include "catalogue_test.moc"
