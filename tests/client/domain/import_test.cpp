#include <QTest>

#include "client/domain/export.h"
#include "client/domain/import.h"
#include "client/domain/import_text.h"
#include "tests/support/desk.h"
#include "tests/support/paths.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

namespace puente {

using test::Desk;

namespace {

std::string fileText(const char* name) {
    std::ifstream file(test::dataPath(QString::fromUtf8(name)).toStdString(), std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

ImportPlan planOf(Desk& desk, const std::string& csv, const char* type) {
    const ImportTable table = importTableFrom(std::move(*readCsv(csv)));
    auto plan = planImport(table, desk.catalogue(), desk.space(), *Schema::builtIn().type(type), Language::Spanish);
    expects(plan.ok());
    return std::move(*plan);
}

ImportPlan import(Desk& desk, const std::string& csv, const char* type) {
    ImportPlan plan = planOf(desk, csv, type);
    expects(carryOut(plan, desk.replica(), desk.space(), "importer").ok());
    desk.index();
    return plan;
}

std::size_t noted(const ImportPlan& plan, std::string_view column) {
    std::size_t count = 0;
    for (const RowReport& row : plan.rows)
        for (const CellNote& note : row.notes)
            count += note.column == column ? 1 : 0;
    return count;
}

std::size_t recordCount(Desk& desk, const char* type) {
    std::size_t count = 0;
    expects(desk.catalogue()
                .forEach(desk.space(), *Schema::builtIn().type(type),
                         [&](const Component&) {
                             ++count;
                             return true;
                         })
                .ok());
    return count;
}

constexpr const char* kHead = "reference,title,due,themes\r\n";

} // namespace

/// Whatever an office sends comes in, is reported row by row, and comes in only once.
class ImportTest : public QObject {
    Q_OBJECT

private slots:
    void takesTheRealFilesWhole() {
        Desk desk(1);
        desk.found("ST CRM");
        const ImportPlan organizations = import(desk, fileText("organizaciones.csv"), "organization");
        QCOMPARE(organizations.counts().created, 109u);
        QCOMPARE(organizations.counts().keptAsText, 0u);
        QVERIFY(organizations.ignoredColumns.empty());

        const ImportPlan meetings = import(desk, fileText("reuniones.csv"), "meeting");
        QCOMPARE(meetings.counts().created, 57u);
        QCOMPARE(noted(meetings, "kind"), 6u);   // adhoc, rrocm and plenary_rcm_sacm are no kinds we know
        QCOMPARE(noted(meetings, "start"), 16u); // a year or a month only
        QCOMPARE(noted(meetings, "country"), 0u);

        const ImportPlan agreements = import(desk, fileText("acuerdos.csv"), "agreement");
        QCOMPARE(agreements.counts().created, 241u);
        QCOMPARE(agreements.counts().skipped, 0u);
        QVERIFY(agreements.ignoredColumns.empty());
        QCOMPARE(noted(agreements, "due"), 5u); // of 41 with any term, 4 are dates
        QCOMPARE(noted(agreements, "kind") + noted(agreements, "countries") + noted(agreements, "language"), 0u);
        QCOMPARE(noted(agreements, "meeting"), 124u); // of bodies that reuniones.csv does not list
        QCOMPARE(noted(agreements, "meeting_date"), 66u);
        QCOMPARE(agreements.counts().keptAsText, 5u + 124u + 66u);

        const auto found = desk.catalogue().find(desk.space(), {}, "crm04-04");
        QCOMPARE(found.size(), 1u);
        QCOMPARE(desk.text(found[0], "due"), std::string("en un plazo no mayor de sesenta días"));
        QCOMPARE(desk.text(found[0], "meeting"), std::string("vice_ministerial|IV|1999-01-28"));
        QCOMPARE(desk.text(found[0], "countries"), std::string("MX"));
        QVERIFY(!desk.text(found[0], "title_es").empty());
        QVERIFY(desk.text(found[0], "title_en").empty());
    }

    void twiceChangesNothing() {
        Desk desk(2);
        desk.found("ST CRM");
        for (const auto& [file, type] :
             {std::pair{"organizaciones.csv", "organization"}, std::pair{"reuniones.csv", "meeting"},
              std::pair{"acuerdos.csv", "agreement"}}) {
            const std::size_t created = import(desk, fileText(file), type).counts().created;
            const ImportPlan again = planOf(desk, fileText(file), type);
            QCOMPARE(again.counts().unchanged, created);
            QVERIFY(again.changeSets.empty());
        }
    }

    void aMeetingThatComesLaterReplacesItsNameInText() {
        Desk desk(3);
        desk.found("ST CRM");
        import(desk, fileText("acuerdos.csv"), "agreement");
        import(desk, fileText("reuniones.csv"), "meeting");
        const ImportPlan again = import(desk, fileText("acuerdos.csv"), "agreement");
        QVERIFY(again.counts().updated > 100);
        QCOMPARE(again.counts().updated + again.counts().unchanged, 241u);
        const auto found = desk.catalogue().find(desk.space(), {}, "GRCM10-01");
        for (const RowReport& row : again.rows) // The technical group is known by its day.
            for (const CellNote& note : row.notes)
                QVERIFY(!note.text.starts_with("GRCM ") && !note.text.starts_with("RCGM "));
    }

    void changedRowsChangeOnlyWhatTheySay() {
        Desk desk(4);
        desk.found("ST CRM");
        import(desk, std::string(kHead) + "A,uno,2026-01-01,x;y\r\nB,dos,,\r\n", "agreement");
        const ImportPlan plan = import(desk, std::string(kHead) + "A,uno,2026-02-02,y;z\r\nB,,,\r\n", "agreement");
        QVERIFY(plan.rows[0].outcome == RowOutcome::Updated);
        QVERIFY(plan.rows[1].outcome == RowOutcome::Unchanged); // an empty cell takes nothing away
        const Dot record = desk.catalogue().find(desk.space(), {}, "A").front();
        QCOMPARE(desk.text(record, "due"), std::string("2026-02-02"));
        QCOMPARE(desk.view(record).find("themes")->values.size(), 2u);
        QCOMPARE(recordCount(desk, "agreement"), 2u);
    }

    void leavesAConflictToPeople() {
        Desk desk(5), other(6);
        desk.found("ST CRM");
        other.join(desk, "Gobierno");
        const Dot record = desk.add("agreement", {{"reference", "A"}, {"due", "2026-01-01"}});
        desk.exchangeWith(other);
        desk.set(record, {{"due", "2026-02-02"}});
        const Dot there = other.catalogue().find(other.space(), {}, "A").front();
        other.set(there, {{"due", "2026-03-03"}});
        desk.exchangeWith(other);
        QVERIFY(desk.view(record).find("due")->isInConflict);

        const ImportPlan plan = import(desk, std::string(kHead) + "A,uno,2026-04-04,\r\n", "agreement");
        QVERIFY(plan.rows[0].outcome == RowOutcome::Updated); // the title
        QVERIFY(plan.rows[0].notes[0].isInConflict);
        QVERIFY(desk.view(record).find("due")->isInConflict);
    }

    void aBadRowCostsOnlyItself_data() {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<int>("problem");
        const auto add = [](const char* label, const QByteArray& row, RowProblem problem) {
            QTest::newRow(label) << row << static_cast<int>(problem);
        };
        add("broken", "\"B,dos", RowProblem::Broken);
        add("without a key", ",dos,,", RowProblem::NoKey);
        add("a key that was there", " a ,dos,,", RowProblem::RepeatedInFile);
        add("more text than a change may hold",
            "B," + QByteArray(60'000, 'x') + "," + QByteArray(60'000, 'y') + "," + QByteArray(60'000, 'z'),
            RowProblem::TooLarge);
    }
    void aBadRowCostsOnlyItself() {
        QFETCH(QByteArray, row);
        QFETCH(int, problem);
        Desk desk(7);
        desk.found("ST CRM");
        const std::string csv = kHead + std::string("A,uno,,\r\n") + row.toStdString() + "\r\nC,tres,,\r\n";
        const ImportPlan plan = import(desk, csv, "agreement");
        QCOMPARE(plan.counts().created, 2u);
        QCOMPARE(plan.rows[1].line, 3u);
        QCOMPARE(static_cast<int>(*plan.rows[1].problem), problem);
        QVERIFY(!describe(plan.rows[1], plan, Language::Spanish).empty());
        QVERIFY(describe(plan.rows[1], plan, Language::Spanish) != describe(plan.rows[1], plan, Language::English));
    }

    void aRequiredFieldMustBeThere() {
        Desk desk(8);
        desk.found("ST CRM");
        const ImportPlan plan = import(desk, "kind,number,start\r\n,I,\r\nrcgm,II,\r\n", "meeting");
        QVERIFY(plan.rows[0].problem == RowProblem::NoRequired);
        QVERIFY(plan.rows[1].outcome == RowOutcome::Created);
    }

    void aFileWithoutItsKeyIsRefusedByName() {
        Desk desk(9);
        desk.found("ST CRM");
        const ImportTable table = importTableFrom(std::move(*readCsv("title|due\r\nx|y\r\n")));
        const RecordType& type = *Schema::builtIn().type("agreement");
        const auto plan = planImport(table, desk.catalogue(), desk.space(), type, Language::Spanish);
        QVERIFY(!plan.ok());
        QVERIFY((plan.fault().missing == std::vector<std::string>{"reference"}));
        QVERIFY(describe(plan.fault(), type, Language::English).find("reference") != std::string::npos);
    }

    void unknownColumnsAreNamedOnce() {
        Desk desk(10);
        desk.found("ST CRM");
        const ImportPlan plan = planOf(desk, "id,colour,reference,título\r\n1,red,A,uno\r\n", "agreement");
        QVERIFY((plan.ignoredColumns == std::vector<std::string>{"colour"}));
        QVERIFY((plan.repeatedColumns == std::vector<std::string>{"id"})); // "reference" says it better
        QCOMPARE(plan.rows[0].key, std::string("A"));
    }

    void knowsWhatAFileIsAbout() {
        const auto typeOf = [](const char* name) {
            return guessType(Schema::builtIn(), readCsv(fileText(name))->header);
        };
        QCOMPARE(typeOf("acuerdos.csv")->name, std::string("agreement"));
        QCOMPARE(typeOf("reuniones.csv")->name, std::string("meeting"));
        QCOMPARE(typeOf("organizaciones.csv")->name, std::string("organization"));
        QVERIFY(!guessType(Schema::builtIn(), {"a", "b"}));
    }

    void whatIsExportedIsImportedAsItWas_data() {
        QTest::addColumn<bool>("json");
        QTest::newRow("CSV") << false;
        QTest::newRow("JSON") << true;
    }
    void whatIsExportedIsImportedAsItWas();

    void aJsonFileThatIsNoTableIsRefused() {
        QVERIFY(importTableFromJson("{").fault() == JsonTableFault::NotJson);
        QVERIFY(importTableFromJson("{}").fault() == JsonTableFault::NotAList);
        QVERIFY(importTableFromJson("[1]").fault() == JsonTableFault::NotAList);
        QVERIFY(importTableFromJson("[{\"a\": {}}]").fault() == JsonTableFault::NotAList);
        QVERIFY(importTableFromJson(std::string(100'000, '[')).fault() == JsonTableFault::NotAList);
        QVERIFY(importTableFromJson("[{\"a\": 1}, {\"b\": [\"x\", \"y;\"]}]")->rows[1].cells[1] == "x;y\\;");
    }
};

namespace {

/// What records of a type say, by the name each of them goes by; handles left aside.
std::set<std::vector<std::string>> contents(Desk& desk, const char* type) {
    std::set<std::vector<std::string>> rows;
    const auto table = exportTable(desk.catalogue(), desk.space(), *Schema::builtIn().type(type));
    for (std::vector<std::string> row : *table) {
        row.erase(row.begin());
        rows.insert(std::move(row));
    }
    return rows;
}

void enterOneOfEach(Desk& desk) {
    desk.add("commitment", {{"agreement", "CRM04-04"},
                            {"country", "MX"},
                            {"due", "2026-05-05"},
                            {"status", "en curso"},
                            {"assessment", "not_fulfilled"},
                            {"progress", "40 %"},
                            {"responsible", "=SRE"}});
    desk.add("update", {{"subject", "CRM04-04|MX"},
                        {"quarter", "2026-T1"},
                        {"organization", "Instituto Nacional de Migración|MX"},
                        {"text", "línea uno\r\nlínea «dos»; \"tres\""},
                        {"progress", "mucho"},
                        {"evidence", "a\\;b;c\\\\"}});
    desk.add("update", {{"subject", "CRM04-04"}, {"text", "-1"}, {"progress", "100"}});
    desk.add("comment", {{"record", "CRM04-04|MX"}, {"text", "'=HYPERLINK(\"x\")"}});
    desk.add("comment", {{"record", "vice_ministerial|I|1996-03-13"}, {"text", "@all"}});
    desk.add("agreement",
             {{"reference", "a|b\\c"}, {"title_es", "t"}, {"countries", "MX;UY;Atlantis"}, {"weight", "7"}});
    desk.add("comment", {{"record", "a\\|b\\\\c"}, {"text", "escaped"}});
}

/// Something that a field takes, whatever its kind.
std::string sampleFor(const Field& field) {
    switch (field.kind) {
    case FieldKind::Text: return "“" + field.name + "”; línea 1\nlínea 2";
    case FieldKind::Integer: return field.decimals > 0 ? "1234.5" : std::to_string(field.minimum.value_or(3));
    case FieldKind::Date: return "2026-02-28";
    case FieldKind::Symbol: return field.enumerators.back().name;
    case FieldKind::Term: return "antes de la XXIII CRM";
    case FieldKind::Reference: return "CRM04-04"; // of another type it stays text, and comes back as that
    }
    return {};
}

/// A record with every field filled in, of each type that has none yet.
void enterFullRecords(Desk& desk) {
    for (const RecordType& type : Schema::builtIn().types()) {
        if (contents(desk, type.name.c_str()).size() > 1) continue; // the head is always there
        Desk::Fields fields;
        for (const Field& field : type.fields)
            fields.emplace_back(field.name, field.isSet ? joinElements({sampleFor(field)}) : sampleFor(field));
        desk.add(type.name.c_str(), fields);
    }
}

} // namespace

void ImportTest::whatIsExportedIsImportedAsItWas() {
    QFETCH(bool, json);
    Desk from(20), to(21);
    from.found("ST CRM");
    to.found("Otra");
    for (const auto& [file, type] : {std::pair{"organizaciones.csv", "organization"},
                                     std::pair{"reuniones.csv", "meeting"}, std::pair{"acuerdos.csv", "agreement"}})
        import(from, fileText(file), type);
    enterOneOfEach(from);
    enterFullRecords(from);
    for (const RecordType& type : Schema::builtIn().types()) {
        if (type.isRestricted) continue; // no table holds cases
        const auto rows = exportTable(from.catalogue(), from.space(), type);
        for (const Field& field : type.fields) // nor anything that is sealed elsewhere
            QCOMPARE(std::count(rows->front().begin(), rows->front().end(), field.name), field.isSealed ? 0 : 1);
        const ImportTable table = json
                                      ? *importTableFromJson(*exportJson(from.catalogue(), from.space(), type))
                                      : importTableFrom(std::move(*readCsv(writeCsv(*rows, CsvFlavour::SpanishExcel))));
        auto plan = planImport(table, to.catalogue(), to.space(), type, Language::English);
        QVERIFY2(plan.ok(), type.name.c_str());
        QCOMPARE(plan->counts().created, rows->size() - 1);
        QVERIFY(plan->ignoredColumns.empty());
        QVERIFY(carryOut(*plan, to.replica(), to.space(), "importer").ok());
        to.index();
        QVERIFY2(contents(to, type.name.c_str()) == contents(from, type.name.c_str()), type.name.c_str());
    }
}

} // namespace puente

QTEST_APPLESS_MAIN(puente::ImportTest)
#include "import_test.moc"
