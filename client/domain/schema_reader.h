#pragma once

#include "client/domain/schema.h"

namespace puente {

/// What the documents say, before it was checked as a whole.
struct SchemaDocuments {
    std::uint32_t version = 0;
    std::vector<RecordType> types;
};

/// Reads documents of three shapes: {"version"}, {"enumeration", "enumerators"} and {"type", ...}; shared enumerations
/// are copied into the fields that name them. No exception of the JSON library gets past this function.
Result<SchemaDocuments, SchemaFault> readSchema(std::span<const std::string_view> documents);

/// The first thing that is wrong with these types taken together; nothing if they may be used.
std::optional<SchemaFault> checkSchema(const std::vector<RecordType>& types);

} // namespace puente
