#pragma once

#include "sync/merge/record_state.h"

#include <optional>

namespace puente {

/// A record's state as one run of bytes: what a replica keeps in a row. Equal states are equal bytes.
/// Layout: docs/formats/database.md. It never travels.
class RecordCodec {
public:
    static Bytes encode(const RecordState& state);
    /// What encode() was given; nothing for anything else.
    static std::optional<RecordState> decode(ByteView bytes);
};

} // namespace puente
