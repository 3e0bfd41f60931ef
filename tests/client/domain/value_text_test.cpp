#include <QTest>

#include "client/domain/day_text.h"
#include "client/domain/fold.h"
#include "client/domain/value_text.h"
#include "tests/support/prng.h"

namespace puente {

namespace {

const Field& agreementField(const char* name) {
    return *Schema::builtIn().type("agreement")->field(name);
}

/// Calls three records by name: "CRM01-01" once, "twin" twice.
class FewNames final : public RecordNames {
public:
    std::vector<Dot> find(std::span<const std::string>, std::string_view text) const override {
        if (text == "CRM01-01") return {Dot{0, 1, 0}};
        if (text == "twin") return {Dot{0, 2, 0}, Dot{0, 3, 0}};
        return {};
    }
    std::string nameOf(const Dot&) const override { return "CRM01-01"; }
    std::string titleOf(const Dot&, Language) const override { return "A title"; }
};

} // namespace

/// What somebody typed becomes the value that was meant, or stays the text it was; and what is written can be read.
class ValueTextTest : public QObject {
    Q_OBJECT

private slots:
    void understandsDays_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("number"); // INT_MIN: kept as text
        QTest::newRow("the first") << QByteArray("1970-01-01") << 0;
        QTest::newRow("a leap day") << QByteArray("2000-02-29") << 11016;
        QTest::newRow("with white space around") << QByteArray(" 2026-12-01\n") << 20788;
        for (const char* text :
             {"2021", "2026-13-01", "2023-02-29", "1900-02-29", "2026-1-1", "01/12/2026", "0000-01-01",
              "2026-12-01T10:00", "+026-12-01", "primer trimestre del año 2000", "２０２６-12-01"})
            QTest::newRow(text) << QByteArray(text) << INT_MIN;
    }
    void understandsDays() {
        QFETCH(QByteArray, text);
        QFETCH(int, number);
        const ReadValue read = readValue(agreementField("meeting_date"), text.toStdString(), NoRecordNames());
        if (number == INT_MIN) {
            QVERIFY(read.reading == Reading::NotADay && read.keptAsText());
            QVERIFY(*read.value == Value(text.toStdString()));
        } else {
            QVERIFY(read.reading == Reading::Understood);
            QVERIFY(*read.value == Value(Day{number}));
        }
    }

