#include "tests/sim/device.h"

namespace puente::test {

namespace {

DeviceKeys anyKeys(const OrganizationRoot& root, Entropy& entropy) {
    SigningKey signing = SigningKey::generate(entropy);
    SealingKey sealing = SealingKey::generate(entropy);
    const DeviceCertificate certificate =
        DeviceCertificate::issue(root, signing.publicId<DeviceId>(), sealing.publicId());
    return {std::move(signing), std::move(sealing), certificate};
}

} // namespace

SimDevice::SimDevice(std::string name, std::uint64_t seed, const Instant& world, Storage storage)
    : m_name(std::move(name)), m_seed(seed), m_entropy(seed), m_sealing(seed + 1),
      m_storageKey(storage == Storage::Sealed ? 32 : 0, 0x5a), m_root(OrganizationRoot::generate(m_entropy)),
      m_keys(anyKeys(m_root, m_entropy)), m_clock(world) {
    open();
}

void SimDevice::open() {
    auto database = Database::open(replicaFile(m_disk, m_storageKey, m_sealing));
    expects(database.ok() && !database->lostEnd());
    // A checkpoint every few pages: they are where power cuts bite.
    expects(database->execute("PRAGMA wal_autocheckpoint=16").ok());
    auto replica = Replica::open(std::move(*database), m_keys, m_entropy, m_clock);
    expects(replica.ok());
    m_replica = std::move(*replica);
}

void SimDevice::kill() {
    Prng none(0);
    losePower(CutStyle::Kept, none);
}

void SimDevice::losePower(CutStyle style, Prng& prng) {
    const DiskImage left = m_disk.cutPower(style, prng);
    m_replica.reset();
    m_disk.load(left);
    open();
}

void SimDevice::becomeCopyOf(const SimDevice& other, std::uint64_t seed) {
    m_entropy = SeededEntropy(seed);
    m_sealing = SeededEntropy(seed + 1);
    m_replica.reset();
    m_disk.load(other.m_disk.image());
    open();
}

bool SimDevice::recoverIfHurt(Prng& prng) {
    const bool powerFailed = m_disk.isPowerCut();
    if (!powerFailed && !m_disk.hasFailed()) {
        m_disk.failNext({});
        m_disk.cutPowerAtCall(0);
        return false;
    }
    losePower(powerFailed ? kCutStyles[prng.below(std::size(kCutStyles))] : CutStyle::Kept, prng);
    return true;
}

Result<std::uint32_t, ReplicaFault> SimDevice::commit(const SpaceId& space, const std::vector<Operation>& operations) {
    const auto sequence = m_replica->commit(space, m_name, 1, operations);
    if (!sequence) return sequence;
    const LogId own = m_replica->findSpace(space)->ownLog;
    for (std::uint32_t i = 0; i < operations.size(); ++i) {
        if (!operations[i].value) continue;
        Value value = *operations[i].value;
        if (auto* reference = std::get_if<Reference>(&value); reference != nullptr && reference->record.sequence == 0)
            reference->record.sequence = *sequence; // to a record that this change set creates
        m_acknowledged.push_back({space, {own, *sequence, i}, globalValue(value, m_replica->logs())});
    }
    return sequence;
}

std::optional<std::uint32_t> SimDevice::numberOf(const SpaceId& space, const LogId& log) const {
    const std::vector<LogId>& logs = m_replica->logs();
    for (std::uint32_t number = 0; number < logs.size(); ++number)
        if (logs[number] == log && m_replica->spaceOf({number, 1, 0}) == space) return number;
    return std::nullopt;
}

std::optional<Dot> SimDevice::localDot(const SpaceId& space, const GlobalDot& dot) const {
    const auto number = numberOf(space, dot.log);
    if (!number) return std::nullopt;
    return Dot{*number, dot.sequence, dot.index};
}

} // namespace puente::test
