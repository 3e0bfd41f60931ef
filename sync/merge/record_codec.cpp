#include "sync/merge/record_codec.h"

#include "common/codec/reader.h"
#include "common/codec/writer.h"

#include <limits>

namespace puente {

namespace {

constexpr std::uint64_t kNumberMax = std::numeric_limits<std::uint32_t>::max();

/// Flags in front of a value.
constexpr std::uint8_t kElement = 1;
constexpr std::uint8_t kSameChangeSet = 2; // as the value before it: log, sequence, stamp and person are not repeated

enum class Kind : std::uint8_t { Text, Integer, Symbol, Day, Reference };

bool isFromSameChangeSet(const LiveValue& a, const LiveValue& b) {
    return a.dot.log == b.dot.log && a.dot.sequence == b.dot.sequence && a.stamp == b.stamp && a.person == b.person;
}

struct ValueWriter {
    Writer& writer;

    void kind(Kind kind) const { writer.u8(static_cast<std::uint8_t>(kind)); }
    void dot(const Dot& dot) const {
        writer.varint(dot.log);
        writer.varint(dot.sequence);
        writer.varint(dot.index);
    }
    void operator()(const std::string& text) const {
        kind(Kind::Text);
        writer.text(text);
    }
    void operator()(std::int64_t number) const {
        kind(Kind::Integer);
        writer.zigzag(number);
    }
    void operator()(const Symbol& symbol) const {
        kind(Kind::Symbol);
        writer.varint(symbol.number);
    }
    void operator()(const Day& day) const {
        kind(Kind::Day);
        writer.zigzag(day.number);
    }
    void operator()(const Reference& reference) const {
        kind(Kind::Reference);
        dot(reference.record);
    }
    void operator()(const Opaque& opaque) const {
        writer.u8(opaque.kind);
        writer.blob(opaque.payload);
    }
};

std::uint32_t readNumber(Reader& reader) {
    return static_cast<std::uint32_t>(reader.varintUpTo(kNumberMax));
}

Dot readDot(Reader& reader) {
    const std::uint32_t log = readNumber(reader), sequence = readNumber(reader), index = readNumber(reader);
    return {.log = log, .sequence = sequence, .index = index};
}

Value readValue(Reader& reader) {
    const std::uint8_t kind = reader.u8();
    if (kind >= kOpaqueKindMin) {
        const ByteView payload = reader.blob(kNumberMax);
        return Opaque{.kind = kind, .payload = Bytes(payload.begin(), payload.end())};
    }
    switch (static_cast<Kind>(kind)) {
    case Kind::Text: return std::string(textOf(reader.blob(kNumberMax)));
    case Kind::Integer: return reader.zigzag();
    case Kind::Symbol: return Symbol{readNumber(reader)};
    case Kind::Day: return Day{static_cast<std::int32_t>(reader.zigzag())};
    case Kind::Reference: return Reference{readDot(reader)};
    }
    reader.fail();
    return std::int64_t{0};
}

void writeLive(Writer& writer, const LiveValue& value, const LiveValue* before) {
    const bool same = before != nullptr && isFromSameChangeSet(*before, value);
    writer.u8(static_cast<std::uint8_t>((value.element ? kElement : 0) | (same ? kSameChangeSet : 0)));
    if (!same) {
        writer.varint(value.dot.log);
        writer.varint(value.dot.sequence);
        writer.varint(value.stamp.time);
        writer.varint(value.stamp.counter);
        writer.varint(value.person);
    }
    writer.varint(value.dot.index);
    std::visit(ValueWriter{writer}, value.value);
}

LiveValue readLive(Reader& reader, const LiveValue* before) {
    const std::uint8_t flags = reader.u8();
    const bool same = (flags & kSameChangeSet) != 0;
    if (flags > (kElement | kSameChangeSet) || (same && before == nullptr)) reader.fail();
    LiveValue value;
    if (same && before != nullptr) {
        value.dot = before->dot;
        value.stamp = before->stamp;
        value.person = before->person;
    } else {
        value.dot.log = readNumber(reader);
        value.dot.sequence = readNumber(reader);
        value.stamp.time = reader.varint();
        value.stamp.counter = readNumber(reader);
        value.person = readNumber(reader);
    }
    value.element = (flags & kElement) != 0;
    value.dot.index = readNumber(reader);
    value.value = readValue(reader);
    return value;
}

} // namespace

Bytes RecordCodec::encode(const RecordState& state) {
    Writer writer;
    const LiveValue* before = nullptr;
    writer.varint(state.m_fields.size());
    for (const FieldState& field : state.m_fields) {
        writer.varint(field.field);
        writer.varint(field.values.size());
        for (const LiveValue& value : field.values) {
            writeLive(writer, value, before);
            before = &value;
        }
        writer.varint(field.retired.size());
        for (const Dot& dot : field.retired)
            ValueWriter{writer}.dot(dot);
    }
    return writer.take();
}

std::optional<RecordState> RecordCodec::decode(ByteView bytes) {
    Reader reader(bytes);
    RecordState state;
    state.m_fields.resize(reader.count(kNumberMax, 3));
    const LiveValue* before = nullptr;
    for (FieldState& field : state.m_fields) {
        field.field = readNumber(reader);
        field.values.resize(reader.count(kNumberMax, 4));
        for (LiveValue& value : field.values) {
            value = readLive(reader, before);
            before = &value;
        }
        field.retired.resize(reader.count(kNumberMax, 3));
        for (Dot& dot : field.retired)
            dot = readDot(reader);
    }
    if (!reader.finished()) return std::nullopt;
    return state;
}

} // namespace puente
