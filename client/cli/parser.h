#pragma once

#include "client/cli/command.h"

#include <span>

namespace puente {

/// What a command line asked for.
struct Parsed {
    const Command* command = nullptr; ///< nullptr: the text below is the whole answer
    Arguments arguments = {};
    Invocation::Options options = {};
    Console::Options output = {};
    ExitCode code = ExitCode::Done;
    std::string text = {}; ///< help, the version, or what was wrong
};

/// Sorts what was typed. CLI11 is used here and nowhere else.
Parsed parseCommandLine(int argc, char** argv, std::span<const Command> commands);

} // namespace puente
