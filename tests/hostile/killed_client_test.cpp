#include <QTest>

#include <QTemporaryDir>

#include "client/core/workspace.h"
#include "tests/support/file_scan.h"
#include "tests/support/held_program.h"
#include "tests/support/paths.h"

using namespace puente;
using namespace puente::test;

namespace {

constexpr std::string_view kCanary = "Colibrí de medianoche";
constexpr std::string_view kWords = "ocho palabras que nadie adivina jamás";

} // namespace

/// A client that is killed in the midst of its work leaves nothing in the clear: neither what it was writing nor the
/// words and keys that it had in its memory. It and the folder for its temporary files lie where the test looks.
class KilledClientTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_work; // where it may write
    QTemporaryDir m_given;                 // what it is given to read

    std::string work() const { return m_work->path().toStdString(); }
    std::string home() const { return work() + "/home"; }
    std::string given(const char* name) const { return m_given.filePath(name).toStdString(); }
    std::vector<std::string> puente(std::vector<std::string> words) const {
        std::vector<std::string> command{programPath("puente").toStdString(), "--home", home(), "--passphrase-file",
                                         given("words")};
        command.insert(command.end(), words.begin(), words.end());
        return command;
    }
    int run(const std::vector<std::string>& words) const { return HeldProgram(work(), puente(words)).end(0); }
    void give(const char* name, const QByteArray& content) const {
        QFile file(m_given.filePath(name));
        expects(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.close();
        HeldProgram::give(given(name));
    }
    qint64 logSize() const { return QFileInfo(QString::fromStdString(home() + "/replica.db-swal")).size(); }

    void lookForKeys() {
        const auto workspace = Workspace::open(home(), PassphraseSource(given("words")));
        QVERIFY(workspace.ok()); // what was killed goes on
        const Keyring& keyring = (*workspace)->keyring();
        QVERIFY(!anyFileHolds(work(), keyring.storageKey()->reveal()));
        QVERIFY(!anyFileHolds(work(), keyring.device().signing.revealSeed()));
        QVERIFY(!anyFileHolds(work(), keyring.device().sealing.revealSeed()));
    }

private Q_SLOTS:
    void initTestCase() {
        HeldProgram look("/", {"test", "-x", programPath("puente").toStdString()});
        if (look.end(0) != 0) QSKIP("this clone is in a folder of root's that no other user enters");
        HeldProgram::give(m_given.path().toStdString());
        give("words", QByteArray(kWords.data(), kWords.size()) + '\n');
        QByteArray table = "reference,title\n";
        for (int i = 0; i < 3'000; ++i)
            table += "T-" + QByteArray::number(i) + ',' + QByteArray(kCanary.data(), kCanary.size()) + '\n';
        give("table.csv", table);
    }
    void init() {
        m_work = std::make_unique<QTemporaryDir>();
        HeldProgram::give(work());
        QCOMPARE(run({"init", "--organization", "Casa", "--country", "CR", "--kind", "government", "--kdf-memory", "64",
                      "--quiet"}),
                 0);
        QCOMPARE(run({"space", "create", "Plan", "--quiet"}), 0);
    }
    void nothingIsInTheClear_data() {
        QTest::addColumn<int>("pages");
        for (const int pages : {1, 40, 200})
            QTest::addRow("killed after %d pages", pages) << pages;
    }
    void nothingIsInTheClear() {
        QFETCH(int, pages);
        HeldProgram import(work(),
                           puente({"import", given("table.csv"), "--type", "agreement", "--space", "Plan", "--quiet"}));
        while (logSize() < pages * 4096 && !import.isOver())
            QTest::qWait(0);
        const int status = import.end(SIGKILL);
        QVERIFY(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
        QVERIFY(!anyFileHolds(work(), bytesOf(kCanary)));
        QVERIFY(!anyFileHolds(work(), bytesOf(kWords)));
        QVERIFY(anyFileHolds(m_given.path().toStdString(), bytesOf(kCanary)));
        lookForKeys();
    }
};

QTEST_GUILESS_MAIN(KilledClientTest)
#include "killed_client_test.moc"
