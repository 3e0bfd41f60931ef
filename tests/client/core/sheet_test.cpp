#include <QTest>

#include "client/core/sheet.h"
#include "client/domain/csv.h"

using namespace puente;

/// Tables of what was worked out, as files.
class SheetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCellThatLooksLikeAFormulaComesBackAsItWas() {
        const std::vector<std::string> typed{"=1+1", "'=1+1", "-5", "+506 5555 0101", "@ana", "a=b"};
        Sheet sheet{.name = "s", .title = "S", .columns = {{"text", "TEXT"}}};
        for (const std::string& text : typed)
            sheet.rows.push_back({Cell(text)});

        const std::string csv = csvText(sheet);

        QVERIFY2(csv.find("\"'=1+1\"") != std::string::npos, csv.c_str());
        const auto table = readCsv(csv);
        QVERIFY(table.ok());
        QCOMPARE(table->rows.size(), typed.size());
        for (std::size_t i = 0; i < typed.size(); ++i)
            QCOMPARE(restoreCell(table->rows[i].cells[0]), typed[i]);
    }
};

QTEST_GUILESS_MAIN(SheetTest)
#include "sheet_test.moc"
