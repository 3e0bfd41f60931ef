#pragma once

#include "sync/replica/replica.h"
#include "tests/sim/model.h"
#include "tests/support/crash_vfs.h"
#include "tests/support/seeded_entropy.h"

#include <optional>
#include <set>
#include <string>

namespace puente::test {

/// The world's time, and how far one device's clock is from it.
class SimClock final : public Clock {
public:
    explicit SimClock(const Instant& world) : m_world(world) {}
    Instant now() const override { return m_world + m_offset; }
    /// Sets the clock wrong (or right) by so much.
    void wander(Duration offset) { m_offset = offset; }

private:
    const Instant& m_world;
    Duration m_offset{};
};

/// What a device was told is saved: a value, by the name it has for ever.
struct Acknowledged {
    SpaceId space;
    GlobalDot dot;
    std::string value;
};

/// How a device keeps its replica: plain is quicker, sealed is what the programs do.
enum class Storage { Plain, Sealed };

/// What to open a replica's file with.
inline DatabaseOptions replicaFile(const CrashVfs& disk, ByteView storageKey, Entropy& entropy) {
    DatabaseOptions options{.path = "/replica.db", .vfs = disk.name()};
    if (!storageKey.empty())
        options.seal.emplace(SealWith{.key = storageKey, .entropy = entropy, .isMarked = true, .mayMake = true});
    return options;
}

/// One installation: its keys, its clock, its disk, and the replica on it. Whatever happens to its disk, it comes back
/// and goes on; what it acknowledged it must still have.
class SimDevice {
public:
    SimDevice(std::string name, std::uint64_t seed, const Instant& world, Storage storage = Storage::Plain);

    const std::string& name() const { return m_name; }
    const DeviceKeys& keys() const { return m_keys; }
    std::uint64_t seed() const { return m_seed; }
    Storage storage() const { return m_storageKey.empty() ? Storage::Plain : Storage::Sealed; }
    DeviceId id() const { return m_keys.certificate.device; }
    const OrganizationRoot& root() const { return m_root; }
    Replica& replica() { return *m_replica; }
    Entropy& entropy() { return m_entropy; }
    SimClock& clock() { return m_clock; }
    ByteView storageKey() const { return m_storageKey; }
    CrashVfs& disk() { return m_disk; }

    /// The program is killed: all it wrote is there, and it begins again.
    void kill();
    /// The power fails (or has failed already, at an armed call), and the device begins again.
    void losePower(CutStyle style, Prng& prng);
    /// From now on it is a copy of another device's folder, with the same keys (it was made from the same seed) and a
    /// life of its own.
    void becomeCopyOf(const SimDevice& other, std::uint64_t seed);
    /// Begins again if the last thing it did met a failing disk or a power cut. True if it had to.
    bool recoverIfHurt(Prng& prng);

    /// Saves one change set; what was acknowledged is noted.
    Result<std::uint32_t, ReplicaFault> commit(const SpaceId& space, const std::vector<Operation>& operations);
    const std::vector<Acknowledged>& acknowledged() const { return m_acknowledged; }

    /// The number that this replica gives a log of a space, or a record's dot with it; nothing if it knows no such log.
    std::optional<std::uint32_t> numberOf(const SpaceId& space, const LogId& log) const;
    std::optional<Dot> localDot(const SpaceId& space, const GlobalDot& dot) const;

private:
    void open();

    std::string m_name;
    std::uint64_t m_seed;
    SeededEntropy m_entropy;
    SeededEntropy m_sealing; // apart: sealed or not, the same seed lives the same life
    Bytes m_storageKey;      // empty for a plain file
    OrganizationRoot m_root;
    DeviceKeys m_keys;
    SimClock m_clock;
    CrashVfs m_disk;
    std::unique_ptr<Replica> m_replica; // after what it refers to
    std::vector<Acknowledged> m_acknowledged;
};

} // namespace puente::test
