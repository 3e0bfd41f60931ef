#pragma once

#include "client/core/documents.h"
#include "sync/session/document_courier.h"

#include <chrono>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace puente {

/// How far moving documents has come.
struct DocumentProgress {
    std::uint64_t moved = 0; ///< bytes, of both directions
    std::uint64_t total = 0;
    std::uint64_t perSecond = 0; ///< lately; 0 while it is not known
    bool isOver = false;
    std::optional<std::chrono::seconds> left{}; ///< at that speed
};
using DocumentWatcher = std::function<void(const DocumentProgress&)>;

/// Gathers the documents that records name, each once although several may, in the order in which they are to move.
/// What comes must be as one of these records says: another may name the same document and lie about it.
class WishList {
public:
    explicit WishList(const SpaceId& space) : m_space(space) {}

    void add(const KnownDocument& document);
    const std::vector<DocumentWish>& wishes() const { return m_wishes; }

private:
    SpaceId m_space;
    std::map<DocumentId, std::size_t> m_places;
    std::vector<DocumentWish> m_wishes;
};

struct DocumentWishes {
    std::vector<DocumentWish> handOver;
    std::vector<DocumentWish> fetch;

    bool isEmpty() const { return handOver.empty() && fetch.empty(); }
};

/// What came of it.
struct DocumentsMoved {
    struct Refused {
        DocumentWish wish;
        std::string title = {};              ///< of the record that asked for it, where that is known
        Refusal reason = Refusal::Malformed; ///< this one also where no record that asked for it tells the truth
    };
    std::uint64_t bytes = 0; ///< of documents, in both directions
    std::vector<DocumentWish> handedOver;
    std::vector<DocumentWish> fetched;
    std::vector<DocumentWish> notThere; ///< the server lacks all or some of it: a member that has it supplies it
    std::vector<Refused> refused;
    std::optional<Notice> failed; ///< why it ended before its end; what had come is kept

    bool isComplete() const { return !failed && refused.empty() && notThere.empty(); }
};

/// Moves documents to and from the server of that address. A connection that breaks is begun again, and goes on at the
/// byte where it was; tries in a row that move nothing are few. What was learned of the server is noted in the marks.
DocumentsMoved moveDocuments(Workspace& workspace, const std::string& address, DocumentWishes wishes,
                             const DocumentWatcher& watcher);

/// What `sync` did about documents.
struct DocumentSyncReport {
    DocumentsMoved moved;
    std::uint64_t removed = 0; ///< documents of which the key was erased
    DocumentStanding standing; ///< afterwards
};

/// Hands over what servers lack, small ones first, fetches what the policy says, and removes what was erased; after
/// synchronize(). `today` is what the next meeting is found by. With `offerAgain` what is known of the servers is
/// forgotten first.
Outcome<DocumentSyncReport> synchronizeDocuments(Workspace& workspace, const std::vector<SpaceId>& spaces, Day today,
                                                 bool offerAgain, const DocumentWatcher& watcher);

} // namespace puente
