#include <QTest>

#include "client/domain/embedded_schema.h"
#include "client/domain/schema.h"
#include "sync/model/change_set.h"

#include <set>

namespace puente {

/// The schema is data that can be trusted: what ships loads, and what is wrong with a document is found and named.
class SchemaTest : public QObject {
    Q_OBJECT

private slots:
    void shipsEveryTypeUnderItsNumber() {
        const std::vector<std::string> expected{"organization",
                                                "meeting",
                                                "agreement",
                                                "commitment",
                                                "update",
                                                "comment",
                                                "focal_point",
                                                "term",
                                                "agenda_item",
                                                "plan",
                                                "line_of_action",
                                                "approval",
                                                "extension",
                                                "link",
                                                "proposal_response",
                                                "funding",
                                                "training_event",
                                                "training_participation",
                                                "capacity_assessment",
                                                "advocacy_action",
                                                "national_space",
                                                "document",
                                                "attendance",
                                                "suggestion",
                                                "pledge",
                                                "snapshot",
                                                "case",
                                                "case_follow_up",
                                                "referral",
                                                "space_profile",
                                                "case_count"};
        const std::vector<RecordType>& types = Schema::builtIn().types();
        QCOMPARE(types.size(), expected.size());
        for (std::size_t i = 0; i < types.size(); ++i) {
            QCOMPARE(types[i].name, expected[i]);
            QCOMPARE(types[i].number, static_cast<std::uint32_t>(i + 1));
        }
        QVERIFY(Schema::builtIn().version() >= 2);
    }

    void nothingOfACaseIsForOthers() {
        for (const RecordType& type : Schema::builtIn().types()) {
            for (const Field& field : type.fields) {
                QVERIFY2(!type.isRestricted || field.publication == Publication::None, field.name.c_str());
                const bool isFile = type.name == "document" && field.name == "file"; // sealed under the file's key
                QVERIFY2(!field.isSealed || type.isRestricted || isFile, field.name.c_str());
                QVERIFY2(!field.isSealed || field.publication == Publication::None, field.name.c_str());
            }
            // What tells one record from another stands in an index: it must not be what is sealed.
            for (const std::string& name : type.naturalKey)
                QVERIFY2(!type.field(name)->isSealed, name.c_str());
        }
    }

    void numbersAreNeverMoved() {
        // What is stored is numbers: a change here is a change to everybody's records.
        const RecordType& agreement = *Schema::builtIn().type("agreement");
        QCOMPARE(agreement.number, 3u);
        QCOMPARE(agreement.field("reference")->number, 8u);
        QCOMPARE(agreement.field("title_es")->number, 14u);
        QCOMPARE(agreement.field("due")->number, 22u);
        QCOMPARE(agreement.field("status")->number, 23u);
        QCOMPARE(agreement.field("place")->number, 35u);
        QCOMPARE(agreement.field("countries")->enumerator(6)->name, std::string("HN"));
    }

    void everythingThatPeopleSeeExistsInBothLanguages() {
        for (const RecordType& type : Schema::builtIn().types()) {
            QVERIFY(!type.label.spanish.empty() && !type.label.english.empty());
            QVERIFY(!type.plural.spanish.empty() && !type.plural.english.empty());
            for (const Field& field : type.fields) {
                QVERIFY(!field.label.spanish.empty() && !field.label.english.empty());
                QCOMPARE(field.help.spanish.empty(), field.help.english.empty());
                for (const Enumerator& enumerator : field.enumerators)
                    QVERIFY(!enumerator.label.spanish.empty() && !enumerator.label.english.empty());
            }
        }
    }

    void aTitleIsTheOneInTheLanguageInUse() {
        const RecordType& agreement = *Schema::builtIn().type("agreement");
        QCOMPARE(agreement.field("title", Language::Spanish)->name, std::string("title_es"));
        QCOMPARE(agreement.field("title", Language::English)->name, std::string("title_en"));
        QVERIFY(!agreement.field("nonsense", Language::English));
    }

