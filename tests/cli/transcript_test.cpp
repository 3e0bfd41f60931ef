#include <QTest>

#include <QDir>
#include <QHostAddress>
#include <QRegularExpression>
#include <QTcpServer>

#include "tests/cli/command_words.h"
#include "tests/cli/transcript.h"
#include "tests/support/paths.h"
#include "tests/support/spoiled_files.h"

namespace {

constexpr int kPatience = 120'000; // a dead program must not hold up the suite for ever

/// What each kind of hole may be filled with.
QString patternOf(const QString& hole) {
    if (hole == "id") return "[0-9a-z]{4,26}";
    if (hole == "code") return "[0-9a-z]{4}(?:-[0-9a-z]{1,4}){3}";
    if (hole == "n") return "[0-9]+(?:[.][0-9]+)?";
    if (hole == "hex") return "[0-9a-f]+";
    if (hole == "time") return "[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.]+(?:Z| UTC)";
    return ".*";
}

QStringList linesOf(const QString& text) {
    QStringList lines = text.split('\n');
    if (!lines.isEmpty() && lines.last().isEmpty()) lines.removeLast();
    return lines;
}

} // namespace

Transcript::Transcript(const QString& path) : m_path(path) {
    m_variables["folder"] = m_folder.path();
    m_variables["data"] = puente::test::dataPath({});
}

Transcript::~Transcript() {
    stopServer();
}

std::vector<Transcript::Step> Transcript::parse(const QByteArray& text) {
    std::vector<Step> steps;
    int number = 0;
    for (const QString& line : QString::fromUtf8(text).split('\n')) {
        ++number;
        const QString rest = line.mid(2);
        if (line.isEmpty() || line.startsWith('#')) continue;
        if (line == "...")
            steps.back().out << line;
        else if (line.startsWith('>'))
            steps.back().out << rest;
        else if (line.startsWith('!'))
            steps.back().error << rest;
        else if (line.startsWith('|'))
            steps.back().content << rest;
        else if (line.startsWith('='))
            steps.back().code = rest.toInt();
        else
            steps.push_back({number, line, {}, {}, 0, {}});
    }
    return steps;
}

QString Transcript::play() {
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly)) return "cannot read " + m_path;
    for (const Step& step : parse(file.readAll()))
        if (const QString difference = run(step); !difference.isEmpty())
            return QString("%1:%2: %3\n%4").arg(m_path).arg(step.line).arg(step.command, difference);
    return {};
}

QString Transcript::run(const Step& step) {
    const QStringList words = wordsOf(filled(step.command));
    if (words.value(0) == "file") return writeFile(step);
    if (words.value(0) == "language") {
        m_variables["language"] = words.value(1);
        return {};
    }
    if (words.value(0) == "holds" || words.value(0) == "lacks") return look(step.command, words[0] == "holds");
    if (words.value(0) == "nowhere" || words.value(0) == "somewhere")
        return lookEverywhere(filled(step.command).section(' ', 1), words[0] == "somewhere");
    if (const auto spoilt = spoil(words)) return *spoilt;
    if (step.command == "server start") return startServer();
    if (step.command.startsWith("server start saying ")) return startServer(step.command.section(' ', 3));
    if (step.command == "server replace") {
        stopServer();
        m_serverFolder += "-impostor";
        return startServer();
    }
    if (step.command == "server stop") {
        stopServer();
        return {};
    }
    if (words.value(0) == "tool")
        return runProgram(words.value(1), words.mid(2), QProcessEnvironment::systemEnvironment(), step);
    if (words.value(0).startsWith('@')) return runAs(words[0].mid(1), words.mid(1), step);
    return "not a step";
}

QString Transcript::writeFile(const Step& step) {
    QFile file(m_folder.filePath(filled(step.command.mid(5))));
    if (!file.open(QIODevice::WriteOnly)) return "cannot write " + file.fileName();
    for (const QString& line : step.content)
        file.write((filled(line) + '\n').toUtf8());
    return {};
}

