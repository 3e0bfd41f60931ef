#pragma once

#include "sync/model/dot.h"

namespace puente {

/// A dot as a row's key: the local log number, the sequence and the index in one positive number that orders as dots
/// do. docs/decisions/0021 says why numbers are local.
inline std::int64_t pack(const Dot& dot) {
    return static_cast<std::int64_t>(dot.log) << 48 | static_cast<std::int64_t>(dot.sequence) << 16 | dot.index;
}

inline Dot unpackDot(std::int64_t packed) {
    return {.log = static_cast<std::uint32_t>(packed >> 48),
            .sequence = static_cast<std::uint32_t>(packed >> 16),
            .index = static_cast<std::uint32_t>(packed & 0xffff)};
}

static_assert(kLogCountMax < 1U << 15 && kOperationCountMax <= 1U << 16);

/// The smallest packed dot of a log; that of the next log follows its last.
inline std::int64_t firstOfLog(std::uint32_t log) {
    return static_cast<std::int64_t>(log) << 48;
}

} // namespace puente
