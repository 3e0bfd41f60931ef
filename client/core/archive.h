#pragma once

#include "client/core/passphrase_source.h"
#include "client/core/records.h"
#include "client/domain/archive_statement.h"

#include <optional>
#include <string>
#include <vector>

namespace puente {

struct ArchiveWritten {
    std::uint64_t files = 0;
    std::uint64_t bytes = 0;
    std::uint64_t records = 0;
    std::uint64_t changes = 0;
    std::uint64_t documentsLeftOut = 0; ///< listed, but not here: they could have been fetched first
};
/// Writes all that a space holds into a folder of open files, in the clear, signed by this office: to be read in ten
/// years by whoever has a text editor. What is in it: docs/formats/archive.md. The folder must not be there yet, and is
/// whole or not there at all. Refused for restricted spaces.
Outcome<ArchiveWritten> writeArchive(Records& records, Day date, const std::string& folder,
                                     const PassphraseSource& source);

/// What checking such a folder found.
struct ArchiveCheck {
    std::optional<ArchiveStatement> statement = {}; ///< if its signature holds
    std::optional<OrganizationId> signer = {};      ///< likewise
    std::uint64_t filesHeld = 0;                    ///< that are what the list says
    std::vector<std::string> faults;                ///< in words; none if all of it holds
};
/// True for a folder that says it is one.
bool isArchive(const std::string& folder);
/// Checks every file; needs no replica.
Outcome<ArchiveCheck> checkArchive(const std::string& folder);

} // namespace puente
