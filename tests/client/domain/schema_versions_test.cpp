#include <QTest>

#include "client/domain/embedded_schema.h"
#include "client/domain/export.h"
#include "client/domain/import.h"
#include "tests/support/desk.h"

#include <nlohmann/json.hpp>

namespace puente {

namespace {

using Json = nlohmann::json;
using test::Desk;

/// The schema as the first version of the program had it, more or less: six types, and agreements of fewer fields.
Schema olderSchema() {
    std::vector<std::string> texts;
    for (const std::string_view document : embeddedSchema()) {
        Json json = Json::parse(document);
        if (json.contains("type") && json.at("number") > 6) continue;
        if (json.contains("version")) json["version"] = 1;
        if (json.value("type", "") == "agreement") {
            Json kept = Json::array();
            for (const Json& field : json.at("fields"))
                if (field.at("number") < 36 && field.at("name") != "indicator") kept.push_back(field);
            json["fields"] = kept;
        }
        // Types that only later versions have cannot be referred to.
        for (Json none = Json::array(); Json & field : json.contains("type") ? json["fields"] : none)
            if (field.contains("refersTo")) {
                Json known = Json::array();
                for (const Json& name : field["refersTo"])
                    if (name == "agreement" || name == "commitment" || name == "meeting" || name == "organization")
                        known.push_back(name);
                field["refersTo"] = known;
            }
        texts.push_back(json.dump());
    }
    const std::vector<std::string_view> views(texts.begin(), texts.end());
    auto schema = Schema::load(views);
    expects(schema.ok());
    return std::move(*schema);
}

} // namespace

/// Offices whose programs are of different age work on the same records.
class SchemaVersionsTest : public QObject {
    Q_OBJECT

private slots:
    void whatANewerProgramWroteSurvivesAnOlderOne();
};

void SchemaVersionsTest::whatANewerProgramWroteSurvivesAnOlderOne() {
    const Schema older = olderSchema();
    QVERIFY(!older.type("plan") && !older.type("agreement")->field("notified"));
    Desk newer(1), old(2);
    newer.found("ST CRM");
    old.join(newer, "RROCM");
    newer.add("plan", {{"year", "2026"}, {"title", "Plan conjunto"}});
    const Dot agreement = newer.add("agreement", {{"reference", "A-1"},
                                                  {"notified", "2026-01-31"},
                                                  {"indicator", "talleres"},
                                                  {"due", "60 días después de la notificación"}});
    newer.exchangeWith(old);

    // The older program shows what it has no name for, changes what it knows, and hands everything on.
    {
        const auto catalogue = *Catalogue::open(old.replica(), older);
        QVERIFY(catalogue->index().ok());
        const Dot there = catalogue->find(old.space(), {}, "A-1").at(0);
        const CatalogueNames names(*catalogue, old.space());
        const RecordViews views(old.replica(), older, names, Language::Spanish);
        const RecordView view = views.of(**catalogue->component(there));
        QVERIFY(view.find("#36") && view.find("#25"));
        QCOMPARE(view.find("#25")->values.at(0).machine, std::string("talleres"));
        const Component component = **catalogue->component(there);
        Edit edit = Edit::of(component);
        edit.set(older.type("agreement")->field("title_es")->number, std::string("Título de la versión anterior"));
        old.commit(edit.operations());
        // Its export names the unknown fields by number, and a newer program understands what it knows of that file.
        const auto text = exportJson(*catalogue, old.space(), *older.type("agreement"));
        const Json exported = Json::parse(*text);
        QCOMPARE(QString::fromStdString(exported.at(0).at("unknown").at("25").get<std::string>()), "talleres");
    }
    old.exchangeWith(newer);
    QVERIFY(*old.replica().stateHash(old.space()) == *newer.replica().stateHash(newer.space()));
    QCOMPARE(newer.text(agreement, "title_es"), std::string("Título de la versión anterior"));
    QCOMPARE(newer.text(agreement, "indicator"), std::string("talleres"));
    QCOMPARE(newer.text(agreement, "notified"), std::string("2026-01-31"));
    QCOMPARE(newer.catalogue().find(newer.space(), {}, "2026|Plan conjunto").size(), std::size_t{1});
}

} // namespace puente

QTEST_APPLESS_MAIN(puente::SchemaVersionsTest)
#include "schema_versions_test.moc"
