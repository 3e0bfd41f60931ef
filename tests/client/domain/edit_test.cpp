#include <QTest>

#include "client/domain/edit.h"
#include "tests/support/prng.h"

#include <map>

namespace puente {

namespace {

const RecordType& agreement() {
    return *Schema::builtIn().type("agreement");
}

/// Records and what several authors did to them, by the one merge rule and nothing else.
class Records {
public:
    /// Carries out operations as change set number `sequence` of log `log`.
    void apply(std::uint32_t log, std::uint32_t sequence, const std::vector<Operation>& operations) {
        for (std::uint32_t i = 0; i < operations.size(); ++i) {
            const Operation& operation = operations[i];
            const Dot record =
                operation.record.sequence == 0 ? Dot{log, sequence, operation.record.index} : operation.record;
            RecordState& state = m_states[record];
            for (const Dot& retired : operation.retired)
                state.retire(operation.field, retired);
            const Dot dot{log, sequence, i};
            if (operation.value)
                state.write(operation.field,
                            {dot, {sequence, 0}, 0, operation.kind == Operation::Kind::Add, *operation.value});
            m_history.push_back({dot, {sequence, 0}, 0, operation});
        }
    }
    Component component(std::initializer_list<Dot> records) const {
        std::vector<ComponentMember> members;
        for (const Dot& record : records)
            members.push_back({record, m_states.at(record)});
        return Component(std::move(members), m_logs);
    }
    const std::vector<Replica::HistoryItem>& history() const { return m_history; }

private:
    std::map<Dot, RecordState> m_states;
    std::vector<Replica::HistoryItem> m_history;
    std::vector<LogId> m_logs{LogId{{}, 1}, LogId{{}, 2}, LogId{{}, 3}};
};

Value text(const char* value) {
    return std::string(value);
}

std::vector<Value> valuesOf(const Component& record, std::uint32_t field) {
    std::vector<Value> values;
    for (const LiveValue& live : record.field(field).values)
        values.push_back(live.value);
    return values;
}

} // namespace

/// An edit says exactly what changed, and nothing that its author could not see.
class EditTest : public QObject {
    Q_OBJECT

private:
    const std::uint32_t kTitle = agreement().field("title_es")->number;
    const std::uint32_t kThemes = agreement().field("themes")->number;
    const Dot kFirst{0, 1, 0};

    Records withOne() const {
        Records records;
        Edit edit = Edit::create(agreement(), 0);
        edit.set(kTitle, text("a")).add(kThemes, text("x")).add(kThemes, text("y"));
        records.apply(0, 1, edit.operations());
        return records;
    }

private slots:
    void aNewRecordIsWrittenUnderItsOwnId() {
        const Records records = withOne();
        const Component record = records.component({kFirst});
        QVERIFY(record.type() == Symbol{agreement().number});
        QVERIFY((valuesOf(record, kTitle) == std::vector{text("a")}));
        QVERIFY((valuesOf(record, kThemes) == std::vector{text("x"), text("y")}));
    }

    void whatChangesNothingYieldsNothing() {
        const Records records = withOne();
        const Component record = records.component({kFirst});
        Edit edit = Edit::of(record);
        edit.set(kTitle, text("a")).add(kThemes, text("x")).remove(kThemes, text("z"));
        edit.setElements(kThemes, {text("y"), text("x"), text("y")}).clear(agreement().field("due")->number);
        QVERIFY(edit.isEmpty());
    }

    void settingRetiresWhatWasSeen() {
        Records records = withOne();
        const Component record = records.component({kFirst});
        Edit edit = Edit::of(record);
        edit.set(kTitle, text("b"));
        records.apply(0, 2, edit.operations());
        QVERIFY((valuesOf(records.component({kFirst}), kTitle) == std::vector{text("b")}));
    }

    void concurrentValuesAreInConflictUntilSomebodyDecides() {
        Records records = withOne();
        const Component before = records.component({kFirst});
        records.apply(1, 1, Edit::of(before).set(kTitle, text("b")).operations());
        records.apply(2, 1, Edit::of(before).set(kTitle, text("c")).operations());
        const Component between = records.component({kFirst});
        QVERIFY(between.isInConflict(kTitle));

        // Choosing one that is there is a write of its own: only so does it hold against a like choice elsewhere.
        records.apply(0, 2, Edit::of(between).set(kTitle, text("c")).operations());
        const Component after = records.component({kFirst});
        QVERIFY(!after.isInConflict(kTitle));
        QVERIFY((valuesOf(after, kTitle) == std::vector{text("c")}));
    }

