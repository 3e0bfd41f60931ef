#include "tests/bench/office.h"

namespace puente::bench {

namespace {

DeviceKeys newKeys(Entropy& entropy) {
    const OrganizationRoot root = OrganizationRoot::generate(entropy);
    SigningKey signing = SigningKey::generate(entropy);
    SealingKey sealing = SealingKey::generate(entropy);
    const auto certificate = DeviceCertificate::issue(root, signing.publicId<DeviceId>(), sealing.publicId());
    return {.signing = std::move(signing), .sealing = std::move(sealing), .certificate = certificate};
}

/// A benchmark has nobody to tell: what must not fail ends it.
template <typename T, typename F>
T must(Result<T, F> result) {
    expects(result.ok());
    return std::move(*result);
}

} // namespace

Office::Office(int number, const std::filesystem::path& folder, Storage storage)
    : m_entropy(static_cast<std::uint64_t>(number) + 1), m_path(folder / "replica.db"),
      m_storageKey(storage == Storage::Sealed ? 32 : 0, 0x5a), m_keys(newKeys(m_entropy)) {
    std::filesystem::create_directories(folder);
    open();
}

void Office::open() {
    DatabaseOptions options{.path = m_path.string()};
    if (!m_storageKey.empty())
        options.seal.emplace(SealWith{.key = m_storageKey, .entropy = m_sealing, .isMarked = true, .mayMake = true});
    Database database = must(Database::open(options));
    m_replica = must(Replica::open(std::move(database), m_keys, m_entropy, m_clock));
}

void Office::found(std::string_view server) {
    m_space = must(m_replica->createSpace("Plan regional", server, "Secretaría"));
}

void Office::joinThrough(Office& admin) {
    const Instant never = m_clock.now() + std::chrono::hours(24 * 365);
    const Invite invite = must(admin.replica().offerInvite(admin.space(), Role::Editor, never, "Secretaría"));
    must(m_replica->askToJoin(invite, "Oficina"));
    must(admin.replica().admit(*m_replica->ownJoinRequest(admin.space())));
    m_space = admin.space();
}

std::uint32_t Office::ownLogNumber() const {
    return m_replica->findSpace(m_space)->ownLogNumber;
}

void Office::load(const std::filesystem::path& workload) {
    commit(initialRecords(workload, ownLogNumber()));
}

void Office::commit(std::vector<std::vector<Operation>> changeSets) {
    for (auto& operations : changeSets)
        for (Operation& operation : operations)
            if (operation.record.sequence == 0) operation.record.log = ownLogNumber();
    must(m_replica->commitAll(m_space, "Ana", 1, std::move(changeSets)));
}

void Office::index() {
    if (!m_inOrder.empty()) return;
    must(m_replica->forEach(m_space, kAgreementType, [this](const Dot& id, const RecordState& state) {
        m_inOrder.push_back(std::get<std::string>(state.find(kReferenceField)->values.front().value));
        m_references.emplace(m_inOrder.back(), id);
        return true;
    }));
}

Dot Office::find(const std::string& reference) {
    index();
    return m_references.at(reference);
}

std::vector<std::string> Office::references() {
    index();
    return m_inOrder;
}

std::vector<Operation> Office::operationsFor(const Edit& edit) {
    const Dot id = find(edit.reference);
    Operation operation{.record = id, .field = edit.field, .value = edit.value};
    const auto state = must(m_replica->record(id));
    if (const FieldState* field = state->find(edit.field))
        for (const LiveValue& value : field->values)
            operation.retired.push_back(value.dot);
    return {std::move(operation)};
}

void Office::edit(const std::vector<Edit>& edits) {
    std::vector<std::vector<Operation>> changeSets;
    for (const Edit& edit : edits)
        changeSets.push_back(operationsFor(edit));
    commit(std::move(changeSets));
}

std::vector<Replica::Arrival> Office::handedOver(std::uint32_t after) {
    std::vector<Replica::Arrival> arrivals;
    const auto records = m_replica->membershipRecords(m_space);
    for (const MembershipRecord& record : *records)
        arrivals.push_back({EntryKind::Membership, Bytes(record.wire().begin(), record.wire().end())});
    const auto objects = m_replica->keyObjects(m_space);
    for (const Bytes& object : *objects)
        arrivals.push_back({EntryKind::KeyObject, object});
    const LogId log = m_replica->findSpace(m_space)->ownLog;
    const auto segments = m_replica->segmentsAfter(m_space, log, after, 1U << 30);
    for (const Segment& segment : *segments)
        arrivals.push_back({EntryKind::Segment, Bytes(segment.wire().begin(), segment.wire().end())});
    return arrivals;
}

std::unique_ptr<Initiator> Office::conversation(const ServerId& server) {
    return std::make_unique<Initiator>(*m_replica, m_keys, m_entropy,
                                       Initiator::Options{.server = server, .spaces = {m_space}});
}

} // namespace puente::bench
