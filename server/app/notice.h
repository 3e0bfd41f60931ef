#pragma once

#include <QCoreApplication>
#include <QString>

namespace puente {

/// How the program ends: the one table of docs/cli.md, for this program.
enum class ExitCode {
    Done = 0,
    Usage = 2,
    NoServer = 3, ///< none is running, or it cannot listen
    Refused = 4,
    DataInvalid = 5,
    Busy = 6,
    Internal = 70, ///< the disk failed among others
};

/// What went wrong, for people: what and where, and what to do.
struct Notice {
    ExitCode code = ExitCode::Internal;
    QString what;
    QString whatToDo;
};

/// The program's words, in the user's language.
struct ServerText {
    Q_DECLARE_TR_FUNCTIONS(ServerText)
};

} // namespace puente
