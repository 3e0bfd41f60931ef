#pragma once

#include "server/relay/event_value.h"

namespace puente {

/// The program's version, as CMakeLists.txt gives it.
EventWord serverVersion();

} // namespace puente
