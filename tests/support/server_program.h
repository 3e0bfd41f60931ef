#pragma once

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include "sync/session/server_address.h"
#include "tests/support/paths.h"

namespace puente::test {

struct EndedProgram {
    int code = -1;
    QByteArray out, err;
};

inline QProcess& withEnglish(QProcess& process) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("LANGUAGE", "en");
    process.setProcessEnvironment(environment);
    return process;
}

/// Runs puente-server to its end.
inline EndedProgram runServerProgram(const QStringList& arguments) {
    QProcess process;
    withEnglish(process).start(programPath("puente-server"), arguments);
    if (!process.waitForFinished(60'000)) return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// Folders for servers, gone with it.
class ServerFolders {
public:
    /// A place where nothing is yet.
    QString fresh() { return m_folder.filePath("server-" + QString::number(++m_made)); }
    /// One that `puente-server init` has made.
    QString made() {
        const QString home = fresh();
        runServerProgram({"init", "--home", home, "--listen", "127.0.0.1:0"});
        return home;
    }

private:
    QTemporaryDir m_folder;
    int m_made = 0;
};

/// puente-server at work on a folder, until it is killed, told to stop, or forgotten.
class ServerProgram {
public:
    /// `prelude` is what a shell does before it becomes the program: its limits and its streams are the program's.
    explicit ServerProgram(const QString& home, const QString& prelude = {}) {
        const QStringList arguments{"run", "--home", home, "--listen", "127.0.0.1:0"};
        const QString program = programPath("puente-server");
        if (prelude.isEmpty())
            withEnglish(process).start(program, arguments);
        else
            withEnglish(process).start("/bin/sh",
                                       QStringList{"-c", prelude + "; exec \"$0\" \"$@\"", program} + arguments);
        while (!process.canReadLine() && process.waitForReadyRead(30'000)) {
        }
        if (const auto found = serverAddressFromText(process.readLine().toStdString())) address = *found;
    }
    ~ServerProgram() { kill(); }

    void kill() {
        process.kill();
        process.waitForFinished(10'000);
    }
    /// Its exit code, once it has ended by itself.
    int end() {
        return process.waitForFinished(20'000) && process.exitStatus() == QProcess::NormalExit ? process.exitCode()
                                                                                               : -1;
    }
    int stop() {
        process.terminate();
        return end();
    }
    /// What it has said on the standard error since it was asked last.
    QByteArray said() { return process.readAllStandardError(); }
    /// The same, once `words` are among it or it has been silent for half a minute: what ends a conversation here ends
    /// it a little later there.
    QByteArray saidUpTo(const QByteArray& words) {
        QByteArray all = said();
        process.setReadChannel(QProcess::StandardError);
        while (!all.contains(words) && process.waitForReadyRead(30'000))
            all += said();
        process.setReadChannel(QProcess::StandardOutput);
        return all;
    }

    ServerAddress address;
    QProcess process;
};

} // namespace puente::test
