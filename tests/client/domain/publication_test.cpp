#include <QTest>

#include "client/domain/day_text.h"
#include "client/domain/publication.h"
#include "tests/support/desk.h"

namespace puente {

namespace {

using test::Desk;

const RecordType& typeNamed(const char* name) {
    return *Schema::builtIn().type(name);
}

std::string everything(Desk& desk) {
    const auto publisher = Publisher::of(desk.catalogue(), desk.space());
    std::string text = *publishedJson(*publisher, Schema::builtIn(), *parseDay("2026-12-01"));
    for (const RecordType& type : Schema::builtIn().types())
        for (const Language language : {Language::Spanish, Language::English})
            for (const auto& row : publishedTable(type, *publisher->records(type, language), language))
                for (const std::string& cell : row)
                    text += cell + "\n";
    return text;
}

bool holds(const std::string& text, const char* part) {
    return text.find(part) != std::string::npos;
}

} // namespace

/// What everybody may see is what was chosen, and nothing that stands beside it.
class PublicationTest : public QObject {
    Q_OBJECT

private slots:
    void onlyWhatWasChosenAndWhatBelongsToIt();
    void fieldsForMembersStayOut();
    void aReferenceToSomethingUnpublishedIsSilent();
    void whatIsInConflictIsHeldBack();
    void casesAreNeverPartOfIt();
};

void PublicationTest::onlyWhatWasChosenAndWhatBelongsToIt() {
    Desk desk(1);
    desk.found("ST CRM");
    desk.add("agreement", {{"reference", "SI-1"}, {"title", "visible"}, {"visibility", "public"}});
    desk.add("agreement", {{"reference", "NO-1"}, {"title", "oculto"}});
    desk.add("agreement", {{"reference", "NO-2"}, {"title", "para miembros"}, {"visibility", "members"}});
    desk.add("commitment", {{"agreement", "SI-1"}, {"country", "HN"}});
    desk.add("update", {{"subject", "SI-1|HN"}, {"text", "avance visible"}});
    desk.add("commitment", {{"agreement", "NO-1"}, {"country", "HN"}});
    desk.add("update", {{"subject", "NO-1|HN"}, {"text", "avance oculto"}});
    const std::string text = everything(desk);
    QVERIFY(holds(text, "visible") && holds(text, "SI-1|HN") && holds(text, "avance visible"));
    for (const char* hidden : {"NO-1", "NO-2", "oculto", "para miembros"})
        QVERIFY2(!holds(text, hidden), hidden);
}

void PublicationTest::fieldsForMembersStayOut() {
    Desk desk(2);
    desk.found("ST CRM");
    desk.add("agreement", {{"reference", "A"}, {"notes", "entre nosotros"}, {"visibility", "public"}});
    desk.add("organization", {{"name", "Red"}, {"notes", "entre nosotros"}});
    const std::string text = everything(desk);
    QVERIFY(holds(text, "Red"));
    QVERIFY(!holds(text, "entre nosotros"));
}

void PublicationTest::aReferenceToSomethingUnpublishedIsSilent() {
    Desk desk(3);
    desk.found("ST CRM");
    desk.add("meeting", {{"kind", "rcgm"}, {"number", "SECRETA"}, {"start", "2026-03-01"}});
    desk.add("agreement", {{"reference", "A"}, {"meeting", "rcgm|SECRETA|2026-03-01"}, {"visibility", "public"}});
    QVERIFY(!holds(everything(desk), "SECRETA"));
    desk.set(desk.catalogue().find(desk.space(), {}, "rcgm|SECRETA|2026-03-01")[0], {{"visibility", "public"}});
    QVERIFY(holds(everything(desk), "rcgm|SECRETA|2026-03-01"));
}

void PublicationTest::whatIsInConflictIsHeldBack() {
    Desk desk(4), other(5);
    desk.found("ST CRM");
    other.join(desk, "RROCM");
    const Dot record = desk.add("agreement", {{"reference", "A"}, {"visibility", "public"}});
    desk.exchangeWith(other);
    desk.set(record, {{"title", "una versión"}});
    other.set(other.catalogue().find(other.space(), {}, "A")[0], {{"title", "otra versión"}});
    desk.exchangeWith(other);
    QVERIFY(!holds(everything(desk), "versión"));
    const auto publisher = Publisher::of(desk.catalogue(), desk.space());
    const auto records = publisher->records(typeNamed("agreement"), Language::Spanish);
    QCOMPARE(records->at(0).heldBack, std::vector<std::string>{"title_es"});
    desk.set(record, {{"title", "la acordada"}});
    QVERIFY(holds(everything(desk), "la acordada"));
}

void PublicationTest::casesAreNeverPartOfIt() {
    Desk desk(6);
    desk.found("ST CRM");
    desk.add("agreement", {{"reference", "A"}, {"visibility", "public"}});
    desk.add("case", {{"receipt_code", "xxxx-yyyy"}, {"status", "received"}});
    QVERIFY(!holds(everything(desk), "xxxx-yyyy"));
}

} // namespace puente

QTEST_APPLESS_MAIN(puente::PublicationTest)
#include "publication_test.moc"
