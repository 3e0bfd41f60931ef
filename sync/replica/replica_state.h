#pragma once

#include "sync/replica/person_table.h"
#include "sync/replica/seen_frontier.h"
#include "sync/replica/space_state.h"

#include <map>

namespace puente {

/// What the parts of a replica share: the file, the secrets, and what is kept in memory of the file.
///
/// Memory never says more than the file: when a transaction does not commit, all of it is read again.
class ReplicaState {
public:
    ReplicaState(Database file, const DeviceKeys& deviceKeys, Entropy& randomness, const Clock& time)
        : database(std::move(file)), keys(deviceKeys), entropy(randomness), clock(time) {}

    Database database;
    const DeviceKeys& keys;
    Entropy& entropy;
    const Clock& clock;

    LogTable logs;
    PersonTable persons;
    SeenFrontier seen;
    HybridClock hybridClock;
    bool owesConfirmations = true; ///< there may be erasures that were carried out and are not confirmed
    std::map<SpaceId, SpaceState> spaces;

    DeviceId ownDevice() const { return keys.certificate.device; }
    SpaceState* find(const SpaceId& space);

    /// Reads everything that is kept in memory from the file.
    void load(Work& work);
    /// The row and the memory of a space that is new here.
    SpaceState& addSpace(Work& work, const SpaceId& id, std::string_view name, std::string_view server);
    void keepRecord(Work& work, SpaceState& space, MembershipRecord record);
    /// Opens what can be opened of all key objects, in whatever order they came.
    void openKeyObjects(Work& work, SpaceState& space);
    void keepKeyObject(Work& work, SpaceState& space, const KeyObject& object);
    void keepClock(Work& work);
    /// Stores a segment that continues its log: the log's height moves on to it.
    void keepSegment(Work& work, std::uint32_t log, const Segment& segment);

    /// Does a piece of work in one durable transaction, or not at all.
    template <typename T, typename Body>
    Result<T, ReplicaFault> transact(Body body) {
        if (m_isBroken || database.isReadOnly()) return Failure{ReplicaFault::Storage};
        auto result = attempt<T>(body);
        if (!result)
            reload();
        else if (owesConfirmations)
            confirmErasures();
        return result;
    }

private:
    template <typename T, typename Body>
    Result<T, ReplicaFault> attempt(Body& body) {
        Transaction transaction(database);
        if (const auto begun = transaction.begun(); !begun) return Failure{replicaFaultOf(begun.fault())};
        Work work(database);
        Result<T, ReplicaFault> result = body(work);
        if (!work.ok()) return Failure{work.fault()};
        if (!result) return result;
        work.close();
        if (const auto done = transaction.commit(); !done) return Failure{replicaFaultOf(done.fault())};
        return result;
    }
    void reload();
    void confirmErasures();
    void loadSpaces(Work& work);
    void loadMembership(Work& work, SpaceState& space);
    void loadPending(Work& work, SpaceState& space);
    void loadParked(Work& work, SpaceState& space);

    bool m_isBroken = false; // memory could not be read again
};

} // namespace puente
