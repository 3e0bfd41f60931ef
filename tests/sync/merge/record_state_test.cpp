#include <QTest>

#include "sync/merge/record_codec.h"
#include "tests/support/prng.h"

using namespace puente;
using namespace puente::test;

namespace {

/// One insertion into a record: a value written, or a dot retired.
struct Step {
    std::uint32_t field = 0;
    Dot dot;
    std::optional<LiveValue> value;
};

Value randomValue(Prng& prng) {
    switch (prng.below(6)) {
    case 0: return "texto " + std::to_string(prng.below(3));
    case 1: return static_cast<std::int64_t>(prng.next());
    case 2: return Symbol{static_cast<std::uint32_t>(prng.below(3))};
    case 3: return Day{static_cast<std::int32_t>(prng.below(40'000)) - 20'000};
    case 4: return Reference{{.log = 2, .sequence = 9, .index = static_cast<std::uint32_t>(prng.below(9))}};
    default: return Opaque{.kind = 200, .payload = Bytes(prng.below(20), 7)};
    }
}

/// A dot always stands for the same value, as in the world: whoever writes it twice writes the same.
Step randomStep(Prng& prng) {
    Step step;
    const std::size_t choice = prng.below(24);
    step.field = static_cast<std::uint32_t>(choice % 3);
    step.dot = {.log = static_cast<std::uint32_t>(choice % 2),
                .sequence = static_cast<std::uint32_t>(1 + choice / 6),
                .index = static_cast<std::uint32_t>(choice)};
    if (prng.chance(40)) return step;
    Prng fixed(choice);
    step.value = LiveValue{.dot = step.dot,
                           .stamp = {.time = 1'000 + choice, .counter = static_cast<std::uint32_t>(choice % 4)},
                           .person = static_cast<std::uint32_t>(choice % 5),
                           .element = choice % 3 == 2,
                           .value = randomValue(fixed)};
    return step;
}

void take(RecordState& state, const Step& step) {
    if (step.value)
        state.write(step.field, *step.value);
    else
        state.retire(step.field, step.dot);
}

RecordState after(const std::vector<Step>& steps) {
    RecordState state;
    for (const Step& step : steps)
        take(state, step);
    return state;
}

LiveValue live(std::uint32_t log, std::uint32_t sequence, Value value, bool element = false) {
    return {.dot = {.log = log, .sequence = sequence, .index = 0},
            .stamp = {.time = sequence, .counter = 0},
            .person = 0,
            .element = element,
            .value = std::move(value)};
}

} // namespace

/// A record's state is a set of insertions: their order, their number and their way do not matter.
class RecordStateTest : public QObject {
    Q_OBJECT

private slots:
    void anyOrderAndRepetitionGivesTheSame() {
        Prng prng(1);
        for (int round = 0; round < 10'000; ++round) {
            std::vector<Step> steps(1 + prng.below(20));
            for (Step& step : steps)
                step = randomStep(prng);
            const RecordState expected = after(steps);
            for (std::size_t i = prng.below(6); i > 0; --i)
                steps.push_back(steps[prng.below(steps.size())]);
            prng.shuffle(steps);
            QVERIFY(after(steps) == expected);
        }
    }

    void whatIsRetiredNeverComesBack() {
        Prng prng(2);
        for (int round = 0; round < 10'000; ++round) {
            std::vector<Step> steps(1 + prng.below(20));
            for (Step& step : steps)
                step = randomStep(prng);
            const RecordState state = after(steps);
            for (const Step& step : steps) {
                if (step.value) continue;
                for (const LiveValue& value : state.find(step.field)->values)
                    QVERIFY(value.dot != step.dot);
                QVERIFY(state.knows(step.field, step.dot));
            }
        }
    }

    void whatNobodyRetiredStays() {
        Prng prng(3);
        for (int round = 0; round < 10'000; ++round) {
            std::vector<Step> steps(1 + prng.below(20));
            for (Step& step : steps)
                step = randomStep(prng);
            const RecordState state = after(steps);
            for (const Step& step : steps) {
                const auto retires = [&](const Step& other) {
                    return !other.value && other.field == step.field && other.dot == step.dot;
                };
                if (!step.value || std::any_of(steps.begin(), steps.end(), retires)) continue;
                const auto& values = state.find(step.field)->values;
                QVERIFY(std::find(values.begin(), values.end(), *step.value) != values.end());
            }
        }
    }

    void itsRowHoldsAllOfIt() {
        Prng prng(4);
        for (int round = 0; round < 10'000; ++round) {
            RecordState state;
            for (std::size_t i = prng.below(30); i > 0; --i)
                take(state, randomStep(prng));
            const Bytes row = RecordCodec::encode(state);
            QVERIFY(RecordCodec::decode(row) == state);
        }
    }

    void aDamagedRowIsNotARecord() {
        RecordState state;
        state.write(8, live(0, 1, std::string("texto")));
        const Bytes row = RecordCodec::encode(state);
        for (std::size_t size = 0; size < row.size(); ++size)
            QVERIFY(!RecordCodec::decode(ByteView(row).first(size)));
        Bytes longer = row;
        longer.push_back(0);
        QVERIFY(!RecordCodec::decode(longer));
    }

    void differentValuesConflictAndEqualOnesDoNot() {
        RecordState state;
        state.write(8, live(0, 1, std::string("uno")));
        state.write(8, live(1, 1, std::string("uno")));
        QVERIFY(!isInConflict(*state.find(8)));
        state.write(8, live(2, 1, std::string("dos")));
        QVERIFY(isInConflict(*state.find(8)));
    }

    void elementsOfASetNeverConflict() {
        RecordState state;
        state.write(9, live(0, 1, std::string("uno"), true));
        state.write(9, live(1, 1, std::string("dos"), true));
        QVERIFY(!isInConflict(*state.find(9)));
    }

    void theLatestStampIsShownAndThenTheGreaterDevice() {
        LogId low, high;
        high.device.bytes[0] = 1;
        const std::vector<LogId> logs{high, low}; // numbers say nothing about rank
        RecordState state;
        state.write(8, live(0, 5, std::string("antes")));
        state.write(8, live(1, 6, std::string("después")));
        QVERIFY(displayed(*state.find(8), logs)->value == Value(std::string("después")));
        state.write(8, live(0, 6, std::string("a la vez")));
        QVERIFY(displayed(*state.find(8), logs)->value == Value(std::string("a la vez")));
    }

    void aRecordIsCreatedDeletedAndEditedWhileDeleted() {
        RecordState state;
        state.write(8, live(1, 1, std::string("antes de su creación")));
        QVERIFY(!state.isCreated() && !state.type());
        state.write(kTypeField, live(0, 1, Symbol{3}));
        QVERIFY(state.isCreated() && !state.isDeleted());
        QVERIFY(state.type() == Symbol{3});
        state.retire(kTypeField, {.log = 0, .sequence = 1, .index = 0});
        QVERIFY(state.isCreated() && state.isDeleted() && state.isEditedWhileDeleted());
        QVERIFY(!state.type());
        state.retire(8, {.log = 1, .sequence = 1, .index = 0});
        QVERIFY(state.isDeleted() && !state.isEditedWhileDeleted());
    }
};

QTEST_APPLESS_MAIN(RecordStateTest)
#include "record_state_test.moc"
