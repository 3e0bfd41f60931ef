#pragma once

#include <cstdint>

namespace puente {

/// What the server counts of its connections: numbers only, never who.
struct Counters {
    std::uint64_t accepted = 0;
    std::uint64_t busy = 0;     ///< told or cut because there were too many
    std::uint64_t timedOut = 0; ///< silent, or slow in the handshake, within a frame or altogether
    std::uint64_t faulty = 0;   ///< broke the protocol
    std::uint64_t bytesIn = 0;  ///< of frames, before TLS
    std::uint64_t bytesOut = 0;
    std::uint64_t open = 0; ///< now
};

} // namespace puente
