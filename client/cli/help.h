#pragma once

#include "client/cli/command.h"

#include <span>

namespace puente {

/// The options that every verb takes.
const std::vector<OptionSpec>& globalOptions();

/// All verbs under a path ("" for all), each with its summary.
std::string overview(std::span<const Command> commands, const std::string& path);
/// One verb: how it is called and what it takes.
std::string helpFor(const Command& command);
std::string versionText();

} // namespace puente
