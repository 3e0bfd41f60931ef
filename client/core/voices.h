#pragma once

#include "client/core/records.h"
#include "client/domain/follow_up/voice.h"

#include <optional>
#include <string>

namespace puente {

/// The organisations of the space.
Outcome<Organizations> organizationsOf(const Records& records);
/// This office, as it calls itself.
OfficeProfile ownProfile(const Workspace& workspace);

/// Why this office may not write a field of a record, which is another's word; nothing if it may. `country` and
/// `organization` are those of the record.
std::optional<Notice> silenced(const Records& records, const RecordType& type, std::string_view field,
                               const std::string& country, const std::string& organization);

/// The same for all that an edit of a record writes or takes away.
std::optional<Notice> silenced(const Records& records, const Edit& edit, const RecordType& type);

/// Marks what was written by an office whose word it is not: "written by NAME, which is civil society". Empty when it
/// speaks for itself, and where the kind of the office is not known.
std::string foreignMark(const Organizations& organizations, const Author& author, Voice voice, std::string_view country,
                        std::string_view organization);

} // namespace puente
