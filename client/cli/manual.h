#pragma once

#include "client/cli/command.h"

#include <span>
#include <string>

namespace puente {

/// The manual page of `puente` (section 1) in roff, in the language in use, made of the commands' own descriptions.
std::string manualPage(std::span<const Command> commands);

/// A script that teaches bash to complete commands, options, and types of records.
std::string bashCompletion(std::span<const Command> commands);

} // namespace puente
