#pragma once

#include "common/crypto/identity.h"
#include "sync/membership/membership.h"
#include "sync/session/frame.h"
#include "sync/session/refusal_tally.h"
#include "sync/store/store.h"

#include <memory>

namespace puente {

class DocumentStore;
class RelayState;

/// What many conversations of one server share: the store, its signing key, its quotas and what it knows of
/// memberships. `store`, `signer` and `documents` must outlive it.
class Relay {
public:
    /// Without `documents` it keeps none: those that are offered are refused.
    Relay(Store& store, const SigningKey& signer, QuotaLimits quotas, DocumentStore* documents = nullptr);
    ~Relay();

    ServerId id() const;
    InstanceId instance() const;

    struct Totals { ///< for metrics: numbers only
        std::uint64_t conversations = 0, entriesTaken = 0, bytesTaken = 0, entriesServed = 0, bytesServed = 0,
                      refused = 0, documentBytesTaken = 0, documentBytesServed = 0;
    };
    const Totals& totals() const;

private:
    friend class Responder;
    std::unique_ptr<RelayState> m_state;
};

/// The answering side of one conversation: it stores, and reads nothing. Bytes in, bytes out.
class Responder {
public:
    enum class Fault { Frame, Protocol, Proof, Version, TimedOut, TooMuch, Store };

    /// How the conversation stands, for whoever keeps an account of it.
    struct Account {
        std::optional<DeviceId> device;    ///< that has proved itself
        std::optional<SessionError> error; ///< that it ended with
        bool isAnswered = false;           ///< whatever was asked for was handed out, and nothing has begun since
        RefusalTally refused;
    };

    Responder(Relay& relay, SessionLimits limits, Instant now);
    ~Responder();

    /// After a fault takeOutput() still yields an ErrorFrame to send before closing.
    Result<Done, Fault> feed(ByteView bytes, Instant now);
    /// Says when a peer has been silent, or slow within one frame, for too long.
    Result<Done, Fault> tick(Instant now);
    /// The connection broke: stores what had arrived whole, so that nobody needs to send it again.
    Result<Done, Fault> connectionLost();
    /// Ends the conversation for the server's own reasons, after what was handed over so far is stored.
    void stop(SessionError reason);
    /// At most about 64 KiB at a time; entries are read from the store only as fast as they are taken. Less, even
    /// nothing, while hasOutput() stays true: there was much work for it, and others should have their turn first.
    Bytes takeOutput();
    bool hasOutput() const;
    Account account() const;
    /// Bytes that were taken left for the client just now: on a slow line what was taken takes minutes to leave.
    void outputMoved(Instant now);

private:
    class Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace puente