QString Transcript::look(const QString& command, bool holds) {
    const QString name = command.section(' ', 1, 1), text = filled(command.section(' ', 2));
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::ReadOnly)) return "there is no file " + name;
    if (text.isEmpty()) return "it does not say what to look for";
    if (file.readAll().contains(text.toUtf8()) == holds) return {};
    return name + (holds ? " lacks: " : " holds: ") + text;
}

QString Transcript::lookEverywhere(const QString& text, bool holds) {
    if (text.isEmpty()) return "it does not say what to look for";
    bool found = false;
    // Only what the programs made: a transcript writes its own files beside these folders.
    for (const QString& name : QDir(m_folder.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        found = found || puente::test::holdsAnywhere(m_folder.filePath(name), text);
    found = found || m_serverWords.contains(text.toUtf8());
    if (found == holds) return {};
    return holds ? "no file holds: " + text : "some file holds: " + text;
}

std::optional<QString> Transcript::spoil(const QStringList& words) {
    const QString name = m_folder.filePath(words.value(1));
    if (words[0] == "cut") return puente::test::cutInHalf(name);
    if (words[0] == "copy") return puente::test::copyOffice(name, m_folder.filePath(words.value(2)));
    if (words[0] == "flip") return puente::test::flipByte(name, words.value(2).toInt());
    if (words[0] == "swap") return puente::test::swapPages(name, words.value(2).toInt(), words.value(3).toInt());
    if (words[0] == "put") return puente::test::putFile(name, m_folder.filePath(words.value(2)));
    return std::nullopt;
}

QString Transcript::temporaryFolder() {
    QDir(m_folder.path()).mkpath("tmp");
    return m_folder.filePath("tmp");
}

QProcessEnvironment Transcript::environmentOf(const QString& office) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QString passphrase = m_folder.filePath(office + ".passphrase");
    if (!QFile::exists(passphrase)) {
        QFile file(passphrase);
        if (file.open(QIODevice::WriteOnly)) file.write(("the words of " + office + "\n").toUtf8());
    }
    environment.insert("TMPDIR", temporaryFolder());
    environment.insert("PUENTE_HOME", m_folder.filePath(office));
    environment.insert("PUENTE_PASSPHRASE_FILE", passphrase);
    environment.insert("PUENTE_LANG", m_variables.value("language", "en"));
    return environment;
}

QString Transcript::runAs(const QString& office, QStringList words, const Step& step) {
    const QString program = puente::test::programPath(words.takeFirst());
    return runProgram(program, words, environmentOf(office), step);
}

QString Transcript::runProgram(const QString& program, const QStringList& words, const QProcessEnvironment& environment,
                               const Step& step) {
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder.path());
    process.start(program, words);
    process.closeWriteChannel();
    if (!process.waitForFinished(kPatience)) return "did not end: " + process.errorString();

    const QString out = QString::fromUtf8(process.readAllStandardOutput());
    const QString error = QString::fromUtf8(process.readAllStandardError());
    if (process.exitStatus() != QProcess::NormalExit) return "crashed\n" + error;
    QString difference = compare("printed", step.out, out);
    if (difference.isEmpty()) difference = compare("complained", step.error, error);
    if (difference.isEmpty() && process.exitCode() != step.code)
        difference = QString("ended with %1, not %2").arg(process.exitCode()).arg(step.code);
    return difference.isEmpty() ? difference : difference + "\n-- printed:\n" + out + "-- complained:\n" + error;
}

QString Transcript::filled(QString text) const {
    for (auto it = m_variables.begin(); it != m_variables.end(); ++it)
        text.replace('$' + it.key(), it.value());
    return text;
}

