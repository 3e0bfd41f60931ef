#include <QTest>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

#include "client/domain/file_name.h"
#include "common/base/bytes.h"
#include "tests/support/hostile_names.h"

#include <set>

using namespace puente;
using namespace puente::test;

/// Whatever somebody called a file, it lands in the folder that was named, and nowhere else.
class FileNameTest : public QObject {
    Q_OBJECT

private slots:
    void keepsAnHonestName_data() {
        QTest::addColumn<std::string>("name");
        for (const char* name :
             {"acta.pdf", "Manual contra la trata (es), 2.ª edición.pdf", "Informe 2026-T3.csv", "niñez.tar.gz",
              "заявление.pdf", "声明.pdf", "a&b; c'd.txt", "comité.pdf", "consulta.pdf", "nulo.pdf", "com10.txt"})
            QTest::newRow(name) << std::string(name);
    }
    void keepsAnHonestName() {
        QFETCH(const std::string, name);
        QCOMPARE(safeFileName(name), name);
    }

    void makesAHostileOneHarmless() {
        const std::vector<std::string> names = hostileNames();
        QVERIFY(names.size() >= 300);
        for (const std::string& name : names) {
            const std::string safe = safeFileName(name);
            const QByteArray what =
                QByteArray::fromStdString(name.substr(0, 60)) + " -> " + QByteArray::fromStdString(safe);
            QVERIFY2(!safe.empty() && safe.size() <= kFileNameMax && isUtf8(safe), what.constData());
            QVERIFY2(safe.find_first_of("/\\:*?\"<>|%\n\r\t") == std::string::npos, what.constData());
            for (const char letter : safe)
                QVERIFY2(static_cast<unsigned char>(letter) >= 0x20 && letter != 0x7F, what.constData());
            QVERIFY2(safe.front() != '.' && safe.front() != '-' && safe.front() != '~' && safe.front() != ' ',
                     what.constData());
            QVERIFY2(safe.back() != '.' && safe.back() != ' ', what.constData());
            for (const char* hidden :
                 {"\xE2\x80\xAE", "\xE2\x80\x8F", "\xE2\x80\x8B", "\xEF\xBB\xBF", "\xC2\xAD", "\xC2\x9B"})
                QVERIFY2(safe.find(hidden) == std::string::npos, what.constData());
            const QString stem = QString::fromStdString(safe).section('.', 0, 0).toLower();
            QVERIFY2(
                !QStringList({"con", "prn", "aux", "nul", "com1", "com9", "lpt1", "lpt9", "com0", "lpt0", "conin$"})
                     .contains(stem),
                what.constData());
            // What was made safe stays as it is.
            QCOMPARE(safeFileName(safe), safe);
        }
    }

    void nothingLandsOutside() {
        QTemporaryDir root;
        QVERIFY(QDir(root.path()).mkpath("a/b/inside"));
        const QString inside = root.filePath("a/b/inside");
        for (const std::string& name : hostileNames()) {
            QFile file(inside + "/" + QString::fromStdString(safeFileName(name)));
            QVERIFY2(file.open(QIODevice::WriteOnly), name.substr(0, 60).c_str());
            file.write("x");
        }
        int files = 0;
        for (QDirIterator all(root.path(), QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                              QDirIterator::Subdirectories);
             all.hasNext();) {
            const QFileInfo entry(all.next());
            if (entry.isDir()) {
                QVERIFY(inside.startsWith(entry.filePath())); // the folders on the way, and no other
                continue;
            }
            ++files;
            QCOMPARE(entry.path(), inside);
        }
        QVERIFY(files > 100);
    }

    void theEndingStays() {
        QVERIFY(safeFileName(std::string(5000, 'a') + ".pdf").ends_with(".pdf"));
        QCOMPARE(numberedFileName("acta.pdf", 2), std::string("acta (2).pdf"));
        QCOMPARE(numberedFileName("acta", 3), std::string("acta (3)"));
        // What a mark of direction showed as "acta exe.pdf" shows what it is.
        QCOMPARE(safeFileName("acta \xE2\x80\xAE"
                              "fdp.exe"),
                 std::string("acta fdp.exe"));
    }
};

QTEST_GUILESS_MAIN(FileNameTest)
#include "file_name_test.moc"
