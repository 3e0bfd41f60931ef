#include "sync/segment/shape.h"

#include <limits>

namespace puente {

namespace {

constexpr std::uint8_t kOpaqueIndex = 5;
static_assert(std::variant_size_v<Value> == kOpaqueIndex + 1, "docs/formats/change_set.md lists the kinds");

RecordCode recordCodeOf(const ChangeSet& changeSet, std::size_t index) {
    const Operation& operation = changeSet.operations[index];
    const Dot own{.log = 0, .sequence = changeSet.sequence, .index = static_cast<std::uint32_t>(index)};
    if (operation.record == own) return RecordCode::Created;
    if (index > 0 && operation.record == changeSet.operations[index - 1].record) return RecordCode::Same;
    return RecordCode::Other;
}

bool isKnownKind(std::uint8_t kind) {
    return kind < kOpaqueIndex || kind >= kOpaqueKindMin;
}

OperationShape readOperationShape(Reader& reader) {
    OperationShape shape;
    const std::uint8_t head = reader.u8();
    if (head > 8) reader.fail();
    shape.kind = static_cast<Operation::Kind>(head % 3);
    shape.record = static_cast<RecordCode>(head / 3);
    shape.field = static_cast<std::uint32_t>(reader.varintUpTo(std::numeric_limits<std::uint32_t>::max()));
    if (shape.hasValue()) shape.valueKind = reader.u8();
    if (!isKnownKind(shape.valueKind)) reader.fail();
    const std::size_t count = reader.count(std::numeric_limits<std::uint32_t>::max());
    const ByteView codes = reader.raw(count);
    shape.retired.assign(codes.begin(), codes.end());
    for (const std::uint8_t code : shape.retired)
        if (code > 1) reader.fail();
    if (!shape.hasValue() && shape.retired.empty()) reader.fail();
    if (shape.record == RecordCode::Created && !shape.creates()) reader.fail();
    return shape;
}

} // namespace

std::uint8_t kindOf(const Value& value) {
    if (const auto* opaque = std::get_if<Opaque>(&value)) return opaque->kind;
    return static_cast<std::uint8_t>(value.index());
}

Shape shapeOf(const ChangeSet& changeSet) {
    Shape shape;
    shape.reserve(changeSet.operations.size());
    for (std::size_t i = 0; i < changeSet.operations.size(); ++i) {
        const Operation& operation = changeSet.operations[i];
        OperationShape& made = shape.emplace_back();
        made.kind = operation.kind;
        made.record = recordCodeOf(changeSet, i);
        made.field = operation.field;
        if (operation.value) made.valueKind = kindOf(*operation.value);
        for (const Dot& dot : operation.retired) {
            const bool near = dot.log == operation.record.log && dot.sequence == operation.record.sequence;
            made.retired.push_back(near ? 0 : 1);
        }
    }
    return shape;
}

void writeShape(Writer& writer, const Shape& shape) {
    writer.varint(shape.size());
    for (const OperationShape& operation : shape) {
        writer.u8(static_cast<std::uint8_t>(static_cast<unsigned>(operation.kind) +
                                            3 * static_cast<unsigned>(operation.record)));
        writer.varint(operation.field);
        if (operation.hasValue()) writer.u8(operation.valueKind);
        writer.blob(operation.retired);
    }
}

Shape readShape(Reader& reader) {
    const std::size_t count = reader.count(kOperationCountMax, 3);
    Shape shape;
    shape.reserve(count);
    for (std::size_t i = 0; i < count && reader.ok(); ++i)
        shape.push_back(readOperationShape(reader));
    if (!shape.empty() && shape.front().record == RecordCode::Same) reader.fail();
    return shape;
}

} // namespace puente
