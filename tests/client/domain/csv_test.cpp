#include <QTest>

#include "client/domain/csv.h"
#include "client/domain/text_encoding.h"
#include "common/base/bytes.h"
#include "tests/support/prng.h"

namespace puente {

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows cellsOf(const CsvTable& table) {
    Rows rows;
    for (const CsvRow& row : table.rows)
        rows.push_back(row.cells);
    return rows;
}

} // namespace

/// Tables come in as offices write them, one bad row costs that row, and what goes out comes back as it was.
class CsvTest : public QObject {
    Q_OBJECT

private slots:
    void readsEveryDialect_data();
    void readsEveryDialect();
    void reportsBrokenRowsAndReadsOn_data();
    void reportsBrokenRowsAndReadsOn();
    void refusesWhatIsNoTable_data();
    void refusesWhatIsNoTable();
    void knowsWindows1252();
    void damageInOneRowDoesNotMakeItAnotherEncoding();
    void countsLinesAsAnEditorDoes();
    void aForcedDelimiterWins();
    void whatGoesOutComesBack();
    void manyOpenQuotesAreReadInLinearTime();
};

void CsvTest::readsEveryDialect_data() {
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char* label, const QByteArray& bytes) { QTest::newRow(label) << bytes; };
    row("RFC 4180", "a,b\r\n1,\"x, ñ\"\r\n\"2\",\"say \"\"no\"\"\"\r\n");
    row("without the last line break", "a,b\n1,\"x, ñ\"\n2,\"say \"\"no\"\"\"");
    row("semicolons", "a;b\r\n1;x, ñ\r\n2;say \"no\"\r\n");
    row("tabs", "a\tb\n1\tx, ñ\n2\tsay \"no\"\n");
    row("byte order mark", "\xef\xbb\xbf"
                           "a;b\r\n1;x, ñ\r\n2;\"say \"\"no\"\"\"\r\n");
    row("Windows-1252", "a;b\r\n1;x, \xf1\r\n2;\"say \"\"no\"\"\"\r\n");
    row("lines that end with CR", "a;b\r1;x, ñ\r2;say \"no\"\r");
    row("empty lines between", "\r\na,b\r\n\r\n1,\"x, ñ\"\r\n,\r\n2,\"say \"\"no\"\"\"\r\n\r\n");
    row("Excel's separator line", "sep=;\r\na;b\r\n1;x, ñ\r\n2;say \"no\"\r\n");
    row("spaces after a closing quote", "a,b\n\"1\" ,\"x, ñ\"\n2,\"say \"\"no\"\"\" \n");
}

void CsvTest::readsEveryDialect() {
    QFETCH(QByteArray, bytes);
    const auto table = readCsv(bytes.toStdString());
    QVERIFY(table.ok());
    QVERIFY(table->broken.empty());
    QVERIFY((table->header == std::vector<std::string>{"a", "b"}));
    QVERIFY((cellsOf(*table) == Rows{{"1", "x, ñ"}, {"2", "say \"no\""}}));
}

