#pragma once

#include "client/domain/edit.h"
#include "client/domain/schema.h"

#include <optional>

namespace puente {

/// A rule of the schema that a change would break.
struct BrokenRule {
    enum class Kind : std::uint8_t {
        Missing,   ///< `field` must be filled in because of what `other` says
        WrongOrder ///< the day in `field` is after the one in `other`
    };
    Kind kind = Kind::Missing;
    const Field* field = nullptr;
    const Field* other = nullptr;
};

/// The first rule of its type that a record would break after this edit; nothing if it keeps them all.
std::optional<BrokenRule> brokenBy(const Edit& edit, const RecordType& type);

} // namespace puente
