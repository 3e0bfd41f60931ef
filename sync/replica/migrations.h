#pragma once

#include <span>

namespace puente {

/// The replica's tables, as scripts to run in order; one that was released is never edited. Each table is explained in
/// docs/formats/database.md.
std::span<const char* const> replicaMigrations();

} // namespace puente
