#pragma once

#include "common/crypto/secret_text.h"

#include <chrono>
#include <optional>
#include <string>

namespace puente::platform {

/// Keeps what is in memory out of core files and away from other processes' debuggers: keys are there.
void keepMemoryPrivate();

/// Asks on the controlling terminal, without echo; nothing when there is no terminal.
std::optional<SecretText> askWithoutEcho(const std::string& prompt);

/// Waits until something can be read, a line or the end; false when nothing could for so long. What is no terminal is
/// not waited for: true.
bool isTyped(int descriptor, std::chrono::milliseconds patience);

/// True when the stream with this descriptor number is a terminal.
bool isTerminal(int descriptor);

} // namespace puente::platform
