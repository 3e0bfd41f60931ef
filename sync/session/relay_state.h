#pragma once

#include "sync/session/responder.h"
#include "sync/session/space_book.h"

namespace puente {

/// The inside of a Relay: what its conversations work with.
class RelayState {
public:
    RelayState(Store& store, const SigningKey& signer, const QuotaLimits& quotas)
        : m_store(store), m_signer(signer), m_quotas(quotas) {}

    Store& store() { return m_store; }
    const SigningKey& signer() const { return m_signer; }
    const QuotaLimits& quotas() const { return m_quotas; }
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
    Relay::Totals m_totals;
    std::map<SpaceId, SpaceBook> m_books;
};

} // namespace puente
