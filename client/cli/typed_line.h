#pragma once

#include "client/cli/console.h"

#include <chrono>
#include <optional>
#include <string>

namespace puente {

/// A replica that waits for somebody who does not come is locked: the command ends, and forgets its keys.
inline constexpr std::chrono::minutes kUnattendedMax{10};

/// The next line of the standard input; nothing at its end, and when nobody types one for so long, which is said.
std::optional<std::string> typedLine(Console& console);

} // namespace puente
