#include "tests/support/replica_fixture.h"

#include "sync/segment/sealing.h"

namespace puente::test {

namespace {

DeviceKeys keysOf(std::uint64_t seed) {
    Office office = Office::make(seed);
    return {
        .signing = std::move(office.signing), .sealing = std::move(office.sealing), .certificate = office.certificate};
}

/// A test has nobody to tell: what must not fail ends it.
template <typename T, typename F>
T must(Result<T, F> result) {
    expects(result.ok());
    return std::move(*result);
}

} // namespace

Database memoryDatabase() {
    return must(Database::open({.path = ":memory:"}));
}

Peer::Peer(std::uint64_t seed, std::optional<Database> database) : m_entropy(seed + 77), m_keys(keysOf(seed)) {
    reopen(database ? std::move(*database) : memoryDatabase());
}

void Peer::reopen(Database database) {
    m_replica = must(Replica::open(std::move(database), m_keys, m_entropy, m_clock));
}

void Peer::found() {
    m_space = must(m_replica->createSpace("Plan regional", "", "Secretaría"));
}

void Peer::join(Peer& admin, Role role) {
    const Instant never = m_clock.now() + std::chrono::hours(24 * 365);
    const Invite invite = must(admin->offerInvite(admin.space(), role, never, "Secretaría"));
    enter(invite, {});
    must(admin->admit(*m_replica->ownJoinRequest(m_space)));
    must(m_replica->receive(m_space, admin.membership()));
}

void Peer::enter(const Invite& invite, std::vector<Replica::Arrival> membership) {
    must(m_replica->askToJoin(invite, "Oficina"));
    m_space = invite.space;
    must(m_replica->receive(m_space, std::move(membership)));
}

Dot Peer::dot(const Peer& author, std::uint32_t sequence, std::uint32_t index) const {
    const std::vector<LogId>& logs = m_replica->logs();
    for (std::uint32_t log = 0; log < logs.size(); ++log)
        if (logs[log].device == author.device()) return {.log = log, .sequence = sequence, .index = index};
    contractBroken();
}

Dot Peer::translate(const Dot& dot, const Peer& from) const {
    const LogId& id = from.m_replica->logs().at(dot.log);
    const std::vector<LogId>& logs = m_replica->logs();
    for (std::uint32_t log = 0; log < logs.size(); ++log)
        if (logs[log] == id) return {.log = log, .sequence = dot.sequence, .index = dot.index};
    contractBroken();
}

std::uint32_t Peer::commit(std::vector<Operation> operations) {
    return must(m_replica->commit(m_space, "Ana", 1, std::move(operations)));
}

Dot Peer::create(std::vector<Value> values, std::uint32_t type) {
    const Dot self{.log = ownLog(), .sequence = 0, .index = 0};
    std::vector<Operation> operations{{.record = self, .field = kTypeField, .value = Symbol{type}}};
    std::uint32_t field = kFirstSchemaField;
    for (Value& value : values)
        operations.push_back({.record = self, .field = field++, .value = std::move(value)});
    return {.log = ownLog(), .sequence = commit(std::move(operations)), .index = 0};
}

std::uint32_t Peer::write(const Dot& record, std::uint32_t field, Value value) {
    return commit({{.record = record, .field = field, .value = std::move(value), .retired = dots(record, field)}});
}

std::uint32_t Peer::remove(const Dot& record) {
    std::vector<Operation> operations;
    const auto state = must(m_replica->record(record));
    for (const FieldState& field : state->fields())
        if (!field.values.empty())
            operations.push_back({.kind = Operation::Kind::Retire,
                                  .record = record,
                                  .field = field.field,
                                  .value = {},
                                  .retired = dots(record, field.field)});
    return commit(std::move(operations));
}

std::vector<Replica::Arrival> Peer::membership() {
    std::vector<Replica::Arrival> arrivals;
    for (const MembershipRecord& record : must(m_replica->membershipRecords(m_space)))
        arrivals.push_back({EntryKind::Membership, Bytes(record.wire().begin(), record.wire().end())});
    for (Bytes& object : must(m_replica->keyObjects(m_space)))
        arrivals.push_back({EntryKind::KeyObject, std::move(object)});
    return arrivals;
}

std::vector<Bytes> Peer::segments() {
    must(m_replica->seal(m_space));
    std::vector<Bytes> all;
    const LogId own = m_replica->findSpace(m_space)->ownLog;
    for (const Segment& segment : must(m_replica->segmentsAfter(m_space, own, 0, std::size_t{1} << 30)))
        all.emplace_back(segment.wire().begin(), segment.wire().end());
    return all;
}

Replica::ReceptionReport Peer::receive(std::vector<Bytes> segments) {
    std::vector<Replica::Arrival> arrivals;
    for (Bytes& segment : segments)
        arrivals.push_back({EntryKind::Segment, std::move(segment)});
    return must(m_replica->receive(m_space, std::move(arrivals)));
}

void Peer::sendTo(Peer& other) {
    must(m_replica->seal(m_space));
    std::vector<Replica::Arrival> arrivals = membership();
    for (const LogHeight& log : m_replica->heights(m_space)) {
        std::uint32_t after = 0;
        for (const LogHeight& theirs : other->heights(m_space))
            if (theirs.log == log.log) after = static_cast<std::uint32_t>(theirs.height.sequence);
        for (const Segment& segment : must(m_replica->segmentsAfter(m_space, log.log, after, std::size_t{1} << 30)))
            arrivals.push_back({EntryKind::Segment, Bytes(segment.wire().begin(), segment.wire().end())});
    }
    must(other->receive(m_space, std::move(arrivals)));
}

std::vector<Value> Peer::values(const Dot& record, std::uint32_t field) {
    std::vector<Value> values;
    const auto state = must(m_replica->record(record));
    if (!state || !state->find(field)) return values;
    for (const LiveValue& value : state->find(field)->values)
        values.push_back(value.value);
    return values;
}

std::vector<Dot> Peer::dots(const Dot& record, std::uint32_t field) {
    std::vector<Dot> dots;
    const auto state = must(m_replica->record(record));
    if (!state || !state->find(field)) return dots;
    for (const LiveValue& value : state->find(field)->values)
        dots.push_back(value.dot);
    return dots;
}

Hash Peer::stateHash() {
    return must(m_replica->stateHash(m_space));
}

Replica::Counts Peer::counts() {
    return must(m_replica->counts(m_space));
}

SpaceKey spaceKeyOf(Peer& member) {
    for (const Bytes& bytes : must(member->keyObjects(member.space()))) {
        const auto object = KeyObject::parse(bytes);
        for (const auto& entry : object->content().entries)
            if (entry.tag == KeyObject::tagOf(member.keys().sealing.publicId()))
                return SpaceKey::fromBytes(*member.keys().sealing.open(entry.sealed));
    }
    contractBroken();
}

HandLog::HandLog(Peer& author) : m_author(author), m_key(spaceKeyOf(author)) {
}

Bytes HandLog::append(SegmentBody body) {
    for (ChangeSet& changeSet : body.changeSets) {
        changeSet.sequence = static_cast<std::uint32_t>(++m_height.sequence);
        for (std::uint32_t i = 0; i < changeSet.operations.size(); ++i) {
            Dot& record = changeSet.operations[i].record;
            if (record.sequence == 0) record = {.log = 0, .sequence = changeSet.sequence, .index = record.index};
        }
        if (changeSet.stamp == Stamp{}) changeSet.stamp = {.time = 1'000 + changeSet.sequence, .counter = 0};
    }
    if (body.logs.empty()) body.logs.push_back(id());
    orderLogs(body, 0);
    const Segment segment =
        sealSegment(m_author.space(), body, m_height.head, m_key, m_author.keys().signing, m_author.entropy());
    m_height.head = segment.hash();
    return Bytes(segment.wire().begin(), segment.wire().end());
}

Bytes HandLog::fork(SegmentBody body) {
    const Height before = m_height;
    Bytes segment = append(std::move(body));
    m_height = before;
    return segment;
}

} // namespace puente::test
