#include "client/domain/sealed_field.h"

#include "client/domain/record_reader.h"

namespace puente {

namespace {

constexpr const char *kKeyField = "key", *kCaseField = "case";

std::optional<ErasableId> keyOfCase(const Catalogue& catalogue, const Dot& record) {
    const auto component = catalogue.component(record);
    const RecordType* type = catalogue.schema().type("case");
    if (!type || !component.ok() || !component->has_value()) return std::nullopt;
    return keyFromText(RecordReader(**component, *type).text(kKeyField));
}

} // namespace

std::string keyText(const ErasableId& key) {
    return toHex(key.view());
}

std::optional<ErasableId> keyFromText(std::string_view text) {
    const auto bytes = fromHex(text);
    return bytes ? ErasableId::from(*bytes) : std::nullopt;
}

std::optional<OpenedValue> openSealed(const Replica& replica, const SpaceId& space, std::uint32_t field,
                                      const Value& value) {
    const auto* opaque = std::get_if<Opaque>(&value);
    const auto id = opaque ? keyOfSealed(*opaque) : std::nullopt;
    if (!id) return std::nullopt;
    const auto key = replica.erasableKey(space, *id);
    if (key.ok() && key->has_value()) {
        auto opened = openValue(**key, {space, *id, field}, *opaque, replica.logs());
        if (opened) return OpenedValue{OpenedValue::State::Open, std::move(*opened)};
        return OpenedValue{};
    }
    const auto status = replica.erasureStatus(space, *id);
    if (status.ok() && status->isErased) return OpenedValue{OpenedValue::State::Erased, {}};
    return OpenedValue{};
}

std::optional<ErasableId> sealingKeyOf(const Catalogue& catalogue, const Edit& edit, const RecordType& type) {
    const Field *own = type.field(kKeyField), *owner = type.field(kCaseField);
    const auto value = own ? edit.resulting(own->number) : owner ? edit.resulting(owner->number) : std::nullopt;
    if (!value) return std::nullopt;
    if (const auto* text = std::get_if<std::string>(&*value)) return keyFromText(*text);
    const auto* reference = std::get_if<Reference>(&*value);
    return reference ? keyOfCase(catalogue, reference->record) : std::nullopt;
}

std::optional<std::vector<Operation>> sealedOperations(const Replica& replica, const SpaceId& space, const Edit& edit,
                                                       const RecordType& type, const std::optional<ErasableId>& key,
                                                       Entropy& entropy) {
    std::vector<Operation> operations = edit.operations();
    std::optional<ErasableKey> opened; // once it is needed
    for (Operation& operation : operations) {
        const Field* field = type.field(operation.field);
        if (!field || !field->isSealed || !operation.value || std::holds_alternative<Opaque>(*operation.value))
            continue;
        if (!opened && key)
            if (auto found = replica.erasableKey(space, *key)) opened = std::move(*found);
        if (!opened) return std::nullopt;
        auto sealed = sealValue(*opened, {space, *key, operation.field}, *operation.value, replica.logs(), entropy);
        if (!sealed) return std::nullopt;
        operation.value = Value(std::move(*sealed));
    }
    return operations;
}

} // namespace puente
