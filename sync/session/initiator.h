#pragma once

#include "sync/replica/replica.h"
#include "sync/session/frame.h"

#include <memory>
#include <vector>

namespace puente {

/// What came of a conversation, for people and for `puente sync --json`.
struct SyncSummary {
    std::uint64_t sentSegments = 0, receivedSegments = 0, sentChangeSets = 0, receivedChangeSets = 0;
    std::uint64_t bytesUp = 0, bytesDown = 0;
    std::uint32_t roundTrips = 0;
    bool receipt = false; ///< true only when every space asked for was closed by the server's signed receipt
    std::uint32_t admitted = 0;
    std::uint32_t writtenAgain = 0;  ///< change sets of a copy of this device's folder, that only it had
    std::uint32_t keysRenewed = 0;   ///< epochs begun, since somebody was removed
    std::uint32_t keysForwarded = 0; ///< readers to whom a key was sealed that nobody had sealed to them

    struct Refused {
        SpaceId space;
        Hash entry;
        Refusal reason = Refusal::Malformed;
    };
    std::vector<Refused> refused;

    /// What the server got wrong. Each is an incident: shown, never repaired in silence.
    enum class Incident {
        ServerLostData,     ///< it has less than its own receipt said; it was filled again
        ServerReplaced,     ///< another instance answers at this address
        HistoryRewritten,   ///< its log does not continue the one it signed for
        ServerContradicted, ///< it has signed for two pasts at one position: the two receipts are kept as a proof
        BadReceipt,         ///< its signature does not fit
        Withheld,           ///< it sent a log with a hole
        NotAuthentic,       ///< it sent something that nobody signed, or whose author had no right to write it
        PlaceEnded,         ///< it says that this device was removed or revoked
        SpaceDenied,        ///< it says that it does not know a space for which it has signed
        Missing,            ///< others declare to have seen what it did not send: held back, or on its way by a bundle
        AuthorBroken,       ///< not the server's doing: a member sealed what nobody can read
        OwnLogForked,       ///< not the server's doing: it has another segment of this device's log than this replica
    };
    struct IncidentAt {
        SpaceId space;
        Incident incident = Incident::BadReceipt;
    };
    std::vector<IncidentAt> incidents;

    struct SpaceOutcome {
        SpaceId space;
        SpaceStatus status = SpaceStatus::Continues;
        bool receipt = false;
    };
    std::vector<SpaceOutcome> spaces;
};

/// The asking side of one conversation: bytes in, bytes out, no socket, thread or clock. Single-use; the same object
/// for the program and the simulator.
///
/// The owner moves the bytes: it sends all that takeOutput() yields and feeds what arrives, until isDone(). A fault
/// ends the conversation and nothing else: whatever was stored stays stored, and the next one carries on from there.
class Initiator {
public:
    struct Options {
        ServerId server;             ///< who must sign the receipts
        std::vector<SpaceId> spaces; ///< at least one
        bool admitJoiners = true;    ///< an admin device admits those who hold a valid invite, and tends the keys
        SessionLimits limits = {};
    };

    enum class Fault {
        Replica, ///< see replicaFault()
        Frame,   ///< the server does not speak this protocol
        Server,  ///< it ended the conversation: see serverError()
        TimedOut,
        Protocol, ///< a frame that makes no sense here
    };

    Initiator(Replica& replica, const DeviceKeys& keys, Entropy& entropy, Options options);
    ~Initiator();

    /// Seals what is unsealed and prepares the first flight. `keys` are those of the replica.
    Result<Done, Fault> start(Instant now);
    Result<Done, Fault> feed(ByteView bytes, Instant now);
    Result<Done, Fault> tick(Instant now);
    /// The connection broke: stores what had arrived whole, so that the next conversation goes on from there.
    Result<Done, Fault> connectionLost();
    /// At most about 64 KiB at a time, so that the owner can keep back-pressure; empty when there is nothing to send
    /// now.
    Bytes takeOutput();
    /// True when the conversation came to its end; never after a fault.
    bool isDone() const;

    const SyncSummary& summary() const;
    ReplicaFault replicaFault() const;
    SessionError serverError() const;

private:
    class Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace puente
