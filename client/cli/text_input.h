#pragma once

#include "client/core/notice.h"

#include <string>

namespace puente {

/// The whole text of a file, or of the standard input for "-"; at most 128 KiB of UTF-8, without white space at its
/// end. For what must not stand on a command line. Empty text is refused.
Outcome<std::string> textFrom(const std::string& path);

} // namespace puente
