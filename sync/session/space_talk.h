#pragma once

#include "sync/session/flight.h"
#include "sync/session/initiator.h"

#include <map>
#include <set>

namespace puente {

struct TalkFault {
    Initiator::Fault fault = Initiator::Fault::Protocol;
    ReplicaFault replica = ReplicaFault::Storage; ///< when `fault` is Replica
};

/// What the asking side says and hears about one space, and what it makes of it.
///
/// The server is trusted with nothing: every entry is judged by the replica, the positions are counted, the running
/// hash is computed here, and only a signed receipt that agrees with all of it moves the cursor for good.
class SpaceTalk {
public:
    using Outcome = Result<Done, TalkFault>;

    SpaceTalk(Replica& replica, const Initiator::Options& options, const SpaceId& space, SyncSummary& summary);

    // --- asking -----------------------------------------------------------------------------------------------------

    /// Seals what is unsealed and reads where the replica stands.
    Outcome prepare();
    RequestFrame::Space question() const;
    /// Everything the server is not known to have.
    Outcome addPushes(Flight& flight);
    /// The answer to its heights: what it lacks, and what is wanted.
    Outcome addRefill(Flight& flight);

    // --- hearing ----------------------------------------------------------------------------------------------------

    Outcome take(const StatusFrame& status);
    Outcome take(EntryFrame entry);
    Outcome take(const OwnFrame& marks);
    Outcome take(const HeightsFrame& heights);
    Outcome take(const ReceiptFrame& receipt);
    Outcome take(const JoinRequest& request);
    /// Stores what arrived and is not stored yet.
    Outcome keepWhatArrived();
    /// The answer is over: checks that it was one.
    Outcome endAnswer();
    /// Admits those who hold a valid invite; how many.
    Result<std::uint32_t, TalkFault> admitJoiners();
    /// States the forks of the own log that have come to light, and writes again what only this copy has.
    Outcome mendOwnForks();
    /// Begins the epoch that a removal made due, and seals the key to members who lack it.
    Result<Replica::KeysTended, TalkFault> tendKeys();

    /// True when the server's heights wait for addRefill().
    bool isComparing() const { return m_phase == Phase::Compared; }
    /// True when there is something to hand over that this conversation has not handed over yet.
    Result<bool, TalkFault> owes();
    SyncSummary::SpaceOutcome outcome() const { return {m_space, m_status, m_hasReceipt}; }
    const SpaceId& space() const { return m_space; }

private:
    enum class Phase { Idle, Asked, Hearing, Comparing, Compared, Refilled, Closed };

    bool isHearing() const { return m_phase == Phase::Hearing || m_phase == Phase::Refilled; }
    Outcome replicaFailed(ReplicaFault fault) const { return Failure{TalkFault{Initiator::Fault::Replica, fault}}; }
    Outcome nonsense() const { return Failure{TalkFault{}}; }
    void report(SyncSummary::Incident incident);
    /// An incident after which nothing of this answer moves the cursor.
    void distrust(SyncSummary::Incident incident);

    struct Other {
        EntryKind kind = EntryKind::Membership;
        Hash hash;
        Bytes bytes;
        bool isOffered = true;
    };
    /// All that this replica holds besides segments, in the order to hand it over; of what can be erased, if so wished,
    /// only what the server is not known to have.
    Result<std::vector<Other>, TalkFault> others(bool onlyUndelivered) const;
    Outcome addOwnJoinRequest(Flight& flight);
    Outcome addOwnSegments(Flight& flight);
    void push(Flight& flight, const Other& other);
    std::uint64_t lackingAfter(const LogId& log) const;
    void addWant(Flight& flight, const std::vector<Hash>& wanted);

    bool namesTooMuch() const;
    void note(std::uint64_t position, EntryKind kind, const Hash& hash);
    void noteArrival(const Replica::Arrival& arrival);
    void judge(const Replica::Arrival& arrival, Reception reception);
    void compareOver();
    /// Once the answer is over: the records that their invites stand in may come after them.
    Outcome keepJoinRequests();

    bool checkContinues(const ReceiptFrame& receipt);
    bool checkRefilled();
    bool checkSignature(const ReceiptFrame& receipt);
    SignedReceipt wholeOf(const ReceiptFrame& receipt) const;
    /// Whatever else is wrong with the answer: two receipts that contradict each other prove something.
    Outcome keep(const ReceiptFrame& receipt);
    /// How far the receipt covers the own log, as this replica has it.
    Result<std::uint32_t, TalkFault> belowQuarantined(const std::vector<Segment>& aside, Hash head);
    Result<std::uint32_t, TalkFault> delivered(const ReceiptFrame& receipt);
    /// What the server only named, this device handed over or knows to be erased.
    Outcome checkMarked();
    Outcome settle(const ReceiptFrame& receipt);
    Outcome lookForMissing();

    Replica& m_replica;
    ServerId m_server;
    std::size_t m_namedMax;
    SpaceId m_space;
    SyncSummary& m_summary;

    Phase m_phase = Phase::Idle;
    SpaceStatus m_status = SpaceStatus::Unknown;
    bool m_isOwnLogForked = false; // on the server, by its receipt
    bool m_hasReceipt = false;
    bool m_isSound = true;
    bool m_pushesAllRecords = false; ///< the server has forgotten that we are a member
    bool m_hasPushedAllRecords = false;

    LogId m_ownLog;
    Height m_ownHeight;             ///< when the flight began
    Replica::Cursor m_anchor;       ///< the last one that a receipt confirmed, or that the conversation began with
    bool m_hasMoved = false;        ///< the replica's cursor is ahead of the anchor
    std::uint64_t m_handedOver = 0; ///< of the own log, in this conversation
    std::set<Hash> m_handedOthers;

    InstanceId m_instance;
    LogPosition m_at; ///< as far as the answer is whole
    std::map<std::uint64_t, std::pair<EntryKind, Hash>> m_ahead;
    std::vector<Hash> m_seenOthers;                   ///< that the server has
    std::vector<std::pair<EntryKind, Hash>> m_marked; ///< named without their bytes, and not handed over by this device
    std::vector<Replica::Arrival> m_arrived;
    std::size_t m_arrivedSize = 0;
    bool m_hasNews = false; ///< something was applied that may declare what others have
    std::set<LogId> m_forked;
    bool m_isBranchReleased = false;
    std::map<LogId, std::uint64_t> m_arrivedUpTo; ///< that was parked or quarantined
    std::vector<JoinRequest> m_joins;

    std::uint64_t m_serverEnd = 0;
    std::map<LogId, Height> m_serverHeights;
    std::set<Hash> m_serverOthers;
    std::vector<Hash> m_wantedOthers;
};

} // namespace puente
