#include <QTest>

#include "common/base/bytes.h"

using namespace puente;

/// Bytes written as text come back as the same bytes, and nothing else does.
class BytesTest : public QObject {
    Q_OBJECT

private slots:
    void hexComesBack() {
        const Bytes bytes{0x00, 0x7f, 0xff};
        QCOMPARE(toHex(bytes), std::string("007fff"));
        QVERIFY(fromHex("007fff") == bytes);
    }
    void base64RefusesStrayBits() {
        const Bytes bytes{1, 2, 3, 4};
        QVERIFY(fromBase64Url(toBase64Url(bytes)) == bytes);
        QVERIFY(!fromBase64Url("AQIDBB")); // the same byte, with bits that stand for nothing
        QVERIFY(!fromBase64Url("A"));
    }
    void utf8_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("wellFormed");
        QTest::newRow("Spanish") << QByteArray("prórroga") << true;
        QTest::newRow("four bytes") << QByteArray("\xf0\x9f\x8c\x8e") << true;
        QTest::newRow("overlong slash") << QByteArray("\xc0\xaf") << false;
        QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << false;
        QTest::newRow("cut short") << QByteArray("\xc3") << false;
        QTest::newRow("beyond Unicode") << QByteArray("\xf4\x90\x80\x80") << false;
        QTest::newRow("zero byte") << QByteArray("a\0b", 3) << false;
    }
    void utf8() {
        QFETCH(QByteArray, text);
        QFETCH(bool, wellFormed);
        QCOMPARE(isUtf8({text.constData(), static_cast<std::size_t>(text.size())}), wellFormed);
    }
};

QTEST_APPLESS_MAIN(BytesTest)
#include "bytes_test.moc"
