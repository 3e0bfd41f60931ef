#include <QTest>

#include <QFile>

#include "tests/support/paths.h"
#include "tests/vectors/made_vectors.h"

#include <sqlite3.h>

using namespace puente;

/// What is in a file of vectors already never changes unless somebody means it: each is, byte for byte, what the
/// program makes of the same keys and the same randomness today. PUENTE_WRITE_VECTORS=1 writes them anew.
class MadeVectorsTest : public QObject {
    Q_OBJECT

    using Make = nlohmann::json (*)();

private Q_SLOTS:
    void theVectorsAreMadeTheSame_data() {
        QTest::addColumn<Make>("make");
        QTest::newRow("encoding_v1.json") << Make{test::encodingVectors};
        QTest::newRow("padding_v1.json") << Make{test::paddingVectors};
        QTest::newRow("keyring_v1.json") << Make{test::keyringVectors};
        QTest::newRow("change_set_v1.json") << Make{test::changeSetVectors};
        QTest::newRow("segment_v1.json") << Make{test::segmentVectors};
        QTest::newRow("at_rest_v1.json") << Make{test::atRestVectors};
    }
    void theVectorsAreMadeTheSame() {
        QFETCH(Make, make);
        QFile file(test::vectorPath(QTest::currentDataTag()));
        const QByteArray made = QByteArray::fromStdString(make().dump(1)) + '\n';
        if (qEnvironmentVariableIsSet("PUENTE_WRITE_VECTORS")) {
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(made) == made.size());
            return;
        }
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray there = file.readAll();
        if (make == test::atRestVectors &&
            test::sqliteVersionIn(nlohmann::json::parse(there)) != sqlite3_libversion_number())
            QSKIP("the database in it was made by another version of SQLite");
        QVERIFY(there == made);
        QVERIFY(QByteArray::fromStdString(make().dump(1)) + '\n' == made);
    }
};

QTEST_APPLESS_MAIN(MadeVectorsTest)
#include "made_vectors_test.moc"
