#pragma once

#include "server/relay/event_log.h"

namespace puente {

/// The standard error stream, as a sink that never waits: while its reader takes nothing, lines are turned down.
class ErrorStream final : public EventSink {
public:
    /// From here on a reader that is gone is a line not taken, and not the end of the program.
    ErrorStream();
    bool take(std::string_view line) override;
};

} // namespace puente
