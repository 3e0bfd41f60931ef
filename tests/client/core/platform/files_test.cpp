#include <QTest>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include "client/core/platform/files.h"

#include <sys/stat.h>

using namespace puente;
using namespace puente::platform;

/// Files are read only when they are files, and written whole or not at all.
class FilesTest : public QObject {
    Q_OBJECT

private slots:
    void whatWasWrittenIsReadBack() {
        QVERIFY(replaceFile(path("a"), bytesOf("one"), Access::Everyone).ok());
        QVERIFY(replaceFile(path("a"), bytesOf("two"), Access::Everyone).ok());
        QVERIFY(textOf(*readFile(path("a"), 10)) == "two");
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden),
                 QStringList{"a"}); // no left-over beside it
    }
    void creatingNeverReplaces() {
        QVERIFY(createFile(path("b"), bytesOf("one"), Access::Owner).ok());
        const auto again = createFile(path("b"), bytesOf("two"), Access::Owner);
        QVERIFY(!again.ok() && again.fault() == FileFault::Exists);
        QVERIFY(textOf(*readFile(path("b"), 10)) == "one");
    }
    void tooLargeIsRefusedBeforeReading() {
        QFile file(m_folder.filePath("sparse"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(1LL << 40));
        const auto read = readFile(path("sparse"), 1000);
        QVERIFY(!read.ok() && read.fault() == FileFault::TooLarge);
    }
    void pipesFoldersAndDevicesAreNoFiles() {
        QVERIFY(::mkfifo(path("pipe").c_str(), 0600) == 0);
        for (const std::string& odd : {path("pipe"), m_folder.path().toStdString(), std::string("/dev/zero")}) {
            const auto read = readFile(odd, 1000);
            QVERIFY(!read.ok() && read.fault() == FileFault::NotAFile);
        }
    }
    void linksAreFollowedOnlyWhereAllowed() {
        QVERIFY(replaceFile(path("target"), bytesOf("x"), Access::Everyone).ok());
        QVERIFY(QFile::link(m_folder.filePath("target"), m_folder.filePath("link")));
        QVERIFY(readFile(path("link"), 10).ok());
        const auto refused = readFile(path("link"), 10, Links::Refuse);
        QVERIFY(!refused.ok() && refused.fault() == FileFault::NotAFile);
    }
    void whatIsMissingIsNamed() {
        const auto read = readFile(path("nothing"), 10);
        QVERIFY(!read.ok() && read.fault() == FileFault::NotFound);
        const auto written = replaceFile(path("nowhere/a"), bytesOf("x"), Access::Everyone);
        QVERIFY(!written.ok() && written.fault() == FileFault::NotFound);
    }

private:
    std::string path(const char* name) const { return m_folder.filePath(name).toStdString(); }

    QTemporaryDir m_folder;
};

QTEST_APPLESS_MAIN(FilesTest)
#include "files_test.moc"
