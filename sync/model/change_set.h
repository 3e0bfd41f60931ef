#pragma once

#include "common/time/stamp.h"
#include "sync/model/value.h"

#include <optional>
#include <vector>

namespace puente {

/// The field numbers that belong to the engine; a schema's own begin at kFirstSchemaField.
inline constexpr std::uint32_t kTypeField = 0;   ///< the record's type; its write creates the record
inline constexpr std::uint32_t kJoinedField = 1; ///< a set of references: records that are the same as this one
inline constexpr std::uint32_t kFirstSchemaField = 8;

/// One thing done to one field of one record.
struct Operation {
    enum class Kind : std::uint8_t {
        Write = 0,  ///< gives a single field a value
        Add = 1,    ///< adds an element to a set field
        Retire = 2, ///< only retires
    };

    Kind kind = Kind::Write;
    Dot record; ///< its own dot when it writes kTypeField: the record is created
    std::uint32_t field = 0;
    std::optional<Value> value;    ///< absent for Retire, present otherwise
    std::vector<Dot> retired = {}; ///< the values of this field that the author saw and replaces

    friend bool operator==(const Operation&, const Operation&) = default;
};

/// What one person saved in one go: it is applied whole or not at all.
struct ChangeSet {
    std::uint32_t sequence = 0; ///< its number in its author's log, from 1 without gaps
    Stamp stamp;
    std::string person; ///< who saved it, as the office calls them
    std::uint32_t schemaVersion = 0;
    std::uint32_t seenCount = 0; ///< how many of its segment's seen entries its author had seen by then
    std::vector<Operation> operations;

    friend bool operator==(const ChangeSet&, const ChangeSet&) = default;
};

inline constexpr std::size_t kChangeSetSizeMax = 200 * 1024; ///< encoded alone
inline constexpr std::size_t kPersonSizeMax = 200;           ///< bytes of UTF-8

} // namespace puente
