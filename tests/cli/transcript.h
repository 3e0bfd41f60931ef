#pragma once

#include <QByteArray>
#include <QMap>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>
#include <optional>
#include <vector>

/// Plays a transcript: a text of commands and of what each must print, to the letter but for named holes.
///
///     # a remark
///     file acuerdos.csv                  writes a file, from the lines that follow
///     | id,title
///     language es                        what the programs speak from here on; English at first
///     server start                       a puente-server of its own on a free port; $server is its address
///     server start saying TEXT           likewise; on its standard error, this is said first
///     server stop
///     server replace                     another one, with other keys, answers at the same address
///     holds FILE TEXT                    the file has this text in it (the rest of the line) ...
///     lacks FILE TEXT                    ... or has not
///     cut FILE                           takes away the second half of a file
///     flip FILE N                        changes its byte at N
///     swap FILE N M                      swaps two pages of a replica's file; pages count from 1
///     put FILE OTHER                     copies a file over another one
///     nowhere TEXT                       no file of an office, the server, its words, or a temporary one has this text
///     somewhere TEXT                     one has
///     copy OFFICE OTHER                  copies an office's folder, passphrase included, to another name
///     tool openssl version               runs a program of the machine, not of this project
///     @costa-rica puente list agreement  runs a command as that office: its own folder, its own passphrase
///     > <id=first>  CRM01-01             what it must print on the standard output ...
///     ! puente: ...                      ... and on the standard error
///     = 1                                its exit code, 0 unless said
///
/// Holes in expected lines: <id> a record's id or the beginning of one, <n> a number, <hex>, <code> a receipt code,
/// <time>, <any> the rest of a word or line; <id=name> also keeps what stood there, for later lines and commands as
/// $name. A line "..." stands for any number of lines. Every transcript has a folder of its own, in which its commands
/// run.
class Transcript {
public:
    explicit Transcript(const QString& path);
    ~Transcript();

    /// Plays it all; the first difference in words, or nothing.
    QString play();

private:
    struct Step {
        int line = 0;
        QString command;
        QStringList out, error;
        int code = 0;
        QStringList content; ///< of a file
    };

    static std::vector<Step> parse(const QByteArray& text);
    QString run(const Step& step);
    QString runAs(const QString& office, QStringList words, const Step& step);
    QString runProgram(const QString& program, const QStringList& words, const QProcessEnvironment& environment,
                       const Step& step);
    QString startServer(const QString& words = {});
    QString makeServer(const QString& home);
    void stopServer();
    QString writeFile(const Step& step);
    QString look(const QString& command, bool holds);
    QString lookEverywhere(const QString& text, bool holds);
    /// A step that does something to files, as whoever has the disk; nothing when it is none.
    std::optional<QString> spoil(const QStringList& words);

    QString filled(QString text) const;
    QString compare(const char* stream, const QStringList& expected, const QString& printed);
    bool matches(const QString& expected, const QString& line);
    QString temporaryFolder();
    QProcessEnvironment environmentOf(const QString& office);

    QString m_path;
    QTemporaryDir m_folder;
    QMap<QString, QString> m_variables;
    std::unique_ptr<QProcess> m_server;
    QString m_serverFolder = "server";
    QByteArray m_serverWords; ///< all that servers said
    quint16 m_port = 0;
};
