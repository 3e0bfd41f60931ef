#pragma once

#include "sync/session/limits.h"

#include <cstddef>
#include <cstdint>

namespace puente {

/// Every bound of the server beside those of a conversation. docs/server.md repeats and explains them.
struct ServerLimits {
    SessionLimits session;
    QuotaLimits quotas;

    std::size_t connectionsMax = 2000;      ///< in all
    std::size_t connectionsPerHostMax = 64; ///< from one IPv4 address or one IPv6 /64: an office behind one router
    std::size_t busyAnswersMax = 32;        ///< of those beyond, how many are told "busy" rather than cut
    std::int64_t readBufferMax = 256 * 1024;
    std::int64_t writeBufferMax = 512 * 1024; ///< not yet taken by the system, plain and encrypted together

    Duration rateWindow = std::chrono::seconds(30); ///< that every client has at the beginning
    std::int64_t rateMin = 256;                     ///< bytes that buy another second, in both directions
    Duration rateCreditMax = std::chrono::minutes(10);
    Duration closingMax = std::chrono::seconds(5);  ///< for the last words of a conversation to leave
    Duration tick = std::chrono::milliseconds(500); ///< how often time-outs are looked at
    Duration stopMax = std::chrono::seconds(3);     ///< for conversations to end when the server stops
};

} // namespace puente
