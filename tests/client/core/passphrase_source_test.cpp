#include <QTest>

#include <QFile>
#include <QTemporaryDir>

#include "client/core/passphrase_source.h"

using namespace puente;

/// What an office takes for the same passphrase is the same, whatever wrote it down.
class PassphraseSourceTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

private slots:
    void theSamePassphraseIsReadFromEveryFile_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("as it is") << QByteArray("canción del río\n");
        QTest::newRow("without an end") << QByteArray("canción del río");
        QTest::newRow("as Windows ends lines") << QByteArray("canción del río\r\n");
        QTest::newRow("with a byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                              "canción del río\r\n");
        QTest::newRow("accents as marks of their own") << QByteArray("cancio\xCC\x81n del ri\xCC\x81o\n");
    }
    void theSamePassphraseIsReadFromEveryFile() {
        QFETCH(const QByteArray, content);
        QFile file(m_folder.filePath("passphrase"));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(content) == content.size());
        file.close();
        const PassphraseSource source(file.fileName().toStdString());
        QVERIFY(source.ask()->view() == "canción del río");
        QVERIFY(source.askNew()->view() == "canción del río");
    }
    void otherBytesStayAsTheyAre() {
        const QByteArray content = "r\xEDo de otra codificaci\xF3n";
        QFile file(m_folder.filePath("passphrase"));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(content) == content.size());
        file.close();
        QVERIFY(PassphraseSource(file.fileName().toStdString()).ask()->view() ==
                std::string_view(content.constData(), static_cast<std::size_t>(content.size())));
    }
};

QTEST_APPLESS_MAIN(PassphraseSourceTest)
#include "passphrase_source_test.moc"
