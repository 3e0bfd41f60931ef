#pragma once

#include "sync/model/dot.h"

#include <string>
#include <variant>

namespace puente {

/// An enumerator's or a record type's number, as the schema gives it; numbers are never reused.
struct Symbol {
    std::uint32_t number = 0;
    friend auto operator<=>(const Symbol&, const Symbol&) = default;
};

/// A day of the Gregorian calendar, as days since 1970-01-01.
struct Day {
    std::int32_t number = 0;
    friend auto operator<=>(const Day&, const Day&) = default;
};

/// Another record.
struct Reference {
    Dot record;
    friend auto operator<=>(const Reference&, const Reference&) = default;
};

/// A value of a kind that this version does not know: kept and passed on to the letter.
struct Opaque {
    std::uint8_t kind = 0; ///< kOpaqueKindMin or above
    Bytes payload;
    friend auto operator<=>(const Opaque&, const Opaque&) = default;
};

inline constexpr std::uint8_t kOpaqueKindMin = 16;

/// What a field may hold. The kind belongs to the value, not to the field: a date that nobody could
/// interpret is kept as text in the same field.
using Value = std::variant<std::string, std::int64_t, Symbol, Day, Reference, Opaque>;

} // namespace puente
