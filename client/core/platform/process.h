#pragma once

#include "common/crypto/secret_text.h"

#include <optional>
#include <string>

namespace puente::platform {

/// Keeps what is in memory out of core files and away from other processes' debuggers: keys are there.
void keepMemoryPrivate();

/// Asks on the controlling terminal, without echo; nothing when there is no terminal.
std::optional<SecretText> askWithoutEcho(const std::string& prompt);

/// True when the stream with this descriptor number is a terminal.
bool isTerminal(int descriptor);

} // namespace puente::platform
