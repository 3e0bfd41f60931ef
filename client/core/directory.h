#pragma once

#include "client/core/records.h"
#include "client/core/sheet.h"
#include "client/domain/follow_up/directory.h"

#include <optional>
#include <string>
#include <vector>

namespace puente {

/// What an enumerator of the schema is called: labelOf("term", "role", "ppt").
std::string labelOf(const char* type, const char* field, std::string_view name);

/// Organisations, focal points, terms and national spaces, a sheet each.
std::vector<Sheet> directorySheets(const Directory& directory);
Sheet termsSheet(const std::vector<TermSpan>& terms);

struct NewTerm {
    std::string role; ///< an enumerator's name
    Dot holder;
    Day from;
    std::optional<Day> to = {};
    std::string country = {}; ///< empty: that of the holder
};
struct TermWritten {
    Dot term;
    std::vector<TermSpan> ended;
};
/// Begins a term and ends those that it succeeds the day before, in one change set.
Outcome<TermWritten> beginTerm(Records& records, const NewTerm& term);

/// The role that a person means by its name or label.
Outcome<std::string> roleNamed(std::string_view text);

} // namespace puente
