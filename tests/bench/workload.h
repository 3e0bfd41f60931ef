#pragma once

#include "sync/model/change_set.h"

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace puente::bench {

/// One offline edit of the workload: a record by its reference, a field, a value.
struct Edit {
    std::string reference;
    std::uint32_t field = 0;
    Value value;
};

/// The field numbers the workload's columns are written to: any would do, since the engine does not know the schema.
inline constexpr std::uint32_t kAgreementType = 3;
inline constexpr std::uint32_t kReferenceField = 8;

/// The operations that create each of the workload's records, one vector a record; `logNumber` is the author's log.
std::vector<std::vector<Operation>> initialRecords(const std::filesystem::path& folder, std::uint32_t logNumber);

/// One office's edits of one quarter, in order.
std::vector<Edit> quarterEdits(const std::filesystem::path& folder, int quarter, int office);

/// The contested targets of a quarter: (reference, field), each edited by two offices with two values.
std::vector<std::pair<std::string, std::uint32_t>> contested(const std::filesystem::path& folder, int quarter);

} // namespace puente::bench
