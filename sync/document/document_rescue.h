#pragma once

#include "sync/document/document_store.h"

namespace puente {

/// What was taken out of a damaged file of documents.
struct DocumentRescue {
    std::uint64_t documents = 0; ///< of which something was there
    std::uint64_t whole = 0;     ///< of these, with every chunk
    bool isAll = true;           ///< every row could be read: nothing else was in it

    friend bool operator==(const DocumentRescue&, const DocumentRescue&) = default;
};

/// Copies into a new store what can still be read of a damaged one, chunk by chunk, each only if it is the one that its
/// index names. `damaged` is not written to. A fault is one of the new store.
Result<DocumentRescue, SqlFault> rescueDocuments(Database& damaged, DocumentStore& into);

} // namespace puente