bool Transcript::matches(const QString& expected, const QString& line) {
    static const QRegularExpression hole("<(id|n|hex|code|time|any)(?:=([a-z]+))?>");
    QString pattern = "^";
    QStringList names;
    qsizetype end = 0;
    const QString wanted = filled(expected);
    for (auto it = hole.globalMatch(wanted); it.hasNext();) {
        const auto found = it.next();
        pattern += QRegularExpression::escape(wanted.mid(end, found.capturedStart() - end));
        pattern += '(' + patternOf(found.captured(1)) + ')';
        names << found.captured(2);
        end = found.capturedEnd();
    }
    pattern += QRegularExpression::escape(wanted.mid(end)) + '$';
    const auto match = QRegularExpression(pattern).match(line);
    for (int i = 0; match.hasMatch() && i < names.size(); ++i)
        if (!names[i].isEmpty()) m_variables[names[i]] = match.captured(i + 1);
    return match.hasMatch();
}

QString Transcript::compare(const char* stream, const QStringList& expected, const QString& printed) {
    const QStringList lines = linesOf(printed);
    qsizetype at = 0;
    for (qsizetype i = 0; i < expected.size(); ++i) {
        if (expected[i] == "...") {
            if (i + 1 == expected.size()) return {};
            while (at < lines.size() && !matches(expected[i + 1], lines[at]))
                ++at;
            continue;
        }
        if (at >= lines.size()) return QString("%1 too little, wanted: %2").arg(stream, filled(expected[i]));
        if (!matches(expected[i], lines[at]))
            return QString("%1: %2\n   wanted: %3").arg(stream, lines[at], filled(expected[i]));
        ++at;
    }
    if (at < lines.size()) return QString("%1 too much: %2").arg(stream, lines[at]);
    return {};
}

QString Transcript::startServer(const QString& words) {
    const QString home = m_folder.filePath(m_serverFolder);
    if (!QFile::exists(home))
        if (const QString fault = makeServer(home); !fault.isEmpty()) return fault;
    m_server = std::make_unique<QProcess>();
    m_server->setProcessChannelMode(QProcess::MergedChannels);
    const QString program = puente::test::programPath("puente-server");
    if (words.isEmpty())
        m_server->start(program, {"run", "--home", home});
    else
        m_server->start("/bin/sh", {"-c", "echo \"$2\" >&2; exec \"$0\" run --home \"$1\"", program, home, words});
    while (!m_server->peek(100'000).contains("puente-server:")) // its address: it listens
        if (!m_server->waitForReadyRead(kPatience)) return "puente-server run said nothing";
    return {};
}

QString Transcript::makeServer(const QString& home) {
    if (m_port == 0) {
        QTcpServer probe;
        probe.listen(QHostAddress::LocalHost, 0);
        m_port = probe.serverPort();
    }
    QProcess init;
    init.start(puente::test::programPath("puente-server"),
               {"init", "--home", home, "--listen", QString("127.0.0.1:%1").arg(m_port)});
    init.waitForFinished(kPatience);
    static const QRegularExpression address("puente-server:\\S+");
    const auto match = address.match(QString::fromUtf8(init.readAllStandardOutput()));
    if (!match.hasMatch()) return "puente-server init printed no address: " + init.readAllStandardError();
    m_variables["server"] = match.captured();
    return {};
}

void Transcript::stopServer() {
    if (!m_server) return;
    m_server->terminate();
    m_server->waitForFinished(kPatience);
    m_serverWords += m_server->readAll();
    m_server.reset();
}

/// The program keeps the contract of docs/cli.md, as the transcripts in tests/cli spell it out, and does the work that
/// the mission asks for, as those in tests/acceptance play it.
class TranscriptTest : public QObject {
    Q_OBJECT

private slots:
    void plays_data() {
        QTest::addColumn<QString>("path");
        for (const char* path : {"tests/cli", "tests/acceptance"}) {
            const QDir folder(puente::test::sourcePath(path));
            for (const QString& name : folder.entryList({"*.script"}))
                QTest::newRow(qPrintable(name)) << folder.filePath(name);
        }
    }
    void plays() {
        QFETCH(QString, path);
        const QString difference = Transcript(path).play();
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }
};

QTEST_GUILESS_MAIN(TranscriptTest)
#include "transcript_test.moc"