    void understandsSymbolsHoweverTheyAreSpelled_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* text : {"partly_fulfilled", "Partly fulfilled", "PARTLY-FULFILLED", "Cumplido en parte",
                                 "cumplido  EN parte", "parcialmente cumplido", "#4"})
            QTest::newRow(text) << QByteArray(text);
    }
    void understandsSymbolsHoweverTheyAreSpelled() {
        QFETCH(QByteArray, text);
        const ReadValue read = readValue(agreementField("status"), text.toStdString(), NoRecordNames());
        QVERIFY(read.reading == Reading::Understood);
        QVERIFY(*read.value == Value(Symbol{4}));
    }

    void keepsAnUnknownSymbolAsText() {
        const ReadValue read = readValue(agreementField("kind"), "plenary_rcm_sacm", NoRecordNames());
        QVERIFY(read.reading == Reading::NotAnEnumerator);
        QVERIFY(*read.value == Value(std::string("plenary_rcm_sacm")));
    }

    void countriesAnswerToCodeAndName() {
        for (const char* text : {"MX", "mx", "México", "mexico", "MEXICO", "Mexico", "Me\xcc\x81xico"}) {
            const ReadValue read = readValue(agreementField("countries"), text, NoRecordNames());
            QVERIFY2(read.value && *read.value == Value(Symbol{7}), text);
        }
    }

    void understandsNumbersWithinBounds() {
        const Field& progress = agreementField("progress");
        QVERIFY(*readValue(progress, "50", NoRecordNames()).value == Value(std::int64_t{50}));
        QVERIFY(*readValue(progress, "50 %", NoRecordNames()).value == Value(std::int64_t{50}));
        QVERIFY(readValue(progress, "101", NoRecordNames()).reading == Reading::OutOfRange);
        QVERIFY(readValue(progress, "-1", NoRecordNames()).reading == Reading::OutOfRange);
        QVERIFY(readValue(progress, "99999999999999999999", NoRecordNames()).reading == Reading::NotANumber);
        QVERIFY(readValue(progress, "half", NoRecordNames()).reading == Reading::NotANumber);
    }

    void resolvesReferencesOnlyWhenExactlyOneRecordAnswers() {
        const Field& subject = *Schema::builtIn().type("commitment")->field("agreement");
        QVERIFY(*readValue(subject, "CRM01-01", FewNames()).value == Value(Reference{Dot{0, 1, 0}}));
        QVERIFY(readValue(subject, "twin", FewNames()).reading == Reading::SeveralRecords);
        QVERIFY(readValue(subject, "nobody", FewNames()).reading == Reading::NoSuchRecord);
    }

    void nothingIsNothingAndBadBytesAreNotText() {
        QVERIFY(readValue(agreementField("notes"), " \t ", NoRecordNames()).reading == Reading::Empty);
        QVERIFY(readValue(agreementField("notes"), "a\xff", NoRecordNames()).reading == Reading::NotUtf8);
    }

    void whatIsWrittenIsReadBackAsItWas() {
        test::Prng prng(7);
        for (int round = 0; round < 20'000; ++round) {
            const Day day{static_cast<std::int32_t>(prng.below(3'652'058)) - 719'162};
            QVERIFY(parseDay(formatDay(day)) == day);
        }
        const Field& status = agreementField("status");
        for (std::uint32_t number : {1u, 6u, 7u, 4'000'000'000u}) {
            const std::string text = machineText(&status, Value(Symbol{number}), NoRecordNames());
            QVERIFY(*readValue(status, text, NoRecordNames()).value == Value(Symbol{number}));
        }
    }

    void showsPeopleLabelsAndMachinesNames() {
        const Field& status = agreementField("status");
        QCOMPARE(displayText(&status, Symbol{2}, Language::Spanish, NoRecordNames()), std::string("En curso"));
        QCOMPARE(displayText(&status, Symbol{2}, Language::English, NoRecordNames()), std::string("In progress"));
        QCOMPARE(machineText(&status, Symbol{2}, NoRecordNames()), std::string("in_progress"));
        QCOMPARE(machineText(&status, Symbol{99}, NoRecordNames()), std::string("#99"));
        QCOMPARE(displayText(&agreementField("progress"), std::int64_t{5}, Language::English, NoRecordNames()),
                 std::string("5 %"));
    }

    void elementsSurviveOneCell() {
        test::Prng prng(11);
        const std::string_view letters = "a;\\ \tñ";
        for (int round = 0; round < 20'000; ++round) {
            std::vector<std::string> elements(prng.below(4));
            for (std::string& element : elements)
                for (std::size_t size = 1 + prng.below(5); size > 0; --size)
                    element.push_back(letters[prng.below(letters.size())]);
            QVERIFY(splitElements(joinElements(elements)) == elements);
        }
    }

    void elementsAreTrimmedAndNeverEmpty() {
        const std::vector<std::string> expected{"CA", "CR", "gestión migratoria"};
        QVERIFY(splitElements(" CA;CR ;; gestión migratoria;") == expected);
    }

    void foldingForgetsWhatPeopleForget() {
        QCOMPARE(fold("  ÁÉÍÓÚ Ñ  ç "), std::string("aeiou n c"));
        QCOMPARE(fold("Pro-Témpore"), std::string("pro-tempore"));
        QCOMPARE(foldName("Vice-Ministerial"), foldName("vice_ministerial"));
        QCOMPARE(fold("ÆÞØ"), std::string("æþo"));
        QCOMPARE(fold("ab\xc2\xa0 c"), std::string("ab c"));
        QCOMPARE(std::string(clipped("añb", 2)), std::string("a"));
    }
};

} // namespace puente

QTEST_APPLESS_MAIN(puente::ValueTextTest)
#include "value_text_test.moc"
