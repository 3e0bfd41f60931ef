#pragma once

#include "common/base/ids.h"

#include <compare>
#include <cstdint>

namespace puente {

/// One life of one device's log in one space. A restored backup begins a new incarnation.
struct LogId {
    DeviceId device;
    std::uint32_t incarnation = 1;

    friend auto operator<=>(const LogId&, const LogId&) = default;
};

/// How far, contiguously, one has a log: the number of its last change set and the hash of the segment that ends
/// with it. {0, zero} is an empty log.
struct Height {
    std::uint64_t sequence = 0;
    Hash head;

    friend auto operator<=>(const Height&, const Height&) = default;
};

struct LogHeight {
    LogId log;
    Height height;

    friend auto operator<=>(const LogHeight&, const LogHeight&) = default;
};

/// Names one written value, for ever: the log, the change set in it, the operation in that.
///
/// `log` is a number in a table of logs: the segment's own while a segment is coded, the replica's
/// everywhere else. A dot never crosses from one table to another without being translated.
/// A record's id is the dot of the write that created it.
struct Dot {
    std::uint32_t log = 0;
    std::uint32_t sequence = 0; ///< from 1
    std::uint32_t index = 0;    ///< of the operation in its change set, from 0

    friend auto operator<=>(const Dot&, const Dot&) = default;
};

inline constexpr std::uint32_t kSequenceMax = 0xffffffff;
inline constexpr std::uint32_t kOperationCountMax = 32768; ///< in one change set
inline constexpr std::uint32_t kLogCountMax = 32767;       ///< in one replica

} // namespace puente
