#include <QTest>

#include <QDir>
#include <QTemporaryDir>

#include "tests/support/held_program.h"
#include "tests/support/paths.h"

#include <memory>

using namespace puente;
using namespace puente::test;

namespace {

enum class Held { Client, Server, Other };

QByteArray contentOf(const std::string& path) {
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

uid_t ownerOf(const std::string& path) {
    struct stat state {};
    expects(::stat(path.c_str(), &state) == 0);
    return state.st_uid;
}

} // namespace

/// The memory of the programs is for nobody else: no crash writes it to a disk, and no other program of the same user
/// reads it. Each test looks at a program that does nothing about it as well, for whom it is otherwise.
class CoreDumpTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    std::string folder() const { return m_folder->path().toStdString(); }
    /// The client while it asks for a passphrase, or the server at work.
    std::unique_ptr<HeldProgram> held(Held which) {
        const std::string client = programPath("puente").toStdString(),
                          server = programPath("puente-server").toStdString(), home = folder() + "/home";
        std::unique_ptr<HeldProgram> program;
        if (which == Held::Other) {
            program =
                std::make_unique<HeldProgram>(folder(), std::vector<std::string>{"sh", "-c", "echo here; read x"});
            return program->says("here") ? std::move(program) : nullptr;
        }
        if (which == Held::Client) {
            program = std::make_unique<HeldProgram>(
                folder(), std::vector<std::string>{client, "--home", home, "init", "--organization", "Casa",
                                                   "--country", "CR", "--kind", "government"});
            return program->says("passphrase: ") ? std::move(program) : nullptr;
        }
        HeldProgram init(folder(), {server, "init", "--home", home, "--listen", "127.0.0.1:0"});
        if (init.end(0) != 0) return nullptr;
        program = std::make_unique<HeldProgram>(
            folder(), std::vector<std::string>{server, "run", "--home", home, "--listen", "127.0.0.1:0"});
        return program->says("127.0.0.1") ? std::move(program) : nullptr;
    }
    static void programs() {
        QTest::addColumn<Held>("which");
        QTest::newRow("puente") << Held::Client;
        QTest::newRow("puente-server") << Held::Server;
        QTest::newRow("another") << Held::Other;
    }

private Q_SLOTS:
    void initTestCase() {
        HeldProgram look("/", {"test", "-x", programPath("puente").toStdString()});
        if (look.end(0) != 0) QSKIP("this clone is in a folder of root's that no other user enters");
    }
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        HeldProgram::give(folder());
    }
    void noCoreMayBeOfAnySize_data() { programs(); }
    void noCoreMayBeOfAnySize() {
        QFETCH(Held, which);
        const auto program = held(which);
        QVERIFY(program);
        const QByteArray limits = contentOf(program->about("limits"));
        const auto line = limits.indexOf("Max core file size");
        QVERIFY(line >= 0);
        const QList<QByteArray> words = limits.mid(line).split('\n').first().simplified().split(' ');
        const bool isNone = words.value(4) == "0" && words.value(5) == "0";
        if (which == Held::Other && isNone) QSKIP("this system allows no cores at all");
        QCOMPARE(isNone, which != Held::Other);
    }
    void nobodyElseReadsItsMemory_data() { programs(); }
    void nobodyElseReadsItsMemory() {
        QFETCH(Held, which);
        const auto program = held(which);
        QVERIFY(program);
        const bool isOther = which == Held::Other;
        for (const char* file : {"mem", "environ", "maps"})
            QCOMPARE(ownerOf(program->about(file)) == HeldProgram::user(), isOther);
        QCOMPARE(program->isReadableByItsUser("environ"), isOther);
        QCOMPARE(program->isReadableByItsUser("maps"), isOther);
    }
    void aCrashLeavesNoCore_data() { programs(); }
    void aCrashLeavesNoCore() {
        QFETCH(Held, which);
        const auto program = held(which);
        QVERIFY(program);
        const int status = program->end(SIGABRT);
        QVERIFY(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
        const bool isDumped = WCOREDUMP(status) || !QDir(m_folder->path()).entryList({"*core*"}, QDir::Files).isEmpty();
        if (which == Held::Other && !isDumped) QSKIP("this system writes no cores at all");
        QCOMPARE(isDumped, which == Held::Other);
    }
};

QTEST_APPLESS_MAIN(CoreDumpTest)
#include "core_dump_test.moc"
