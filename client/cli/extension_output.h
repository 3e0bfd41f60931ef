#pragma once

#include "client/cli/console.h"
#include "client/cli/json_writer.h"
#include "client/core/records.h"

namespace puente {

/// The extensions of a record for people: the terms, why, who granted them, and those that contradict each other.
/// Nothing for a record without.
void printExtensions(Console& console, const Records& records, const Dot& record);
/// The same as a JSON array.
void writeExtensions(JsonWriter& json, const Records& records, const Dot& record);

} // namespace puente
