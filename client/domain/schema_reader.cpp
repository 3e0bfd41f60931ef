#include "client/domain/schema_reader.h"

#include "sync/model/change_set.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace puente {

namespace {

using Json = nlohmann::json;
using Enumerations = std::map<std::string, std::vector<Enumerator>>;

/// Thrown and caught in this file only, beside the exceptions of the JSON library.
struct Broken {
    SchemaFault fault;
};

template <typename T>
T choose(const std::string& text, const std::map<std::string, T>& choices) {
    const auto found = choices.find(text);
    if (found == choices.end()) throw Broken{SchemaFault::UnknownName};
    return found->second;
}

Wording wording(const Json& json, const char* key, bool required) {
    if (!required && !json.contains(key)) return {};
    const Json& both = json.at(key);
    return {both.at("es").get<std::string>(), both.at("en").get<std::string>()};
}

std::vector<std::string> texts(const Json& json, const char* key) {
    return json.value(key, std::vector<std::string>{});
}

std::vector<Enumerator> enumerators(const Json& list) {
    std::vector<Enumerator> read;
    for (const Json& json : list)
        read.push_back({json.at("number").get<std::uint32_t>(), json.at("name").get<std::string>(),
                        wording(json, "label", true), texts(json, "accepts"), json.value("closes", false)});
    return read;
}

std::optional<std::int64_t> bound(const Json& json, const char* key) {
    if (!json.contains(key)) return std::nullopt;
    return json.at(key).get<std::int64_t>();
}

std::optional<Translation> translation(const Json& json) {
    if (!json.contains("translation")) return std::nullopt;
    const Json& inner = json.at("translation");
    return Translation{inner.at("of").get<std::string>(),
                       choose<Language>(inner.at("language").get<std::string>(),
                                        {{"es", Language::Spanish}, {"en", Language::English}})};
}

std::optional<Requirement> requirement(const Json& json) {
    if (!json.contains("requiredWhen")) return std::nullopt;
    const Json& inner = json.at("requiredWhen");
    return Requirement{inner.at("field").get<std::string>(), texts(inner, "values")};
}

Field readField(const Json& json, const Enumerations& shared) {
    Field field;
    field.number = json.at("number").get<std::uint32_t>();
    field.name = json.at("name").get<std::string>();
    field.kind = choose<FieldKind>(json.at("kind").get<std::string>(), {{"text", FieldKind::Text},
                                                                        {"integer", FieldKind::Integer},
                                                                        {"date", FieldKind::Date},
                                                                        {"symbol", FieldKind::Symbol},
                                                                        {"reference", FieldKind::Reference},
                                                                        {"term", FieldKind::Term}});
    field.isSet = json.value("set", false);
    field.required = json.value("required", false);
    field.label = wording(json, "label", true);
    field.help = wording(json, "help", false);
    if (json.contains("enumeration")) field.enumerators = choose(json.at("enumeration").get<std::string>(), shared);
    if (json.contains("enumerators")) field.enumerators = enumerators(json.at("enumerators"));
    field.refersTo = texts(json, "refersTo");
    field.minimum = bound(json, "minimum");
    field.maximum = bound(json, "maximum");
    field.unit = json.value("unit", std::string{});
    field.decimals = json.value("decimals", 0);
    field.isSealed = json.value("sealed", false);
    field.requiredWhen = requirement(json);
    field.translation = translation(json);
    field.columns = texts(json, "columns");
    field.publication = choose<Publication>(
        json.at("publication").get<std::string>(),
        {{"public", Publication::Public}, {"members", Publication::Members}, {"none", Publication::None}});
    return field;
}

/// A text with "{}" in it, cut in two there.
std::pair<std::string, std::string> aroundGap(const std::string& pattern) {
    const std::size_t gap = pattern.find("{}");
    if (gap == std::string::npos) throw Broken{SchemaFault::WrongShape};
    return {pattern.substr(0, gap), pattern.substr(gap + 2)};
}

std::vector<SpokenName> spokenNames(const Json& json) {
    std::vector<SpokenName> read;
    for (const Json& name : json.value("spokenNames", Json::array())) {
        auto [before, after] = aroundGap(name.at("pattern").get<std::string>());
        auto [keyBefore, keyAfter] = aroundGap(name.at("key").get<std::string>());
        if (!keyAfter.empty()) throw Broken{SchemaFault::WrongShape};
        read.push_back({std::move(before), std::move(after), std::move(keyBefore)});
    }
    return read;
}

std::vector<ComputedField> computedFields(const Json& json) {
    std::vector<ComputedField> read;
    for (const Json& field : json.value("computed", Json::array()))
        read.push_back(
            {field.at("name").get<std::string>(), wording(field, "label", true), wording(field, "help", true)});
    return read;
}

std::vector<std::pair<std::string, std::string>> dayOrder(const Json& json) {
    std::vector<std::pair<std::string, std::string>> read;
    for (const Json& pair : json.value("order", Json::array()))
        read.emplace_back(pair.at(0).get<std::string>(), pair.at(1).get<std::string>());
    return read;
}

RecordType readType(const Json& json, const Enumerations& shared) {
    RecordType type;
    type.number = json.at("number").get<std::uint32_t>();
    type.name = json.at("type").get<std::string>();
    type.label = wording(json, "label", true);
    type.plural = wording(json, "plural", true);
    type.help = wording(json, "help", true);
    for (const Json& field : json.at("fields"))
        type.fields.push_back(readField(field, shared));
    type.naturalKey = texts(json, "naturalKey");
    type.spokenNames = spokenNames(json);
    type.title = texts(json, "title");
    type.computed = computedFields(json);
    type.order = dayOrder(json);
    type.isAlwaysPublished = json.value("alwaysPublished", false);
    type.publishedWith = json.value("publishedWith", std::string{});
    type.isRestricted = json.value("restricted", false);
    return type;
}

SchemaDocuments readParsed(const std::vector<Json>& documents) {
    SchemaDocuments read;
    Enumerations shared;
    for (const Json& json : documents)
        if (json.contains("enumeration"))
            shared[json.at("enumeration").get<std::string>()] = enumerators(json.at("enumerators"));
    for (const Json& json : documents) {
        if (json.contains("version")) read.version = json.at("version").get<std::uint32_t>();
        if (json.contains("type")) read.types.push_back(readType(json, shared));
    }
    if (read.version == 0) throw Broken{SchemaFault::WrongShape};
    return read;
}

/// True when two items share what `key` takes of them.
template <typename Items, typename Key>
bool repeats(const Items& items, Key key) {
    std::set<std::decay_t<decltype(key(*items.begin()))>> seen;
    for (const auto& item : items)
        if (!seen.insert(key(item)).second) return true;
    return false;
}

template <typename Items>
std::optional<SchemaFault> checkNames(const Items& items) {
    if (repeats(items, [](const auto& item) { return item.number; })) return SchemaFault::DuplicateNumber;
    if (repeats(items, [](const auto& item) { return item.name; })) return SchemaFault::DuplicateName;
    return std::nullopt;
}

std::optional<SchemaFault> checkField(const Field& field, const std::vector<RecordType>& types) {
    if (field.number < kFirstSchemaField) return SchemaFault::NumberReserved;
    if ((field.kind == FieldKind::Symbol) == field.enumerators.empty()) return SchemaFault::WrongShape;
    for (const Enumerator& enumerator : field.enumerators)
        if (enumerator.number == 0) return SchemaFault::NumberReserved;
    for (const std::string& name : field.refersTo)
        if (std::none_of(types.begin(), types.end(), [&](const RecordType& type) { return type.name == name; }))
            return SchemaFault::UnknownName;
    return checkNames(field.enumerators);
}

/// That whatever a type says about its fields by name is about fields it has.
std::optional<SchemaFault> checkRules(const RecordType& type) {
    for (const Field& field : type.fields) {
        if (!field.requiredWhen) continue;
        const Field* other = type.field(field.requiredWhen->field);
        if (!other) return SchemaFault::UnknownName;
        for (const std::string& value : field.requiredWhen->values)
            if (std::none_of(other->enumerators.begin(), other->enumerators.end(),
                             [&](const Enumerator& enumerator) { return enumerator.name == value; }))
                return SchemaFault::UnknownName;
    }
    if (!type.publishedWith.empty() && !type.field(type.publishedWith)) return SchemaFault::UnknownName;
    for (const auto& [first, last] : type.order)
        if (!type.field(first) || !type.field(last)) return SchemaFault::UnknownName;
    for (const ComputedField& computed : type.computed)
        if (type.field(computed.name)) return SchemaFault::DuplicateName;
    return std::nullopt;
}

std::optional<SchemaFault> checkType(const RecordType& type, const std::vector<RecordType>& types) {
    if (type.number == 0) return SchemaFault::NumberReserved;
    if (type.naturalKey.empty() || type.title.empty()) return SchemaFault::WrongShape;
    if (const auto fault = checkNames(type.fields)) return fault;
    for (const Field& field : type.fields)
        if (const auto fault = checkField(field, types)) return fault;
    for (const auto* names : {&type.naturalKey, &type.title})
        for (const std::string& name : *names)
            if (!type.field(name)) return SchemaFault::UnknownName;
    return checkRules(type);
}

} // namespace

Result<SchemaDocuments, SchemaFault> readSchema(std::span<const std::string_view> documents) {
    try {
        std::vector<Json> parsed;
        for (const std::string_view document : documents) {
            parsed.push_back(Json::parse(document, nullptr, false));
            if (parsed.back().is_discarded()) return Failure{SchemaFault::NotJson};
        }
        return readParsed(parsed);
    } catch (const Broken& broken) {
        return Failure{broken.fault};
    } catch (const Json::exception&) {
        return Failure{SchemaFault::WrongShape};
    }
}

std::optional<SchemaFault> checkSchema(const std::vector<RecordType>& types) {
    if (const auto fault = checkNames(types)) return fault;
    for (const RecordType& type : types)
        if (const auto fault = checkType(type, types)) return fault;
    return std::nullopt;
}

} // namespace puente
