#pragma once

#include "sync/document/document_store.h"
#include "sync/session/responder.h"
#include "sync/session/space_book.h"

namespace puente {

/// The inside of a Relay: what its conversations work with.
class RelayState {
public:
    RelayState(Store& store, const SigningKey& signer, const QuotaLimits& quotas, DocumentStore* documents)
        : m_store(store), m_signer(signer), m_quotas(quotas), m_documents(documents) {}

    Store& store() { return m_store; }
    const SigningKey& signer() const { return m_signer; }
    const QuotaLimits& quotas() const { return m_quotas; }
    DocumentStore* documents() { return m_documents; } ///< null for a server that keeps none
    /// Of the log, and of documents beside it.
    Result<Usage, StoreFault> usageOfSpace(const SpaceId& space);
    Result<Usage, StoreFault> usageOfDevice(const DeviceId& device);
    Relay::Totals& totals() { return m_totals; }

    /// The space's book; null for a space that the store does not know. Valid until the next call.
    Result<SpaceBook*, StoreFault> book(const SpaceId& space);
    /// Opens a book for a space that is about to be created.
    SpaceBook& newBook(const SpaceId& space);
    /// Forgets what was entered but not stored.
    void dropBook(const SpaceId& space) { m_books.erase(space); }

private:
    /// Drops all books when there are too many: they can be read again.
    void makeRoom();

    Store& m_store;
    const SigningKey& m_signer;
    QuotaLimits m_quotas;
    DocumentStore* m_documents;
    Relay::Totals m_totals;
    std::map<SpaceId, SpaceBook> m_books;
};

} // namespace puente