    void elementsAreReplacedOneByOne() {
        Records records = withOne();
        const Component record = records.component({kFirst});
        const auto operations = Edit::of(record).setElements(kThemes, {text("y"), text("z")}).operations();
        QCOMPARE(operations.size(), 2u); // one retires x, one adds z; y was not touched
        records.apply(1, 1, operations);
        QVERIFY((valuesOf(records.component({kFirst}), kThemes) == std::vector{text("y"), text("z")}));
    }

    void joinedRecordsAreEditedAsOne() {
        Records records = withOne();
        records.apply(1, 1, Edit::create(agreement(), 1).set(kTitle, text("b")).operations());
        const Dot second{1, 1, 0};
        const auto join = joinOperations(records.component({kFirst}), records.component({second}));
        QCOMPARE(join.size(), 2u);
        records.apply(2, 1, join);
        const Component both = records.component({second, kFirst});
        QVERIFY(both.id() == kFirst);
        QVERIFY(both.isInConflict(kTitle));
        QVERIFY(joinOperations(both, records.component({second})).empty());

        records.apply(2, 2, Edit::of(both).set(kTitle, text("c")).operations());
        QVERIFY((valuesOf(records.component({kFirst, second}), kTitle) == std::vector{text("c")}));
        QVERIFY(valuesOf(records.component({second}), kTitle).empty());
    }

    void equalValuesOfJoinedRecordsAreNoConflict() {
        Records records = withOne();
        records.apply(1, 1, Edit::create(agreement(), 1).set(kTitle, text("a")).operations());
        const Component both = records.component({kFirst, Dot{1, 1, 0}});
        QVERIFY(!both.isInConflict(kTitle));
        QVERIFY(Edit::of(both).set(kTitle, text("a")).isEmpty());
    }

    void deletingTakesAllAndRestoringBringsItBack() {
        Records records = withOne();
        const Component before = records.component({kFirst});
        records.apply(0, 2, Edit::of(before).remove().operations());
        const Component deleted = records.component({kFirst});
        QVERIFY(deleted.isDeleted() && !deleted.isEditedWhileDeleted());

        records.apply(1, 3, Edit::of(deleted).restore(records.history()).operations());
        const Component restored = records.component({kFirst});
        QVERIFY(restored.type() == before.type());
        QVERIFY(valuesOf(restored, kTitle) == valuesOf(before, kTitle));
        QVERIFY(valuesOf(restored, kThemes) == valuesOf(before, kThemes));
        QVERIFY(Edit::of(restored).restore(records.history()).isEmpty());
    }

    void restoringLeavesWhatOthersWroteMeanwhile() {
        Records records = withOne();
        const Component before = records.component({kFirst});
        records.apply(0, 2, Edit::of(before).remove().operations());
        records.apply(1, 1, Edit::of(before).set(kTitle, text("meanwhile")).operations());
        const Component between = records.component({kFirst});
        QVERIFY(between.isEditedWhileDeleted());
        records.apply(0, 3, Edit::of(between).restore(records.history()).operations());
        QVERIFY((valuesOf(records.component({kFirst}), kTitle) == std::vector{text("meanwhile")}));
    }

    void theDeletedDoNotComeBackWithWhatWasReplacedBefore() {
        Records records = withOne();
        const Component one = records.component({kFirst});
        records.apply(0, 2, Edit::of(one).set(kTitle, text("b")).remove(kThemes, text("x")).operations());
        const Component two = records.component({kFirst});
        records.apply(0, 3, Edit::of(two).remove().operations());
        const Component three = records.component({kFirst});
        records.apply(0, 4, Edit::of(three).restore(records.history()).operations());
        const Component four = records.component({kFirst});
        QVERIFY((valuesOf(four, kTitle) == std::vector{text("b")}));
        QVERIFY((valuesOf(four, kThemes) == std::vector{text("y")}));
    }
};

} // namespace puente

QTEST_APPLESS_MAIN(puente::EditTest)
#include "edit_test.moc"
