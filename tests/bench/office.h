#pragma once

#include "common/base/system_entropy.h"
#include "sync/replica/replica.h"
#include "sync/session/initiator.h"
#include "tests/bench/workload.h"
#include "tests/support/seeded_entropy.h"

#include <filesystem>
#include <memory>
#include <unordered_map>
#include <vector>

namespace puente::bench {

/// One office of the benchmark: a device with its replica in a file of its own, as the programs have it.
class Office {
public:
    enum class Storage { Plain, Sealed };
    /// `number` seeds its keys; the replica lies in `folder`.
    Office(int number, const std::filesystem::path& folder, Storage storage = Storage::Plain);
    /// Closes the replica's file, which brings its log into it; then nothing of it is in memory. It was opened when the
    /// office was made.
    void close() { m_replica.reset(); }
    void open();

    Replica& replica() { return *m_replica; }
    const DeviceKeys& keys() const { return m_keys; }
    Entropy& entropy() { return m_entropy; }

    /// Founds the space, or joins it with an invite and is admitted by `admin` without a server.
    void found(std::string_view server);
    void joinThrough(Office& admin);
    const SpaceId& space() const { return m_space; }

    /// Creates all records, one change set each.
    void load(const std::filesystem::path& workload);
    /// Writes edits, one change set each, retiring what it sees; all in one durable transaction.
    void edit(const std::vector<Edit>& edits);
    /// Writes change sets as they are, in one durable transaction; a dot of sequence 0 is this device's own.
    void commit(std::vector<std::vector<Operation>> changeSets);
    /// Where a record is, by the workload's id; read from the replica once.
    Dot find(const std::string& reference);

    /// The workload's ids of all records, in the order of their creation.
    std::vector<std::string> references();

    /// What another office is given of the space: records, keys, and this office's segments behind a change set.
    std::vector<Replica::Arrival> handedOver(std::uint32_t after = 0);
    std::unique_ptr<Initiator> conversation(const ServerId& server);

private:
    void index();
    std::uint32_t ownLogNumber() const;
    std::vector<Operation> operationsFor(const Edit& edit);

    test::SeededEntropy m_entropy;
    SystemEntropy m_sealing; // as the programs have it
    SystemClock m_clock;
    std::filesystem::path m_path;
    Bytes m_storageKey; // empty for a plain file
    DeviceKeys m_keys;
    std::unique_ptr<Replica> m_replica;
    SpaceId m_space;
    std::unordered_map<std::string, Dot> m_references;
    std::vector<std::string> m_inOrder;
};

} // namespace puente::bench
