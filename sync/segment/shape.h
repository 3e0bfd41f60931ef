#pragma once

#include "common/codec/reader.h"
#include "common/codec/writer.h"
#include "sync/model/change_set.h"

#include <vector>

namespace puente {

/// How an operation's record is told.
enum class RecordCode : std::uint8_t {
    Created = 0, ///< the operation's own dot
    Same = 1,    ///< the record of the operation before it in its change set
    Other = 2,   ///< a dot in the columns of records
};

/// What an operation is made of, without its numbers and texts.
struct OperationShape {
    Operation::Kind kind = Operation::Kind::Write;
    RecordCode record = RecordCode::Same;
    std::uint32_t field = 0;
    std::uint8_t valueKind = 0;          ///< a value's number on the wire; 0 for Retire
    std::vector<std::uint8_t> retired{}; ///< one per retired dot: 0 within the record's own change set, 1 elsewhere

    bool hasValue() const { return kind != Operation::Kind::Retire; }
    /// May its record be its own dot?
    bool creates() const { return kind == Operation::Kind::Write && field == kTypeField; }
};

/// What a change set is made of. Most people do the same few things all day, so a segment names each shape once.
using Shape = std::vector<OperationShape>;

/// The number of a value's kind: its place in Value, or the one an opaque value carries.
std::uint8_t kindOf(const Value& value);

Shape shapeOf(const ChangeSet& changeSet);

void writeShape(Writer& writer, const Shape& shape);
/// A failed reader for anything that no change set could have.
Shape readShape(Reader& reader);

} // namespace puente
