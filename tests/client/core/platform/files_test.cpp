#include <QTest>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include "client/core/platform/files.h"
#include "tests/support/deprived.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace puente;
using namespace puente::platform;

using Calls = std::vector<test::DeniedCall>;
Q_DECLARE_METATYPE(Calls)

namespace {

constexpr int kNoFilter = 100;

/// Writes files in a folder on which these calls fail. 0 if all went as on any other; else which step did not.
int writesWithout(const Calls& calls, const std::string& folder) {
    if (!test::denyForGood(calls)) return kNoFilter;
    const std::string home = folder + "/home", made = home + "/made", kit = home + "/kit";
    if (!makePrivateFolder(home)) return 1;
    if (!createFile(made, bytesOf("one"), Access::Owner)) return 2;
    const auto again = createFile(made, bytesOf("two"), Access::Owner);
    if (again.ok() || again.fault() != FileFault::Exists) return 3;
    if (textOf(*readFile(made, 10)) != "one") return 4;
    if (!replaceFile(made, bytesOf("three"), Access::Everyone)) return 5;
    if (textOf(*readFile(made, 10)) != "three") return 6;
    if (!createSecretFile(kit, bytesOf("words"))) return 7;
    const auto secretAgain = createSecretFile(kit, bytesOf("others"));
    return secretAgain.ok() || secretAgain.fault() != FileFault::Exists ? 8 : 0;
}

} // namespace

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
    void sticksAndSharesLackCalls_data() {
        QTest::addColumn<Calls>("denied");
        const auto without = [](std::initializer_list<unsigned> numbers, int error) {
            Calls calls;
            for (const unsigned number : numbers)
                calls.push_back({number, static_cast<unsigned>(error)});
            return calls;
        };
        const auto and_ = [](Calls calls, const Calls& more) {
            calls.insert(calls.end(), more.begin(), more.end());
            return calls;
        };
#ifdef SYS_link
        const Calls noLinks = without({SYS_link, SYS_linkat}, EPERM);
        const Calls noModes = without({SYS_fchmod, SYS_fchmodat, SYS_chmod}, ENOSYS);
#else
        const Calls noLinks = without({SYS_linkat}, EPERM);
        const Calls noModes = without({SYS_fchmod, SYS_fchmodat}, ENOSYS);
#endif
        const Calls allNamed{{SYS_openat, EOPNOTSUPP, O_TMPFILE & ~O_DIRECTORY}};
        const Calls asFat = and_(allNamed, noLinks), asFuse = and_(asFat, without({SYS_renameat2}, EINVAL));
        QTest::newRow("none") << Calls{};
        QTest::newRow("no files without a name") << allNamed;
        QTest::newRow("FAT") << asFat;
        QTest::newRow("exFAT from outside the kernel") << asFuse;
        QTest::newRow("FAT from outside the kernel") << and_(asFuse, noModes);
    }
    void sticksAndSharesLackCalls() {
        QFETCH(Calls, denied);
        const QTemporaryDir folder;
        const pid_t child = ::fork();
        if (child == 0) ::_exit(writesWithout(denied, folder.path().toStdString()));
        int status = 0;
        QVERIFY(child > 0 && ::waitpid(child, &status, 0) == child && WIFEXITED(status));
        if (WEXITSTATUS(status) == kNoFilter) QSKIP("this system lets nobody deny a call");
        QCOMPARE(WEXITSTATUS(status), 0);
        QCOMPARE(QDir(folder.filePath("home")).entryList(QDir::Files | QDir::Hidden), (QStringList{"kit", "made"}));
    }
    void whatIsUnfinishedHasNoName() {
        const QTemporaryDir folder;
        const int nameless = ::open(folder.path().toUtf8(), O_TMPFILE | O_WRONLY, 0600);
        if (nameless < 0) QSKIP("this file system knows no files without a name");
        ::close(nameless);
        const std::string place = folder.filePath("secret").toStdString();
        QStringList there; // a process that is killed leaves no more
        for (const bool replaces : {false, true}) {
            auto file = std::move(*OutputFile::beside(place, Access::Owner));
            QVERIFY(file.write(bytesOf("in clear")).ok());
            QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), there);
            QVERIFY((replaces ? file.replace() : file.create()).ok());
            there = {"secret"};
            QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), there);
            QVERIFY(textOf(*readFile(place, 100)) == "in clear");
        }
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
        QVERIFY(!written.ok() && written.fault() == FileFault::NoFolder);
    }

private:
    std::string path(const char* name) const {
        return m_folder.filePath(name).toStdString();
    }

    QTemporaryDir m_folder;
};

QTEST_APPLESS_MAIN(FilesTest)
#include "files_test.moc"
