#include <QTest>

#include "client/domain/day_text.h"
#include "client/domain/record_rules.h"

namespace puente {

namespace {

/// A new record of a type with some fields.
Edit made(const RecordType& type, std::initializer_list<std::pair<const char*, Value>> fields) {
    Edit edit = Edit::create(type, 1);
    for (const auto& [name, value] : fields)
        edit.set(type.field(name)->number, value);
    return edit;
}

const RecordType& typeNamed(const char* name) {
    return *Schema::builtIn().type(name);
}

} // namespace

/// What the schema demands of a record beyond its fields.
class RecordRulesTest : public QObject {
    Q_OBJECT

private slots:
    void aRefusalNeedsItsReason() {
        const RecordType& type = typeNamed("suggestion");
        const Symbol refused{type.field("decision")->enumerators.back().number}, accepted{1};
        QVERIFY(!brokenBy(made(type, {{"decision", accepted}}), type));
        const auto broken = brokenBy(made(type, {{"decision", refused}}), type);
        QVERIFY(broken && broken->kind == BrokenRule::Kind::Missing);
        QCOMPARE(broken->field->name, std::string("reason"));
        QVERIFY(!brokenBy(made(type, {{"decision", refused}, {"reason", Value(std::string("fuera de plazo"))}}), type));
    }

    void anEndIsNotBeforeItsBeginning() {
        const RecordType& type = typeNamed("term");
        const Day first = *parseDay("2026-01-01"), last = *parseDay("2026-12-31");
        QVERIFY(!brokenBy(made(type, {{"from", first}, {"to", last}}), type));
        QVERIFY(!brokenBy(made(type, {{"from", first}, {"to", first}}), type));
        QVERIFY(!brokenBy(made(type, {{"from", last}}), type));
        const auto broken = brokenBy(made(type, {{"from", last}, {"to", first}}), type);
        QVERIFY(broken && broken->kind == BrokenRule::Kind::WrongOrder);
        // A day kept as text is nothing that could be compared.
        QVERIFY(!brokenBy(made(type, {{"from", last}, {"to", Value(std::string("2026"))}}), type));
    }
};

} // namespace puente

QTEST_APPLESS_MAIN(puente::RecordRulesTest)
#include "record_rules_test.moc"
