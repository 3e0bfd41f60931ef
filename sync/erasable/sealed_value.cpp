#include "common/codec/reader.h"
#include "common/codec/writer.h"
#include "common/crypto/aead.h"
#include "common/crypto/padding.h"
#include "sync/erasable/erasable_key.h"

#include <algorithm>
#include <limits>

namespace puente {

namespace {

enum class Kind : std::uint8_t { Text = 0, Integer = 1, Symbol = 2, Day = 3, Reference = 4 };

/// The record's own name is not among it: a record is named by the place of its creation in a log, which is not yet
/// known while the change set that creates it is made.
Bytes associated(const SealedPlace& place) {
    Writer writer;
    writer.id(place.space);
    writer.id(place.key);
    writer.varint(place.field);
    return writer.take();
}

/// False for what cannot be said outside this replica.
bool write(Writer& writer, const Value& value, std::span<const LogId> logs) {
    writer.u8(static_cast<std::uint8_t>(value.index()));
    if (const auto* text = std::get_if<std::string>(&value)) return writer.text(*text), true;
    if (const auto* integer = std::get_if<std::int64_t>(&value)) return writer.zigzag(*integer), true;
    if (const auto* symbol = std::get_if<Symbol>(&value)) return writer.varint(symbol->number), true;
    if (const auto* day = std::get_if<Day>(&value)) return writer.zigzag(day->number), true;
    const auto* reference = std::get_if<Reference>(&value);
    if (reference == nullptr) return false;
    const Dot& record = reference->record;
    if (record.sequence == 0 || record.log >= logs.size()) return false;
    writer.id(logs[record.log].device);
    writer.varint(logs[record.log].incarnation);
    writer.varint(record.sequence);
    writer.varint(record.index);
    return true;
}

std::int32_t readDay(Reader& reader) {
    const std::int64_t number = reader.zigzag();
    using Limits = std::numeric_limits<std::int32_t>;
    if (number < Limits::min() || number > Limits::max()) reader.fail();
    return static_cast<std::int32_t>(number);
}

Reference readReference(Reader& reader, std::span<const LogId> logs) {
    LogId log;
    log.device = reader.id<DeviceId>();
    log.incarnation = static_cast<std::uint32_t>(reader.varintUpTo(kSequenceMax));
    Dot record;
    record.sequence = static_cast<std::uint32_t>(reader.varintUpTo(kSequenceMax));
    record.index = static_cast<std::uint32_t>(reader.varintUpTo(kOperationCountMax - 1));
    const auto found = std::ranges::find(logs, log);
    if (found == logs.end() || record.sequence == 0) reader.fail();
    record.log = static_cast<std::uint32_t>(found - logs.begin());
    return {record};
}

std::optional<Value> read(ByteView plain, std::span<const LogId> logs) {
    Reader reader(plain);
    Value value;
    switch (Kind{reader.u8()}) {
    case Kind::Text: value = std::string(reader.text(plain.size())); break;
    case Kind::Integer: value = reader.zigzag(); break;
    case Kind::Symbol: value = Symbol{static_cast<std::uint32_t>(reader.varintUpTo(0xffffffff))}; break;
    case Kind::Day: value = Day{readDay(reader)}; break;
    case Kind::Reference: value = readReference(reader, logs); break;
    default: return std::nullopt;
    }
    return reader.finished() ? std::optional(std::move(value)) : std::nullopt;
}

} // namespace

std::optional<ErasableId> keyOfSealed(const Opaque& value) {
    if (value.kind != kSealedValueKind || value.payload.size() < ErasableId::kSize) return std::nullopt;
    return ErasableId::from(ByteView(value.payload).first(ErasableId::kSize));
}

std::optional<Opaque> sealValue(const ErasableKey& key, const SealedPlace& place, const Value& value,
                                std::span<const LogId> logs, Entropy& entropy) {
    Writer writer;
    if (!write(writer, value, logs)) return std::nullopt;
    Bytes plain = pad(writer.take());
    Opaque sealed{.kind = kSealedValueKind, .payload = {}};
    append(sealed.payload, place.key.view());
    append(sealed.payload, key.seal(plain, associated(place), entropy));
    wipe(plain);
    return sealed;
}

Result<Value, SealedValueFault> openValue(const ErasableKey& key, const SealedPlace& place, const Opaque& sealed,
                                          std::span<const LogId> logs) {
    const auto named = keyOfSealed(sealed);
    if (!named) return Failure{SealedValueFault::NotSealed};
    if (*named != place.key) return Failure{SealedValueFault::AnotherKey};
    auto padded = key.open(ByteView(sealed.payload).subspan(ErasableId::kSize), associated(place));
    if (!padded) return Failure{SealedValueFault::Damaged};
    const auto plain = unpad(*padded);
    auto value = plain ? read(*plain, logs) : std::nullopt;
    wipe(*padded);
    if (!plain) return Failure{SealedValueFault::Damaged};
    if (!value) return Failure{SealedValueFault::Unreadable};
    return *std::move(value);
}

} // namespace puente
