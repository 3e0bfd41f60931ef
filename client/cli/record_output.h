#pragma once

#include "client/cli/console.h"
#include "client/cli/json_writer.h"
#include "client/core/records.h"

namespace puente {

/// The record as one flat object: `id`, `type`, every field of its type by name (sets as arrays, numbers as numbers,
/// nothing as null) and the names of the fields in conflict.
void writeRecord(JsonWriter& json, const RecordView& view);

/// That as a document of its own, where --json asks for it: true if it was printed.
bool printedAsJson(Console& console, const RecordView& view);

/// One value of a field with who wrote it and when.
void writeValue(JsonWriter& json, const Records& records, const ValueView& value);

/// The text of a field as a list shows it.
std::string fieldText(const RecordView& view, std::string_view field);

/// "CRM01-01" or whatever else the record is called, before its title: for people.
std::string headingOf(const RecordView& view);

/// What the record is called: its natural key, as Catalogue::keyText() writes it, but from what is at hand.
std::string keyOf(const RecordView& view);

/// The first characters of an id, as lists show it.
std::string shortId(const RecordView& view);

/// "Cancillería (Ana), 2026-12-01 14:03 UTC".
std::string authorText(const Author& author);

/// Says what was kept otherwise than one may think.
void warnAbout(Console& console, const std::vector<std::string>& remarks);

} // namespace puente
