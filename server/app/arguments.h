#pragma once

#include "server/app/running_server.h"

#include <optional>
#include <string>

namespace puente {

enum class Verb { Init, Run, Status, Backup };

/// What the command line said.
struct Arguments {
    Verb verb = Verb::Run;
    QString home;
    std::optional<HostAndPort> listen;
    std::optional<HostAndPort> reachable; ///< --public
    QString out;                          ///< of backup
    bool json = false;
    quint16 controlPort = 0;
    ServerLimits limits;
};

inline constexpr std::uint16_t kDefaultPort = 7443;

/// The arguments; or, when there is nothing to run, the exit code: help was shown, or what is wrong was said.
Result<Arguments, ExitCode> parseArguments(int argc, char** argv);

} // namespace puente
