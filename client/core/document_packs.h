#pragma once

#include "client/core/documents.h"

#include <string>
#include <vector>

namespace puente {

/// Which documents are written into a folder, as parts "NAME-01-of-04.puente-doc".
struct PackWish {
    std::vector<KnownDocument> documents;
    std::string folder;
    std::string name;
    std::uint64_t partSize = 0; ///< bytes; 0 for one part
};

struct PackReport {
    std::vector<std::string> files;
    std::size_t documents = 0;        ///< written
    std::uint64_t bytes = 0;          ///< of all parts
    std::vector<KnownDocument> lacks; ///< not here whole: left out; of deleted ones nothing is said
};

/// Writes parts that hold what is here whole of these documents, still sealed; never over a file. What was written
/// stays if a later part fails: every part is good for itself.
Outcome<PackReport> writePack(const Documents& documents, const PackWish& wish);

struct UnpackReport {
    std::string spaceName;
    std::uint32_t part = 0, partCount = 0;
    std::size_t documents = 0;     ///< of which something was new
    std::uint64_t bytes = 0;       ///< new here
    std::size_t completed = 0;     ///< documents that are whole now and were not before
    std::size_t withoutRecord = 0; ///< of which no record is here: left out
    std::size_t erased = 0;        ///< whose key was erased: left out, and nobody needs them
};

/// Takes a part: of the documents that a record here names, what is missing. A damaged part changes nothing. To be
/// called again after anything that kept it from its end.
Outcome<UnpackReport> readPack(Workspace& workspace, const std::string& path);

} // namespace puente
