#pragma once

#include "common/crypto/identity.h"
#include "sync/document/document_store.h"
#include "sync/session/frame.h"
#include "sync/session/initiator.h"

#include <memory>
#include <vector>

namespace puente {

/// What a record says of a document. Anybody may write a record that names somebody else's.
struct DocumentClaim {
    ErasableId key;
    std::uint64_t sealedSize = 0;

    static DocumentClaim of(const DocumentIndex& index) { return {index.key(), index.sealedSize()}; }
    friend bool operator==(const DocumentClaim&, const DocumentClaim&) = default;
};

/// What a conversation about documents shall bring here or take there.
struct DocumentWish {
    SpaceId space;
    DocumentId document;
    std::vector<DocumentClaim> claims = {}; ///< fetched only if one of them is true; none: whatever it is
};

/// What came of it, also while it goes on.
struct DocumentTransfer {
    DocumentWish wish;
    bool isDone = false;                 ///< all of it is there, durably
    std::optional<Refusal> refused = {}; ///< by the server, when it was handed over
    bool isUnknownThere = false;         ///< the server has nothing of it
    bool isAnother = false;              ///< none of the claims is true: nothing of it is taken
    std::uint64_t bytesWanted = 0;       ///< when the conversation began
    std::uint64_t bytesMoved = 0;
    std::vector<DocumentSpan> lackedThere = {}; ///< what the server does not have either: a member may supply it again
};

/// The asking side of a conversation that moves documents between a device's store and a server's: bytes in, bytes
/// out, like Initiator. What had arrived when the connection broke is kept to the byte, and the next one goes on there.
class DocumentCourier {
public:
    struct Options {
        ServerId server;
        std::vector<DocumentWish> handOver = {}; ///< that the device's store has whole
        std::vector<DocumentWish> fetch = {};    ///< in this order
        SessionLimits limits = {};
    };
    enum class Fault {
        Store,  ///< see storeFault()
        Frame,  ///< the server does not speak this protocol
        Server, ///< it ended the conversation: see serverError()
        TimedOut,
        Protocol, ///< a frame that makes no sense here
    };

    DocumentCourier(DocumentStore& store, const SigningKey& device, Entropy& entropy, Options options);
    ~DocumentCourier();

    Result<Done, Fault> start(Instant now);
    Result<Done, Fault> feed(ByteView bytes, Instant now);
    Result<Done, Fault> tick(Instant now);
    Result<Done, Fault> connectionLost();
    Bytes takeOutput();
    bool isDone() const;

    /// In the order of the wishes, those to hand over first.
    const std::vector<DocumentTransfer>& transfers() const;
    SqlFault storeFault() const;
    SessionError serverError() const;

private:
    class Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace puente
