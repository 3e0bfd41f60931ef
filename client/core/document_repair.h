#pragma once

#include "client/core/notice.h"
#include "sync/document/document_rescue.h"

#include <optional>
#include <string>

namespace puente {

struct DocumentsRepaired {
    DocumentRescue rescue;
    std::string damagedFile; ///< the old file, kept
};
/// Looks through a replica folder's file of documents. Of a damaged one it makes another with all that can still be
/// read, and keeps the damaged one beside it. Nothing if there is none, or it is sound. Needs no keys: it holds none.
/// After a crash at any moment the old file or the new one is there, and the next call goes on.
Outcome<std::optional<DocumentsRepaired>> repairDocuments(const std::string& folder);

} // namespace puente
