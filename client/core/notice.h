#pragma once

#include "common/base/result.h"

#include <string>

namespace puente {

/// What a program says to the one that called it. The one table: docs/cli.md repeats it.
enum class ExitCode : int {
    Done = 0,
    Pending = 1,     ///< conflicts wait for a decision, or nothing matched
    Usage = 2,       ///< the command was not understood, or names something that is not there
    NoServer = 3,    ///< no network, or no server at the address
    Refused = 4,     ///< a passphrase, a pin, a role or an invite does not permit it
    DataInvalid = 5, ///< a file or a value is not what it should be
    Busy = 6,        ///< another process has the replica
    PartlyDone = 7,  ///< some of it was done; the rest is reported
    Internal = 70,   ///< the program or the disk failed
};

/// What people are told when something did not happen: what, where, and what to do about it.
struct Notice {
    ExitCode code = ExitCode::Internal;
    std::string what;
    std::string where = {};
    std::string whatToDo = {};
};

template <typename T>
using Outcome = Result<T, Notice>;

} // namespace puente
