#pragma once

#include "sync/session/responder.h"
#include "tests/support/crash_vfs.h"
#include "tests/support/seeded_entropy.h"

#include <memory>

namespace puente::test {

/// The relay that all devices know, with everything that can happen to a server. Its signing key survives it all, as
/// the operator keeps it.
class SimServer {
public:
    /// Over an SQLite file on a disk that can lose power, or in memory.
    SimServer(std::uint64_t seed, bool isDurable);
    ~SimServer();

    Relay& relay() { return *m_relay; }
    Store& store() { return *m_store; }
    ServerId id() const { return m_key.publicId<ServerId>(); }
    CrashVfs& disk() { return m_disk; }

    /// Ends and begins again. After a power cut only what was synced is there.
    void restart(CutStyle style, Prng& prng);
    bool recoverIfHurt(Prng& prng);

    void keepSnapshot();
    /// Goes back to the snapshot: as another life, as `restore` does it, or as the same, as a careless copy of files
    /// does.
    void goBack(bool asAnotherLife);
    /// All is lost.
    void beginEmpty();

private:
    void open();
    void close();

    SeededEntropy m_entropy;
    SigningKey m_key;
    bool m_isDurable;
    CrashVfs m_disk;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Relay> m_relay;
    DiskImage m_snapshotImage;
    std::unique_ptr<Store> m_snapshot;
};

} // namespace puente::test
