#include "client/domain/schema.h"

#include "client/domain/embedded_schema.h"
#include "client/domain/schema_reader.h"
#include "common/base/expects.h"

#include <algorithm>

namespace puente {

namespace {

template <typename Items>
auto findByName(const Items& items, std::string_view name) -> decltype(items.data()) {
    const auto found = std::find_if(items.begin(), items.end(), [&](const auto& item) { return item.name == name; });
    return found == items.end() ? nullptr : &*found;
}

template <typename Items>
auto findByNumber(const Items& items, std::uint32_t number) -> decltype(items.data()) {
    const auto found =
        std::find_if(items.begin(), items.end(), [&](const auto& item) { return item.number == number; });
    return found == items.end() ? nullptr : &*found;
}

} // namespace

const Enumerator* Field::enumerator(std::uint32_t symbol) const {
    return findByNumber(enumerators, symbol);
}

const Field* RecordType::field(std::string_view fieldName) const {
    return findByName(fields, fieldName);
}

const Field* RecordType::field(std::uint32_t fieldNumber) const {
    return findByNumber(fields, fieldNumber);
}

const Field* RecordType::field(std::string_view fieldName, Language language) const {
    if (const Field* found = field(fieldName)) return found;
    for (const Field& candidate : fields)
        if (candidate.translation && candidate.translation->of == fieldName &&
            candidate.translation->language == language)
            return &candidate;
    return nullptr;
}

const RecordType* Schema::type(std::string_view name) const {
    return findByName(m_types, name);
}

const RecordType* Schema::type(std::uint32_t number) const {
    return findByNumber(m_types, number);
}

const Schema& Schema::builtIn() {
    static const Schema schema = [] {
        Result<Schema, SchemaFault> loaded = load(embeddedSchema());
        expects(loaded.ok()); // Tested: what cannot be read is never shipped.
        return std::move(loaded).value();
    }();
    return schema;
}

Result<Schema, SchemaFault> Schema::load(std::span<const std::string_view> documents) {
    Result<SchemaDocuments, SchemaFault> read = readSchema(documents);
    if (!read) return Failure{read.fault()};
    if (const auto fault = checkSchema(read->types)) return Failure{*fault};

    Schema schema;
    schema.m_version = read->version;
    schema.m_types = std::move(read->types);
    std::sort(schema.m_types.begin(), schema.m_types.end(),
              [](const RecordType& a, const RecordType& b) { return a.number < b.number; });
    return schema;
}

} // namespace puente
