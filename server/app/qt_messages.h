#pragma once

#include "server/relay/event_log.h"

namespace puente {

/// While it lives, what Qt has to say becomes events that tell its size only: its texts may quote what a client sent.
class QtMessages {
public:
    /// `events` must outlive it. One at a time.
    explicit QtMessages(EventLog& events);
    QtMessages(const QtMessages&) = delete;
    QtMessages& operator=(const QtMessages&) = delete;
    ~QtMessages();
};

} // namespace puente
