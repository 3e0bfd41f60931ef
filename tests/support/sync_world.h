#pragma once

#include "sync/replica/replica.h"
#include "sync/store/memory_store.h"
#include "tests/support/pump.h"
#include "tests/support/seeded_entropy.h"

namespace puente::test {

/// A clock that a test sets.
struct SetClock final : Clock {
    Instant time = instantOf(1'760'000'000'000);
    Instant now() const override { return time; }
};

/// One office: its keys, its replica in memory, and what it does.
class SyncOffice {
public:
    /// Its replica is in memory unless a database is given.
    explicit SyncOffice(std::uint64_t seed, std::optional<Database> database = std::nullopt);

    Replica& replica() { return *m_replica; }
    void close() { m_replica.reset(); }
    void reopen(Database database);
    const DeviceKeys& keys() const { return m_keys; }
    DeviceId device() const { return m_keys.certificate.device; }
    Entropy& entropy() { return m_entropy; }

    /// Writes `count` change sets of one new record each, with a text of `textSize` bytes.
    void write(const SpaceId& space, int count = 1, std::size_t textSize = 12);
    std::uint64_t recordCount(const SpaceId& space);
    Hash state(const SpaceId& space) { return *m_replica->stateHash(space); }
    /// Adds what a server's membership needs for another office to be let in: an invite, a join request kept there.
    void invite(const SpaceId& space, Role role, SyncOffice& joiner);

private:
    SeededEntropy m_entropy;
    DeviceKeys m_keys;
    SetClock m_clock;
    std::unique_ptr<Replica> m_replica;
};

/// A server whose store can be put back to an earlier state, or replaced.
class SyncServer {
public:
    SyncServer();

    Relay& relay() { return *m_relay; }
    MemoryStore& store() { return *m_store; }
    const SigningKey& signer() const { return m_signer; }
    ServerId id() const { return m_signer.publicId<ServerId>(); }
    MemoryStore copy() const { return *m_store; }
    /// As if this were what the server's disk holds.
    void become(const MemoryStore& store);
    void useQuotas(const QuotaLimits& quotas);

private:
    SigningKey m_signer;
    std::unique_ptr<MemoryStore> m_store;
    std::unique_ptr<Relay> m_relay;
    QuotaLimits m_quotas;
};

/// One conversation, over a pump that the caller may have prepared.
SyncSummary sync(SyncOffice& office, SyncServer& server, const SpaceId& space, Pump* pump = nullptr);

/// `count` segments by one office, one in each sync.
void fill(SyncOffice& office, SyncServer& server, const SpaceId& space, int count);

/// True when the summary names this incident.
bool hasIncident(const SyncSummary& summary, SyncSummary::Incident incident);

/// A space of three offices on a server: all joined, nothing left to send.
struct SyncWorld {
    SyncServer server;
    SyncOffice founder{1}, editor{2}, reader{3};
    SpaceId space;

    SyncWorld();
};

} // namespace puente::test
