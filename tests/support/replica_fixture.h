#pragma once

#include "common/crypto/space_key.h"
#include "sync/replica/replica.h"
#include "sync/segment/body.h"
#include "tests/support/membership_builder.h"

#include <memory>
#include <string>
#include <vector>

namespace puente::test {

/// A clock that stands where it is put.
class HandClock final : public Clock {
public:
    Instant now() const override { return m_now; }
    void set(Instant now) { m_now = now; }
    void advance(Duration by) { m_now += by; }

private:
    Instant m_now = instantOf(1'770'000'000'000);
};

/// One office with a replica of its own, in memory unless a database is given.
class Peer {
public:
    explicit Peer(std::uint64_t seed, std::optional<Database> database = std::nullopt);

    Replica& replica() { return *m_replica; }
    Replica* operator->() { return m_replica.get(); }
    HandClock& clock() { return m_clock; }
    SeededEntropy& entropy() { return m_entropy; }
    const DeviceKeys& keys() const { return m_keys; }
    DeviceId device() const { return m_keys.certificate.device; }
    const SpaceId& space() const { return m_space; }

    /// Founds the space in which everything below happens.
    void found();
    /// Joins the admin's space, with membership and keys but no change set.
    void join(Peer& admin, Role role = Role::Editor);
    /// Enters a space with what an admin handed over; it was, or will be, admitted on this invite.
    void enter(const Invite& invite, std::vector<Replica::Arrival> membership);
    /// Gives up the replica and opens another one over this file.
    void reopen(Database database);
    void close() { m_replica.reset(); }

    std::uint32_t ownLog() const { return m_replica->findSpace(m_space)->ownLogNumber; }
    /// A dot of somebody's, in this replica's numbers.
    Dot dot(const Peer& author, std::uint32_t sequence, std::uint32_t index = 0) const;

    // --- writing; each is one change set, its sequence returned

    std::uint32_t commit(std::vector<Operation> operations);
    /// A record of a type, with values for the fields 8, 9, …
    Dot create(std::vector<Value> values = {}, std::uint32_t type = 1);
    /// Writes a field, retiring what this replica shows in it.
    std::uint32_t write(const Dot& record, std::uint32_t field, Value value);
    std::uint32_t remove(const Dot& record);
    Dot translate(const Dot& dot, const Peer& from) const; ///< `from`'s dot in this replica's numbers

    // --- exchanging

    std::vector<Replica::Arrival> membership();
    std::vector<Bytes> segments(); ///< all of the own log, sealed
    Replica::ReceptionReport receive(std::vector<Bytes> segments);
    /// Gives the other everything it lacks.
    void sendTo(Peer& other);

    // --- reading

    std::vector<Value> values(const Dot& record, std::uint32_t field);
    std::vector<Dot> dots(const Dot& record, std::uint32_t field);
    Hash stateHash();
    Replica::Counts counts();

private:
    SeededEntropy m_entropy;
    HandClock m_clock;
    DeviceKeys m_keys;
    std::unique_ptr<Replica> m_replica;
    SpaceId m_space;
};

/// A fresh database in memory.
Database memoryDatabase();

/// A member's log written by hand, beside any replica: what a member may sign, sound or not.
class HandLog {
public:
    /// `author` is a member who never seals a change set of its own.
    explicit HandLog(Peer& author);

    LogId id() const { return {.device = m_author.device(), .incarnation = 1}; }
    Height height() const { return m_height; }
    Bytes append(SegmentBody body); ///< numbers the change sets and seals them
    /// A segment in place of the next one, after which the log goes on as if it had never been.
    Bytes fork(SegmentBody body);

private:
    Peer& m_author;
    SpaceKey m_key;
    Height m_height;
};

/// The epoch key as this member can open it.
SpaceKey spaceKeyOf(Peer& member);

} // namespace puente::test
