#pragma once

#include "common/time/clock.h"

#include <cstddef>
#include <cstdint>

namespace puente {

/// Every bound of a conversation, in one place. docs/formats/wire.md repeats and explains them.
struct SessionLimits {
    std::size_t controlFrameMax = 1024 * 1024;  ///< bytes of a frame that is not a segment
    std::size_t dataFrameMax = 8 * 1024 * 1024; ///< bytes of a frame that carries a segment
    std::size_t spacesMax = 256;                ///< in one request
    std::size_t framesMax = 1'000'000;          ///< in one conversation
    std::size_t namedMax = 1'000'000;           ///< places, logs or records that a side names in one flight
    std::size_t documentsMax = 1000;            ///< offers and fetches in one flight
    std::size_t spansMax = 32 * 1024;           ///< that the fetches of one flight name
    std::uint32_t exchangesMax = 16;            ///< flights in one conversation
    Duration handshakeMax = std::chrono::seconds(10);
    Duration frameMax = std::chrono::seconds(30);   ///< between the first and last byte of one frame
    Duration silenceMax = std::chrono::seconds(30); ///< between two frames
    /// Bytes a second of the slowest line that is waited for: both times are longer by what such a line needs for the
    /// frame, or for what was said and may still be on its way.
    std::size_t lineRateMin = 1024;
    std::size_t underWayMax = 512 * 1024; ///< as much as can be between a side and the other, in buffers of all kinds
};

/// What a device and a space may put on a server.
struct QuotaLimits {
    std::uint64_t spaceBytesMax = 8ULL * 1024 * 1024 * 1024;
    std::uint64_t deviceBytesMax = 2ULL * 1024 * 1024 * 1024;
    std::uint64_t deviceEntriesMax = 1'000'000;
    std::uint64_t spacesMax = 10'000;
    std::uint64_t adminRecordsMax = 10'000; ///< membership records by one author who is an admin
    std::uint64_t otherRecordsMax = 256;    ///< by one who is none: a device's fork statements, a root's words
    std::uint32_t joinsPerSpaceMax = 1000;
};

} // namespace puente
