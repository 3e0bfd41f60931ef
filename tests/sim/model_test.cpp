#include <QTest>

#include "tests/sim/model.h"

using namespace puente;
using namespace puente::test;

namespace {

LogId logNumber(std::uint8_t number) {
    LogId log;
    log.device.bytes.fill(number);
    return log;
}
Hash hashNumber(std::uint8_t number) {
    Hash hash;
    hash.bytes.fill(number);
    return hash;
}

/// One change set in a segment of its own.
SegmentBody body(std::vector<LogId> logs, std::uint32_t sequence, std::vector<Operation> operations,
                 std::vector<SeenEntry> seen = {}) {
    SegmentBody made;
    made.logs = std::move(logs);
    made.seen = std::move(seen);
    ChangeSet changeSet;
    changeSet.sequence = sequence;
    changeSet.seenCount = static_cast<std::uint32_t>(made.seen.size());
    changeSet.operations = std::move(operations);
    made.changeSets.push_back(std::move(changeSet));
    return made;
}

const LogId kAna = logNumber(1);
const LogId kLuis = logNumber(2);
const Model::FieldName kField{{kAna, 1, 0}, 8};

/// Ana creates a record with a value in field 8; Luis then writes there with what `seen` declares.
Model::Outcome outcomeWhenLuisReplaces(std::vector<SeenEntry> seen, const Dot& retired) {
    Model model;
    const Dot own{0, 1, 0};
    model.add(kAna, hashNumber(7),
              body({kAna}, 1,
                   {{Operation::Kind::Write, own, kTypeField, Symbol{1}},
                    {Operation::Kind::Write, own, 8, std::string("de Ana")}}));
    model.add(kLuis, hashNumber(9),
              body({kLuis, kAna}, 1, {{Operation::Kind::Write, {1, 1, 0}, 8, std::string("de Luis"), {retired}}},
                   std::move(seen)));
    return model.evaluate();
}

} // namespace

/// The model that the simulator trusts says what the rule says, case by case.
class ModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSeenValueIsReplaced() {
        const auto outcome = outcomeWhenLuisReplaces({{1, {1, hashNumber(7)}}}, {1, 1, 1});
        QVERIFY(outcome.live.at(kField) == (Model::Values{{{kLuis, 1, 0}, "tde Luis"}}));
        QVERIFY(outcome.conflicts.empty());
        QVERIFY(outcome.ignored.empty());
    }

    void aValueSeenUnderAForgedHeadStays() {
        const auto outcome = outcomeWhenLuisReplaces({{1, {1, hashNumber(8)}}}, {1, 1, 1});
        QCOMPARE(outcome.live.at(kField).size(), 2);
        QVERIFY(outcome.conflicts.contains(kField));
        QCOMPARE(outcome.ignored.size(), 1);
    }

    void aValueNotDeclaredAsSeenStays() { QCOMPARE(outcomeWhenLuisReplaces({}, {1, 1, 1}).live.at(kField).size(), 2); }

    void aValueOfAnotherFieldStays() {
        const auto outcome = outcomeWhenLuisReplaces({{1, {1, hashNumber(7)}}}, {1, 1, 0});
        QCOMPARE(outcome.live.at({{kAna, 1, 0}, kTypeField}).size(), 1);
        QCOMPARE(outcome.ignored.size(), 1);
    }

    void aDeclarationThatGoesBackIsVoid() {
        const auto outcome = outcomeWhenLuisReplaces({{1, {5, hashNumber(8)}}, {1, {1, hashNumber(7)}}}, {1, 1, 1});
        QCOMPARE(outcome.live.at(kField).size(), 2);
    }
};

QTEST_APPLESS_MAIN(ModelTest)
#include "model_test.moc"