void CsvTest::reportsBrokenRowsAndReadsOn_data() {
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<int>("problem");
    const auto add = [](const char* label, const QByteArray& row, CsvProblem problem) {
        QTest::newRow(label) << row << static_cast<int>(problem);
    };
    add("a quote that never closes", "\"x,y", CsvProblem::UnclosedQuote);
    add("a quote that closes rows later", "\"x,y\n\"z", CsvProblem::TextAfterQuote);
    add("text after a closing quote", "\"x\"y,z", CsvProblem::TextAfterQuote);
    add("too few cells", "x", CsvProblem::CellCount);
    add("too many cells", "x,y,z", CsvProblem::CellCount);
    add("thousands of cells", QByteArray(5000, ','), CsvProblem::CellCount);
    add("a cell beyond all bounds", QByteArray(70'000, 'x') + ",y", CsvProblem::CellTooLong);
    add("a quoted cell beyond all bounds", "\"" + QByteArray(70'000, 'x') + "\",y", CsvProblem::UnclosedQuote);
    add("damaged UTF-8", "\xc3,\xc3\xb1", CsvProblem::NotUtf8);
}

void CsvTest::reportsBrokenRowsAndReadsOn() {
    QFETCH(QByteArray, row);
    QFETCH(int, problem);
    const std::string text = "a,b\n1,ñ\n" + row.toStdString() + "\n2,ñ\n";
    const auto table = readCsv(text);
    QVERIFY(table.ok());
    const Rows rows = cellsOf(*table);
    QVERIFY((rows.front() == std::vector<std::string>{"1", "ñ"}));
    QVERIFY((rows.back() == std::vector<std::string>{"2", "ñ"}));
    QCOMPARE(table->broken.front().line, 3u);
    QCOMPARE(static_cast<int>(table->broken.front().problem), problem);
}

void CsvTest::refusesWhatIsNoTable_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("fault");
    const auto add = [](const char* label, const QByteArray& bytes, CsvFault fault) {
        QTest::newRow(label) << bytes << static_cast<int>(fault);
    };
    add("nothing", "", CsvFault::Empty);
    add("only empty lines", "\r\n\n , \n" + QByteArray(), CsvFault::Empty);
    add("UTF-16",
        QByteArray("\xff\xfe"
                   "a\0b\0",
                   6),
        CsvFault::Utf16);
    add("a spreadsheet file", QByteArray("PK\x03\x04\0\0", 6), CsvFault::Binary);
    add("a header that cannot be read", "\"a,b\n1,2\n", CsvFault::BrokenHeader);
}

void CsvTest::refusesWhatIsNoTable() {
    QFETCH(QByteArray, bytes);
    QFETCH(int, fault);
    const auto table = readCsv(bytes.toStdString());
    QVERIFY(!table.ok());
    QCOMPARE(static_cast<int>(table.fault()), fault);
}

void CsvTest::knowsWindows1252() {
    QCOMPARE(fromWindows1252("\x80 \x93"
                             "a\x94 \x96 \xe1\xf1\xd3 \x9f"),
             std::string("€ “a” – áñÓ Ÿ"));
    QCOMPARE(fromWindows1252("\x81\x8d\x8f\x90\x9d"), std::string("\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"));
    std::string all;
    for (int byte = 1; byte < 256; ++byte)
        all.push_back(static_cast<char>(byte));
    QVERIFY(isUtf8(fromWindows1252(all)));
    QVERIFY(guessEncoding("Migraci\xf3n y desarrollo") == TextEncoding::Windows1252);
    QVERIFY(guessEncoding("Migración y desarrollo") == TextEncoding::Utf8);
    QVERIFY(guessEncoding("plain") == TextEncoding::Utf8);
}

void CsvTest::damageInOneRowDoesNotMakeItAnotherEncoding() {
    const auto table = readCsv("a\nMigración\nMéxico\nPanam\xe1\n");
    QVERIFY(table.ok());
    QVERIFY(table->encoding == TextEncoding::Utf8);
    QVERIFY((cellsOf(*table) == Rows{{"Migración"}, {"México"}}));
    QCOMPARE(table->broken.front().line, 4u);
}

void CsvTest::countsLinesAsAnEditorDoes() {
    const auto table = readCsv("a,b\r\n\"1\r\n\r\n2\",x\r\n\r\n3,y\r\n");
    QVERIFY(table.ok());
    QCOMPARE(table->rows[0].line, 2u);
    QCOMPARE(table->rows[0].cells[0], std::string("1\r\n\r\n2"));
    QCOMPARE(table->rows[1].line, 6u);
}

void CsvTest::aForcedDelimiterWins() {
    const auto table = readCsv("a;b,c\n1;2,3\n", ',');
    QVERIFY(table.ok());
    QVERIFY((table->header == std::vector<std::string>{"a;b", "c"}));
}

void CsvTest::whatGoesOutComesBack() {
    test::Prng prng(3);
    const std::vector<std::string> pieces{"a",  "ñ",    ",", ";", "\t", "\"", "'", "\r",
                                          "\n", "\r\n", "=", "+", "@",  "-",  " ", "＝"};
    for (int round = 0; round < 3000; ++round) {
        Rows rows(1 + prng.below(4), std::vector<std::string>(2));
        for (auto& row : rows)
            for (std::string& cell : row)
                for (std::size_t size = prng.below(6); size > 0; --size)
                    cell += pieces[prng.below(pieces.size())];
        for (auto& row : rows)
            row[1] += "x"; // a row of nothing but white space is no row
        const Rows expected = rows;
        rows.insert(rows.begin(), {"first", "second"});
        const auto flavour = prng.chance(50) ? CsvFlavour::Standard : CsvFlavour::SpanishExcel;
        const auto table = readCsv(writeCsv(rows, flavour));
        QVERIFY(table.ok() && table->broken.empty());
        Rows back = cellsOf(*table);
        for (auto& row : back)
            for (std::string& cell : row)
                cell = restoreCell(cell);
        QVERIFY(back == expected);
    }
}

void CsvTest::manyOpenQuotesAreReadInLinearTime() {
    std::string text = "a,b\n";
    for (int line = 0; line < 200'000; ++line)
        text += "\"x\n";
    const auto table = readCsv(text);
    QVERIFY(table.ok());
    QCOMPARE(table->rows.size() + table->broken.size(), 200'000u);
}

} // namespace puente

QTEST_APPLESS_MAIN(puente::CsvTest)
#include "csv_test.moc"
