#pragma once

#include "client/domain/catalogue.h"
#include "client/domain/csv.h"

#include <string>
#include <vector>

namespace puente {

/// All records of a type as a table of machine texts: a first row of heads (the handle, then every field of the
/// schema), then one row a record; deleted ones are left out, joined ones stand once, elements of a set are divided by
/// ';'. Of a field in conflict the displayed value is written. Imported into another replica it gives the same records.
Result<std::vector<std::vector<std::string>>, ReplicaFault> exportTable(const Catalogue& catalogue,
                                                                        const SpaceId& space, const RecordType& type);

/// The same as a JSON list of objects: numbers as numbers, sets as lists, empty fields left out. Fields in conflict are
/// named under "conflicts", and what this version has no name for stands under "unknown", by number.
Result<std::string, ReplicaFault> exportJson(const Catalogue& catalogue, const SpaceId& space, const RecordType& type);

} // namespace puente
