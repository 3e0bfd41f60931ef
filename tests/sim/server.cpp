#include "tests/sim/server.h"

#include "sync/store/memory_store.h"
#include "sync/store/sqlite_store.h"

namespace puente::test {

SimServer::SimServer(std::uint64_t seed, bool isDurable)
    : m_entropy(seed), m_key(SigningKey::generate(m_entropy)), m_isDurable(isDurable) {
    beginEmpty();
    keepSnapshot();
}

SimServer::~SimServer() = default;

void SimServer::close() {
    m_relay.reset();
    if (m_isDurable) m_store.reset();
}

void SimServer::open() {
    if (m_isDurable) {
        auto database = Database::open({.path = "/server.db", .vfs = m_disk.name()});
        expects(database.ok());
        expects(database->execute("PRAGMA wal_autocheckpoint=16").ok());
        auto store = SqliteStore::open(std::move(*database), m_entropy);
        expects(store.ok());
        m_store = std::move(*store);
    }
    m_relay = std::make_unique<Relay>(*m_store, m_key, QuotaLimits{});
}

void SimServer::restart(CutStyle style, Prng& prng) {
    if (!m_isDurable) {
        close();
        return open();
    }
    const DiskImage left = m_disk.cutPower(style, prng);
    close();
    m_disk.load(left);
    open();
}

bool SimServer::recoverIfHurt(Prng& prng) {
    const bool powerFailed = m_disk.isPowerCut();
    if (!powerFailed && !m_disk.hasFailed()) {
        m_disk.failNext({});
        m_disk.cutPowerAtCall(0);
        return false;
    }
    restart(powerFailed ? kCutStyles[prng.below(std::size(kCutStyles))] : CutStyle::Kept, prng);
    return true;
}

void SimServer::keepSnapshot() {
    if (m_isDurable)
        m_snapshotImage = m_disk.image();
    else
        m_snapshot = std::make_unique<MemoryStore>(static_cast<MemoryStore&>(*m_store));
}

void SimServer::goBack(bool asAnotherLife) {
    close();
    if (!m_isDurable) {
        m_store = std::make_unique<MemoryStore>(static_cast<MemoryStore&>(*m_snapshot));
        if (asAnotherLife) static_cast<MemoryStore&>(*m_store).beginNewLife(m_entropy.draw<InstanceId>());
        return open();
    }
    m_disk.load(m_snapshotImage);
    open();
    if (!asAnotherLife) return;
    // What `backup` writes into its copy.
    expects(static_cast<SqliteStore&>(*m_store).database().execute("UPDATE life SET is_copy = 1").ok());
    close();
    open();
}

void SimServer::beginEmpty() {
    close();
    if (m_isDurable)
        m_disk.load({});
    else
        m_store = std::make_unique<MemoryStore>(m_entropy.draw<InstanceId>());
    open();
}

} // namespace puente::test
