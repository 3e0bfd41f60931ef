#pragma once

#include "client/cli/console.h"
#include "client/cli/json_writer.h"
#include "client/core/document_exchange.h"
#include "client/core/documents.h"

#include <string>
#include <vector>

namespace puente {

/// One document as an object: what it is, and what is here of it.
void writeDocument(JsonWriter& json, const KnownDocument& document);

/// The documents as a list or as JSON.
void printDocuments(Console& console, const std::vector<KnownDocument>& documents);

/// "Manual de atención (es, 2), 1.2 MB".
std::string documentText(const KnownDocument& document);

/// How many bytes these cost to send, and how long that takes on a slow line: "4.1 MB, about 10 min at 56 kbit/s".
std::string costText(std::uint64_t bytes);

/// "2 h 5 min", "40 s".
std::string durationText(std::uint64_t seconds);

/// Shows on a terminal how far a transfer has come, how fast it is and how long it takes still; nothing elsewhere.
DocumentWatcher documentProgressOn(const Console& console);

/// What `sync` did about documents, in words.
void sayDocuments(Console& console, const DocumentSyncReport& report);
/// The same as a member of an object.
void writeDocuments(JsonWriter& json, const DocumentSyncReport& report);

} // namespace puente
