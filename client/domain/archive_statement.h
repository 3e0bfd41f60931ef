#pragma once

#include "common/crypto/sha256.h"
#include "sync/model/value.h"

#include <optional>
#include <string>
#include <string_view>

namespace puente {

/// What an office says of an archive that it made: of which space, when, and what its files hash to.
struct ArchiveStatement {
    std::string space;        ///< its name
    std::string spaceId;      ///< 32 hexadecimal digits
    std::string organization; ///< who made it
    Day date;
    Sha256 sums; ///< of the file that lists the SHA-256 of all others

    friend bool operator==(const ArchiveStatement&, const ArchiveStatement&) = default;
};

/// The exact text that is signed: docs/formats/archive.md.
std::string archiveStatementText(const ArchiveStatement& statement);
/// Takes only what archiveStatementText() writes.
std::optional<ArchiveStatement> readArchiveStatement(std::string_view text);

} // namespace puente
