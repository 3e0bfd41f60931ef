#include "sync/replica/replica.h"

#include "sync/replica/migrations.h"
#include "sync/replica/own_log.h"
#include "sync/replica/parts.h"
#include "sync/replica/rebuild.h"
#include "sync/replica/receiver.h"

namespace puente {

Replica::Replica(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {
}

Replica::~Replica() = default;

Result<std::unique_ptr<Replica>, ReplicaFault> Replica::open(Database database, const DeviceKeys& keys,
                                                             Entropy& entropy, const Clock& clock) {
    if (const auto done = database.migrate(replicaMigrations()); !done) return Failure{replicaFaultOf(done.fault())};
    auto parts = std::make_unique<Parts>(std::move(database), keys, entropy, clock);
    Work work(parts->database);
    work.run(work.prepare("INSERT OR IGNORE INTO meta(id, device, clock_time, clock_counter) VALUES(1, ?, 0, 0)")
                 .bind(1, parts->ownDevice().view()));
    Statement& meta = work.prepare("SELECT device FROM meta");
    // A replica belongs to the device that made it: its own log is signed with that device's key.
    if (work.step(meta) && !equal(meta.blob(0), parts->ownDevice().view())) return Failure{ReplicaFault::NotAllowed};
    meta.reset();
    parts->load(work);
    if (!work.ok()) return Failure{work.fault()};
    return std::unique_ptr<Replica>(new Replica(std::move(parts)));
}

std::vector<SpaceInfo> Replica::spaces() const {
    std::vector<SpaceInfo> infos;
    for (const auto& [id, space] : m_parts->spaces)
        infos.push_back(space.info);
    return infos;
}

const SpaceInfo* Replica::findSpace(const SpaceId& space) const {
    const SpaceState* found = m_parts->find(space);
    return found == nullptr ? nullptr : &found->info;
}

const Membership& Replica::membership(const SpaceId& space) const {
    return m_parts->space(space).membership;
}

std::string Replica::organizationName(const SpaceId& space, const DeviceId& device) const {
    const SpaceState& state = m_parts->space(space);
    const DeviceCertificate* certificate = state.membership.certificateOf(device);
    return certificate == nullptr ? std::string() : organizationName(space, certificate->organization);
}

std::string Replica::organizationName(const SpaceId& space, const OrganizationId& organization) const {
    const auto& names = m_parts->space(space).names;
    const auto found = names.find(organization);
    return found == names.end() ? std::string() : found->second;
}

Result<std::uint32_t, ReplicaFault> Replica::commit(const SpaceId& space, std::string_view person,
                                                    std::uint32_t schemaVersion, std::vector<Operation> operations) {
    std::vector<std::vector<Operation>> one;
    one.push_back(std::move(operations));
    const auto sequences = commitAll(space, person, schemaVersion, std::move(one));
    if (!sequences) return Failure{sequences.fault()};
    return sequences->front();
}

Result<std::vector<std::uint32_t>, ReplicaFault> Replica::commitAll(const SpaceId& space, std::string_view person,
                                                                    std::uint32_t schemaVersion,
                                                                    std::vector<std::vector<Operation>> changeSets) {
    using Sequences = std::vector<std::uint32_t>;
    SpaceState* found = m_parts->find(space);
    if (found == nullptr) return Failure{ReplicaFault::UnknownSpace};
    if (!found->mayWrite()) return Failure{ReplicaFault::NotAllowed};
    return m_parts->transact<Sequences>([&](Work& work) -> Result<Sequences, ReplicaFault> {
        Applier applier(*m_parts, work, *found);
        OwnLog own(*m_parts, work, *found, applier);
        Sequences sequences;
        for (std::vector<Operation>& operations : changeSets) {
            const auto sequence = own.append(person, schemaVersion, std::move(operations));
            if (!sequence) return Failure{sequence.fault()};
            sequences.push_back(*sequence);
        }
        own.storePending();
        applier.finish();
        m_parts->keepClock(work);
        return sequences;
    });
}

Result<Done, ReplicaFault> Replica::seal(const SpaceId& space) {
    SpaceState* found = m_parts->find(space);
    if (found == nullptr) return Failure{ReplicaFault::UnknownSpace};
    if (found->pending.empty() || found->currentKey() == nullptr) return Done{};
    return m_parts->transact<Done>([&](Work& work) -> Result<Done, ReplicaFault> {
        Applier applier(*m_parts, work, *found);
        OwnLog(*m_parts, work, *found, applier).seal();
        applier.finish();
        return Done{};
    });
}

Result<Replica::ReceptionReport, ReplicaFault> Replica::receive(const SpaceId& space, std::vector<Arrival> arrivals) {
    SpaceState* found = m_parts->find(space);
    if (found == nullptr) return Failure{ReplicaFault::UnknownSpace};
    return m_parts->transact<ReceptionReport>([&](Work& work) -> Result<ReceptionReport, ReplicaFault> {
        return Receiver(*m_parts, work, *found).receive(std::move(arrivals));
    });
}

Result<Done, ReplicaFault> Replica::rebuild() {
    return m_parts->transact<Done>([&](Work& work) { return rebuildCaches(*m_parts, work); });
}

bool Replica::clockIsSuspect() const {
    return m_parts->hybridClock.isSuspect(m_parts->clock.now());
}

Database& Replica::database() {
    return m_parts->database;
}

} // namespace puente
