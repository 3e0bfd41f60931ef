#pragma once

#include "client/core/records.h"
#include "client/domain/publication.h"

#include <string>
#include <vector>

namespace puente {

/// What of a space may be shown to everybody. Refused for restricted spaces.
Outcome<Publisher> publisherOf(Records& records);

/// Writes the publication into a folder, which is made if it is not there: `publication.json`, and for each type with a
/// published record a table in each language, named by its plural ("acuerdos.csv", "agreements.csv"), as spreadsheets
/// open them; README.txt says in both languages what is what. The names of the files written.
Outcome<std::vector<std::string>> writePublication(Records& records, const std::string& folder);

/// Gives several records a visibility in one act.
Outcome<std::size_t> setVisibility(Records& records, const std::vector<Dot>& chosen, std::string_view visibility);

} // namespace puente
