#include <QTest>

#include <QProcess>
#include <QTemporaryFile>

#include "client/cli/commands/commands.h"
#include "client/cli/manual.h"

#include <set>

namespace puente {

namespace {

/// What bash offers after these words, the last one being typed.
QStringList offered(const QStringList& words) {
    QTemporaryFile script;
    if (!script.open()) return {"no file"};
    script.write(QByteArray::fromStdString(bashCompletion(allCommands())));
    script.write("COMP_WORDS=(" + words.join(' ').toUtf8() + (words.last().isEmpty() ? " ''" : "") + ")\n");
    script.write("COMP_CWORD=" + QByteArray::number(words.size() - 1) +
                 "\n_puente\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n");
    script.flush();
    QProcess bash;
    bash.start("bash", {"--norc", script.fileName()});
    bash.waitForFinished();
    return QString::fromUtf8(bash.readAllStandardOutput()).split('\n', Qt::SkipEmptyParts);
}

} // namespace

/// The manual and the completion know every command, since they are made of the same descriptions.
class ManualTest : public QObject {
    Q_OBJECT

private slots:
    void theManualHasEveryCommandAndOption() {
        const std::string page = manualPage(allCommands());
        QVERIFY(page.starts_with(".TH PUENTE 1"));
        for (const Command& command : allCommands()) {
            std::string path = command.path;
            for (std::size_t at = 0; (at = path.find('-', at)) != std::string::npos; at += 2)
                path.insert(at, "\\");
            QVERIFY2(page.find(".SS puente " + path) != std::string::npos, command.path.c_str());
        }
        // No text of ours begins a request by accident.
        const std::set<std::string> requests{".TH", ".SH", ".SS", ".TP", ".B"};
        for (std::size_t at = 0; at < page.size();) {
            const std::size_t end = page.find('\n', at);
            const std::string line = page.substr(at, end - at);
            if (line.starts_with('.')) QVERIFY2(requests.contains(line.substr(0, line.find(' '))), line.c_str());
            at = end + 1;
        }
    }

    void bashCompletes() {
        QVERIFY(offered({"puente", "over"}) == QStringList{"overdue"});
        QVERIFY(offered({"puente", "case", "re"}) == QStringList{"refer"});
        QVERIFY(offered({"puente", "case", "refer", "--t"}) == QStringList{"--to"});
        QVERIFY(offered({"puente", "list", "agree"}) == QStringList{"agreement"});
        QVERIFY(offered({"puente", "export", "--type", "mee"}) == QStringList{"meeting"});
        QVERIFY(offered({"puente", "nothing", "x"}).isEmpty());
    }
};

} // namespace puente

QTEST_MAIN(puente::ManualTest)
#include "manual_test.moc"