    void refusesABrokenDocument_data();
    void refusesABrokenDocument();
};

namespace {

/// A schema of one type with this list of fields.
std::string typeWith(const char* fields, const char* key = "[\"name\"]") {
    return std::string(R"({"type": "thing", "number": 1, "label": {"es": "a", "en": "a"}, "plural": {"es": "a",
        "en": "a"}, "help": {"es": "a", "en": "a"}, "title": ["name"], "naturalKey": )") +
           key + ", \"fields\": [" + fields + "]}";
}

constexpr const char* kName =
    R"({"number": 8, "name": "name", "kind": "text", "label": {"es": "a", "en": "a"}, "publication": "public"})";

std::string nameAnd(const char* field) {
    return typeWith((std::string(kName) + "," + field).c_str());
}

} // namespace

void SchemaTest::refusesABrokenDocument_data() {
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<int>("fault");
    const auto row = [](const char* label, const std::string& document, int fault) {
        QTest::newRow(label) << QByteArray::fromStdString(document) << fault;
    };
    const auto number = [](SchemaFault fault) { return static_cast<int>(fault); };

    row("nothing wrong", typeWith(kName), -1);
    row("not JSON", "{", number(SchemaFault::NotJson));
    row("a number that is text", typeWith(R"({"number": "8", "name": "x"})"), number(SchemaFault::WrongShape));
    row("no label", nameAnd(R"({"number": 9, "name": "x", "kind": "text", "publication": "public"})"),
        number(SchemaFault::WrongShape));
    row("a kind nobody knows", nameAnd(R"({"number": 9, "name": "x", "kind": "blob"})"),
        number(SchemaFault::UnknownName));
    row("an enumeration nobody knows",
        nameAnd(R"({"number": 9, "name": "x", "kind": "symbol", "label": {"es": "a", "en": "a"},
                    "enumeration": "colour", "publication": "public"})"),
        number(SchemaFault::UnknownName));
    row("a symbol without enumerators",
        nameAnd(R"({"number": 9, "name": "x", "kind": "symbol", "label": {"es": "a", "en": "a"},
                    "publication": "public"})"),
        number(SchemaFault::WrongShape));
    row("a reference to no type", nameAnd(R"({"number": 9, "name": "x", "kind": "reference", "refersTo": ["ghost"],
                    "label": {"es": "a", "en": "a"}, "publication": "public"})"),
        number(SchemaFault::UnknownName));
    row("a field number of the engine's",
        nameAnd(R"({"number": 7, "name": "x", "kind": "text", "label": {"es": "a", "en": "a"},
                    "publication": "public"})"),
        number(SchemaFault::NumberReserved));
    row("two fields of one number",
        nameAnd(R"({"number": 8, "name": "x", "kind": "text", "label": {"es": "a", "en": "a"},
                    "publication": "public"})"),
        number(SchemaFault::DuplicateNumber));
    row("two fields of one name",
        nameAnd(R"({"number": 9, "name": "name", "kind": "text", "label": {"es": "a", "en": "a"},
                    "publication": "public"})"),
        number(SchemaFault::DuplicateName));
    row("a key of no field", typeWith(kName, "[\"ghost\"]"), number(SchemaFault::UnknownName));
    row("no key", typeWith(kName, "[]"), number(SchemaFault::WrongShape));
}

void SchemaTest::refusesABrokenDocument() {
    QFETCH(QByteArray, document);
    QFETCH(int, fault);
    const std::array<std::string_view, 2> documents{"{\"version\": 1}",
                                                    std::string_view(document.data(), document.size())};
    const auto loaded = Schema::load(documents);
    QCOMPARE(loaded.ok() ? -1 : static_cast<int>(loaded.fault()), fault);
}

} // namespace puente

QTEST_APPLESS_MAIN(puente::SchemaTest)
#include "schema_test.moc"
