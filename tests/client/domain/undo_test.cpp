#include <QTest>

#include "client/domain/undo.h"
#include "tests/support/desk.h"

namespace puente {

namespace {

using test::Desk;

UndoPlan planFor(Desk& desk, std::uint32_t back = 0) {
    const auto done = desk.replica().ownChangeSet(desk.space(), back);
    expects(done.ok() && done->has_value());
    auto plan = planUndo(desk.catalogue(), ownLogNumber(desk.replica(), desk.space()), **done);
    expects(plan.ok());
    return std::move(*plan);
}

/// Undoes the last act; how much of it was left as it is.
std::size_t undo(Desk& desk) {
    UndoPlan plan = planFor(desk);
    if (!plan.operations.empty()) desk.commit(plan.operations);
    return plan.left.size();
}

} // namespace

/// The last act can be taken back, before and after others have it, and never at the cost of what they wrote.
class UndoTest : public QObject {
    Q_OBJECT

private slots:
    void aChangeIsTakenBack();
    void anUndoCanBeUndone();
    void aNewRecordGoesAgain();
    void aDeletedRecordComesBack();
    void elementsOfSets();
    void whatOthersWroteSinceStays();
    void aRecordOthersBuildOnStays();
    void itWorksAfterSynchronising();
    void aConflictThatWasSettledIsOneAgain();
    void thereIsAnEnd();
};

void UndoTest::aChangeIsTakenBack() {
    Desk desk(1);
    desk.found("ST CRM");
    const Dot record = desk.add("agreement", {{"reference", "A"}, {"title", "antes"}, {"due", "2026-01-01"}});
    desk.set(record, {{"title", "después"}, {"due", ""}, {"status", "pending"}});
    QCOMPARE(undo(desk), std::size_t{0});
    QCOMPARE(desk.text(record, "title_es"), std::string("antes"));
    QCOMPARE(desk.text(record, "due"), std::string("2026-01-01"));
    QCOMPARE(desk.text(record, "status"), std::string());
}

void UndoTest::anUndoCanBeUndone() {
    Desk desk(2);
    desk.found("ST CRM");
    const Dot record = desk.add("agreement", {{"reference", "A"}, {"title", "antes"}});
    desk.set(record, {{"title", "después"}});
    undo(desk);
    undo(desk);
    QCOMPARE(desk.text(record, "title_es"), std::string("después"));
    QVERIFY(!desk.view(record).find("title_es")->isInConflict);
}

void UndoTest::aNewRecordGoesAgain() {
    Desk desk(3);
    desk.found("ST CRM");
    const Dot record = desk.add("agreement", {{"reference", "A"}, {"themes", "a;b"}});
    QCOMPARE(undo(desk), std::size_t{0});
    QVERIFY(desk.view(record).isDeleted);
    QVERIFY(desk.catalogue().find(desk.space(), {}, "A").empty());
    undo(desk);
    QCOMPARE(desk.text(record, "reference"), std::string("A"));
}

void UndoTest::aDeletedRecordComesBack() {
    Desk desk(4);
    desk.found("ST CRM");
    const Dot record = desk.add("agreement", {{"reference", "A"}, {"themes", "a;b"}, {"status", "pending"}});
    const Component component = **desk.catalogue().component(record);
    desk.commit(Edit::of(component).remove().operations());
    QVERIFY(desk.view(record).isDeleted);
    QCOMPARE(undo(desk), std::size_t{0});
    QVERIFY(!desk.view(record).isDeleted);
    QCOMPARE(desk.text(record, "status"), std::string("pending"));
    QCOMPARE(desk.view(record).find("themes")->values.size(), std::size_t{2});
}

void UndoTest::elementsOfSets() {
    Desk desk(5);
    desk.found("ST CRM");
    const Dot record = desk.add("agreement", {{"reference", "A"}, {"themes", "a;b"}});
    desk.set(record, {{"themes", "b;c"}});
    undo(desk);
    const RecordView view = desk.view(record);
    QCOMPARE(view.find("themes")->values.size(), std::size_t{2});
    QCOMPARE(view.find("themes")->values[0].machine, std::string("a"));
}

void UndoTest::whatOthersWroteSinceStays() {
    Desk desk(6), other(7);
    desk.found("ST CRM");
    other.join(desk, "RROCM");
    const Dot record = desk.add("agreement", {{"reference", "A"}, {"title", "antes"}, {"status", "pending"}});
    desk.set(record, {{"title", "después"}, {"status", "fulfilled"}});
    desk.exchangeWith(other);
    other.set(other.catalogue().find(other.space(), {}, "A")[0], {{"title", "de otros"}});
    other.exchangeWith(desk);
    QCOMPARE(undo(desk), std::size_t{1});
    QCOMPARE(desk.text(record, "title_es"), std::string("de otros"));
    QCOMPARE(desk.text(record, "status"), std::string("pending"));
}

void UndoTest::aRecordOthersBuildOnStays() {
    Desk desk(8), other(9);
    desk.found("ST CRM");
    other.join(desk, "RROCM");
    const Dot record = desk.add("agreement", {{"reference", "A"}, {"title", "t"}});
    desk.exchangeWith(other);
    other.add("comment", {{"record", "A"}, {"text", "importante"}});
    other.exchangeWith(desk);
    const UndoPlan plan = planFor(desk);
    QVERIFY(plan.operations.empty());
    QVERIFY(plan.left.at(0).why == LeftAsItIs::Why::OthersBuildOn);
    QVERIFY(!desk.view(record).isDeleted);
}

void UndoTest::itWorksAfterSynchronising() {
    Desk desk(10), other(11);
    desk.found("ST CRM");
    other.join(desk, "RROCM");
    const Dot record = desk.add("agreement", {{"reference", "A"}, {"title", "antes"}});
    desk.set(record, {{"title", "después"}});
    desk.exchangeWith(other);
    QCOMPARE(undo(desk), std::size_t{0});
    desk.exchangeWith(other);
    const Dot there = other.catalogue().find(other.space(), {}, "A")[0];
    QCOMPARE(other.text(there, "title_es"), std::string("antes"));
    QVERIFY(*desk.replica().stateHash(desk.space()) == *other.replica().stateHash(other.space()));
}

void UndoTest::aConflictThatWasSettledIsOneAgain() {
    Desk desk(12), other(13);
    desk.found("ST CRM");
    other.join(desk, "RROCM");
    const Dot record = desk.add("agreement", {{"reference", "A"}});
    desk.exchangeWith(other);
    desk.set(record, {{"title", "uno"}});
    other.set(other.catalogue().find(other.space(), {}, "A")[0], {{"title", "dos"}});
    desk.exchangeWith(other);
    QVERIFY(desk.view(record).find("title_es")->isInConflict);
    desk.set(record, {{"title", "tres"}});
    QCOMPARE(undo(desk), std::size_t{0});
    QCOMPARE(desk.view(record).find("title_es")->values.size(), std::size_t{2});
}

void UndoTest::thereIsAnEnd() {
    Desk desk(14);
    desk.found("ST CRM");
    QVERIFY(!desk.replica().ownChangeSet(desk.space(), 0)->has_value());
    desk.add("agreement", {{"reference", "A"}});
    QVERIFY(desk.replica().seal(desk.space()).ok());
    desk.add("agreement", {{"reference", "B"}});
    QCOMPARE((*desk.replica().ownChangeSet(desk.space(), 0))->sequence, 2u);
    QCOMPARE((*desk.replica().ownChangeSet(desk.space(), 1))->sequence, 1u);
    QVERIFY(!desk.replica().ownChangeSet(desk.space(), 2)->has_value());
}

} // namespace puente

QTEST_APPLESS_MAIN(puente::UndoTest)
#include "undo_test.moc"
