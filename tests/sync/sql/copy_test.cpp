#include <QTest>

#include "sync/sql/database.h"

using namespace puente;

namespace {

Database empty() {
    auto database = Database::open({.path = ":memory:"});
    expects(database.ok());
    return std::move(*database);
}

Database filled() {
    Database database = empty();
    expects(database
                .execute("CREATE TABLE one(id INTEGER PRIMARY KEY, a TEXT, b BLOB) STRICT;"
                         "CREATE TABLE two(a TEXT NOT NULL, b INTEGER) STRICT;"
                         "CREATE TABLE three(k BLOB PRIMARY KEY, v REAL) STRICT, WITHOUT ROWID;"
                         "CREATE INDEX by_a ON two(a, b);"
                         "INSERT INTO one VALUES(7, 'siete', x'0007'), (9, NULL, NULL), (2, '', x'');"
                         "INSERT INTO two VALUES('x', 1), ('y', 2), ('z', 3); DELETE FROM two WHERE a = 'y';"
                         "INSERT INTO three VALUES(x'02', 0.5), (x'01', 1.5);"
                         "CREATE VIRTUAL TABLE words USING fts5(text);"
                         "INSERT INTO words VALUES('el canario canta'), ('nada'); PRAGMA user_version=5")
                .ok());
    return database;
}

} // namespace

/// A copy holds every row under its number, and a copy that differs in anything is told.
class CopyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void copiesEverything() {
        Database from = filled(), to = empty();
        QVERIFY(from.copyInto(to).ok());
        QVERIFY(*from.holdsTheSameAs(to) && *to.holdsTheSameAs(from));
        Statement& row = to.prepare("SELECT rowid FROM two WHERE a = 'z'");
        QVERIFY(*row.step());
        QCOMPARE(row.integer(0), 3);
        row.reset();
        Statement& found = to.prepare("SELECT rowid FROM words WHERE words MATCH 'canario'");
        QVERIFY(*found.step());
        QCOMPARE(found.integer(0), 1);
        found.reset();
        QVERIFY(!to.execute("DELETE FROM words_data").ok()); // nobody else may
        QVERIFY(to.migrate({}).fault() == SqlFault::Newer);  // the count of migrations came along
    }
    void tellsWhatDiffers_data() {
        QTest::addColumn<QByteArray>("change");
        for (const char* change :
             {"UPDATE one SET a = 'ocho' WHERE id = 7", "UPDATE one SET a = '' WHERE id = 9", "DELETE FROM three",
              "UPDATE two SET rowid = 2 WHERE a = 'z'", "INSERT INTO three VALUES(x'03', 1)", "DROP INDEX by_a",
              "CREATE TABLE four(a TEXT) STRICT", "INSERT INTO words VALUES('más')", "DROP TABLE words",
              "PRAGMA user_version=6"})
            QTest::newRow(change) << QByteArray(change);
    }
    void tellsWhatDiffers() {
        QFETCH(QByteArray, change);
        Database from = filled(), to = empty();
        QVERIFY(from.copyInto(to).ok());
        QVERIFY(to.execute(change.constData()).ok());
        QVERIFY(!*from.holdsTheSameAs(to) && !*to.holdsTheSameAs(from));
    }
    void copiesNothingIntoWhatIsNotEmpty() {
        Database from = filled(), to = filled();
        QVERIFY(!from.copyInto(to).ok());
        QVERIFY(*from.holdsTheSameAs(to));
    }
};

QTEST_APPLESS_MAIN(CopyTest)
#include "copy_test.moc"
