#include "tests/support/sync_world.h"

#include <algorithm>
#include <string>

namespace puente::test {

namespace {

DeviceKeys makeKeys(Entropy& entropy) {
    const OrganizationRoot root = OrganizationRoot::generate(entropy);
    DeviceKeys keys{SigningKey::generate(entropy), SealingKey::generate(entropy), {}};
    keys.certificate = DeviceCertificate::issue(root, keys.signing.publicId<DeviceId>(), keys.sealing.publicId());
    return keys;
}

SigningKey makeSigner() {
    SeededEntropy entropy(77);
    return SigningKey::generate(entropy);
}

} // namespace

SyncOffice::SyncOffice(std::uint64_t seed, std::optional<Database> database)
    : m_entropy(seed), m_keys(makeKeys(m_entropy)) {
    reopen(database ? std::move(*database) : std::move(*Database::open({.path = ":memory:"})));
}

void SyncOffice::reopen(Database database) {
    auto replica = Replica::open(std::move(database), m_keys, m_entropy, m_clock);
    expects(replica.ok());
    m_replica = std::move(*replica);
}

void SyncOffice::write(const SpaceId& space, int count, std::size_t textSize) {
    const std::uint32_t log = m_replica->findSpace(space)->ownLogNumber;
    for (int i = 0; i < count; ++i) {
        std::string text(textSize, ' ');
        for (char& letter : text)
            letter = static_cast<char>('a' + m_entropy.draw<SpaceId>().bytes[0] % 26);
        const Dot record{log, 0, 0};
        const std::vector<Operation> operations{
            {Operation::Kind::Write, record, kTypeField, Symbol{3}, {}},
            {Operation::Kind::Write, record, kFirstSchemaField, text, {}},
        };
        expects(m_replica->commit(space, "Ana", 1, operations).ok());
    }
}

std::uint64_t SyncOffice::recordCount(const SpaceId& space) {
    return m_replica->counts(space)->records;
}

void SyncOffice::invite(const SpaceId& space, Role role, SyncOffice& joiner) {
    const auto invite = m_replica->offerInvite(space, role, instantOf(1'790'000'000'000), "OSC");
    expects(invite.ok() && joiner.m_replica->askToJoin(*invite, "Otra OSC").ok());
}

SyncServer::SyncServer()
    : m_signer(makeSigner()), m_store(std::make_unique<MemoryStore>(*InstanceId::from(Bytes(16, 1)))) {
    useQuotas({});
}

void SyncServer::become(const MemoryStore& store) {
    m_store = std::make_unique<MemoryStore>(store);
    useQuotas(m_quotas);
}

void SyncServer::useQuotas(const QuotaLimits& quotas) {
    m_quotas = quotas;
    m_relay = std::make_unique<Relay>(*m_store, m_signer, quotas);
}

SyncSummary sync(SyncOffice& office, SyncServer& server, const SpaceId& space, Pump* pump) {
    Pump own;
    Pump& used = pump ? *pump : own;
    Initiator client(office.replica(), office.keys(), office.entropy(), {.server = server.id(), .spaces = {space}});
    Responder responder(server.relay(), {}, used.now);
    used.run(client, responder);
    return client.summary();
}

void fill(SyncOffice& office, SyncServer& server, const SpaceId& space, int count) {
    for (int i = 0; i < count; ++i) {
        office.write(space);
        sync(office, server, space);
    }
}

bool hasIncident(const SyncSummary& summary, SyncSummary::Incident incident) {
    return std::ranges::any_of(summary.incidents, [&](const auto& at) { return at.incident == incident; });
}

SyncWorld::SyncWorld() {
    space = *founder.replica().createSpace("Acuerdos", "", "OSC");
    founder.invite(space, Role::Editor, editor);
    sync(founder, server, space);
    sync(editor, server, space);
    sync(founder, server, space);
    founder.invite(space, Role::Reader, reader);
    sync(founder, server, space);
    sync(reader, server, space);
    sync(founder, server, space);
    for (SyncOffice* office : {&editor, &reader, &founder})
        sync(*office, server, space);
}

} // namespace puente::test
