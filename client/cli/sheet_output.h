#pragma once

#include "client/cli/console.h"
#include "client/cli/json_writer.h"
#include "client/core/sheet.h"

#include <vector>

namespace puente {

/// Its rows, each an object with the columns' names.
void writeSheet(JsonWriter& json, const Sheet& sheet);

/// Several under each other, with an empty line between them; with --json one object of them by name.
void printSheets(Console& console, const std::vector<Sheet>& sheets);

} // namespace puente
