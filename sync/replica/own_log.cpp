#include "sync/replica/own_log.h"

#include "sync/replica/packed_dot.h"
#include "sync/replica/stored_body.h"
#include "sync/segment/sealing.h"

#include <algorithm>

namespace puente {

namespace {

bool isText(const Operation& operation) {
    return operation.value && std::holds_alternative<std::string>(*operation.value);
}

/// What the format can hold, whatever the dots name.
bool isWellFormed(const Operation& operation) {
    if (operation.value.has_value() == (operation.kind == Operation::Kind::Retire)) return false;
    if (!operation.value && operation.retired.empty()) return false;
    if (operation.field == kTypeField && operation.value && !std::holds_alternative<Symbol>(*operation.value))
        return false;
    const auto* opaque = operation.value ? std::get_if<Opaque>(&*operation.value) : nullptr;
    if (opaque != nullptr && opaque->kind < kOpaqueKindMin) return false;
    return !isText(operation) || isUtf8(std::get<std::string>(*operation.value));
}

} // namespace

Result<std::uint32_t, ReplicaFault> OwnLog::append(std::string_view person, std::uint32_t schemaVersion,
                                                   std::vector<Operation> operations) {
    const std::uint32_t last = m_space.lastSequence(m_state.logs);
    if (person.size() > kPersonSizeMax || operations.size() > kOperationCountMax || last == kSequenceMax)
        return Failure{ReplicaFault::TooLarge};
    if (!isUtf8(person) || operations.empty()) return Failure{ReplicaFault::Malformed};
    if (const auto fault = resolve(last + 1, operations)) return Failure{*fault};
    PendingChangeSet made;
    made.changeSet = {.sequence = last + 1,
                      .stamp = m_state.hybridClock.next(m_state.clock.now()),
                      .person = std::string(person),
                      .schemaVersion = schemaVersion,
                      .seenCount = 0,
                      .operations = std::move(operations)};
    const std::size_t size = encodedSize(made.changeSet);
    if (size > kChangeSetSizeMax) return Failure{ReplicaFault::TooLarge};
    made.seen = newlySeen();
    for (const SeenEntry& entry : made.seen)
        m_state.seen.add(m_work, m_space.ownLog, entry.log, entry.height);
    m_applier.apply(m_space.ownLog, made.changeSet, m_state.seen.count(m_work, m_space.ownLog));
    m_space.pending.push_back(std::move(made));
    m_space.pendingSize += size;
    const bool isFull = m_space.pending.size() >= kSegmentChangeSetsMax || m_space.pendingSize >= kSegmentPlainSizeMax;
    if (isFull && m_space.currentKey() != nullptr) seal();
    return last + 1;
}

/// Gives the dots that name this very change set its number, and checks all of them.
std::optional<ReplicaFault> OwnLog::resolve(std::uint32_t sequence, std::vector<Operation>& operations) {
    const auto own = [&](Dot& dot) {
        if (dot.sequence == 0) dot = {.log = m_space.ownLog, .sequence = sequence, .index = dot.index};
    };
    for (Operation& operation : operations) {
        own(operation.record);
        for (Dot& dot : operation.retired)
            own(dot);
        if (!operation.value) continue;
        if (auto* reference = std::get_if<Reference>(&*operation.value)) own(reference->record);
    }
    for (std::uint32_t i = 0; i < operations.size(); ++i) {
        const Dot self{.log = m_space.ownLog, .sequence = sequence, .index = i};
        if (operations[i].record == self) m_created.push_back(self);
    }
    for (std::uint32_t i = 0; i < operations.size(); ++i)
        if (const auto fault = check(operations[i], sequence, i)) return fault;
    return std::nullopt;
}

std::optional<ReplicaFault> OwnLog::check(const Operation& operation, std::uint32_t sequence, std::uint32_t index) {
    if (!isWellFormed(operation)) return ReplicaFault::Malformed;
    const Dot self{.log = m_space.ownLog, .sequence = sequence, .index = index};
    const bool writesType = operation.kind == Operation::Kind::Write && operation.field == kTypeField;
    if (operation.record == self && !writesType) return ReplicaFault::Malformed;
    for (const Dot& dot : operation.retired)
        if (!isKnownLog(dot.log) || dot.index >= kOperationCountMax) return ReplicaFault::Malformed;
    const auto* reference = operation.value ? std::get_if<Reference>(&*operation.value) : nullptr;
    if (reference != nullptr && !isKnownRecord(reference->record, sequence)) return ReplicaFault::UnknownRecord;
    if (!isKnownRecord(operation.record, sequence)) return ReplicaFault::UnknownRecord;
    return std::nullopt;
}

bool OwnLog::isKnownLog(std::uint32_t log) const {
    return log < m_state.logs.ids().size() && m_state.logs.spaceOf(log) == m_space.number;
}

bool OwnLog::isKnownRecord(const Dot& record, std::uint32_t sequence) {
    if (!isKnownLog(record.log) || record.index >= kOperationCountMax) return false;
    if (record.log == m_space.ownLog && (record.sequence == sequence || !m_created.empty()))
        if (std::binary_search(m_created.begin(), m_created.end(), record)) return true;
    Statement& row = m_work.prepare("SELECT 1 FROM record WHERE id = ?");
    return m_work.step(row.bind(1, pack(record)));
}

/// The heights of other logs that own change sets have not declared yet.
std::vector<SeenEntry> OwnLog::newlySeen() {
    std::vector<SeenEntry> entries;
    if (m_space.declaredUpTo == m_space.arrivals) return entries;
    m_space.declaredUpTo = m_space.arrivals;
    for (const std::uint32_t log : m_state.logs.ofSpace(m_space.number)) {
        const Height& height = m_state.logs.height(log);
        if (log == m_space.ownLog || height.sequence == 0) continue;
        if (m_state.seen.declared(m_work, m_space.ownLog, log).sequence >= height.sequence) continue;
        entries.push_back({.log = log, .height = height});
    }
    return entries;
}

void OwnLog::storePending() {
    for (PendingChangeSet& pending : m_space.pending) {
        if (pending.stored) continue;
        const Dot id{.log = m_space.ownLog, .sequence = pending.changeSet.sequence, .index = 0};
        m_work.run(m_work.prepare("INSERT INTO pending(id, body) VALUES(?, ?)")
                       .bind(1, pack(id))
                       .bind(2, ByteView(encodePending(pending, m_space, m_state.logs))));
        pending.stored = true;
    }
    if (m_space.pending.empty()) return;
    // Apart from the rows themselves, so that their end is missed if it gets lost.
    m_work.run(m_work.prepare("UPDATE log SET written = ? WHERE number = ?")
                   .bind(1, std::int64_t{m_space.pending.back().changeSet.sequence})
                   .bind(2, std::int64_t{m_space.ownLog}));
}

std::size_t OwnLog::countForOneSegment() const {
    std::size_t count = 0, size = 0;
    for (const PendingChangeSet& pending : m_space.pending) {
        size += encodedSize(pending.changeSet);
        if (count == kSegmentChangeSetsMax || (count > 0 && size > kSegmentPlainSizeMax)) break;
        ++count;
    }
    return count;
}

void OwnLog::seal() {
    while (!m_space.pending.empty() && m_work.ok())
        sealFirst(countForOneSegment());
}

void OwnLog::sealFirst(std::size_t count) {
    SegmentBody body;
    body.logs = m_state.logs.ids();
    body.membershipHeads = m_space.membership.heads;
    bool anyStored = false;
    for (std::size_t i = 0; i < count; ++i) {
        PendingChangeSet& pending = m_space.pending[i];
        m_space.pendingSize -= encodedSize(pending.changeSet);
        body.seen.insert(body.seen.end(), pending.seen.begin(), pending.seen.end());
        pending.changeSet.seenCount = static_cast<std::uint32_t>(body.seen.size());
        body.changeSets.push_back(std::move(pending.changeSet));
        anyStored |= pending.stored;
    }
    m_space.pending.erase(m_space.pending.begin(), m_space.pending.begin() + static_cast<std::ptrdiff_t>(count));
    orderLogs(body, m_space.ownLog);
    const Segment segment = sealSegment(m_space.id(), body, m_state.logs.height(m_space.ownLog).head,
                                        *m_space.currentKey(), m_state.keys.signing, m_state.entropy);
    m_state.keepSegment(m_work, m_space.ownLog, segment);
    m_applier.release(m_space.ownLog);
    if (!anyStored) return;
    const Dot next{.log = m_space.ownLog, .sequence = segment.header().last, .index = 0xffff};
    m_work.run(m_work.prepare("DELETE FROM pending WHERE id >= ? AND id <= ?")
                   .bind(1, firstOfLog(m_space.ownLog))
                   .bind(2, pack(next)));
}

void beginOwnLog(ReplicaState& state, Work& work, SpaceState& space, std::uint32_t incarnation) {
    const LogId next{.device = state.ownDevice(), .incarnation = incarnation};
    const auto log = state.logs.obtain(work, space.number, next);
    if (!log) return;
    space.ownLog = *log;
    space.info.ownLog = next;
    space.info.ownLogNumber = *log;
    space.cursor.delivered = 0;
    space.declaredUpTo = 0; // the new log has declared nothing yet
    work.run(work.prepare("UPDATE space SET own_log = ?, delivered = 0 WHERE number = ?")
                 .bind(1, std::int64_t{*log})
                 .bind(2, std::int64_t{space.number}));
}

Bytes encodePending(const PendingChangeSet& pending, const SpaceState& space, const LogTable& logs) {
    SegmentBody body;
    body.logs = logs.ids();
    body.seen = pending.seen;
    body.changeSets.push_back(pending.changeSet);
    body.changeSets[0].seenCount = static_cast<std::uint32_t>(pending.seen.size());
    orderLogs(body, space.ownLog);
    return encodeBody(body);
}

std::optional<PendingChangeSet> decodePending(ByteView bytes, std::uint32_t sequence, const SpaceState& space,
                                              const LogTable& logs) {
    auto body = decodeBody(bytes, space.info.ownLog, sequence);
    if (!body || body->changeSets.size() != 1) return std::nullopt;
    const auto numbers = logs.numbersOf(space.number, body->logs);
    if (!numbers) return std::nullopt;
    renumber(*body, *numbers);
    return PendingChangeSet{.changeSet = std::move(body->changeSets[0]), .seen = std::move(body->seen), .stored = true};
}

std::uint32_t nextIncarnation(const ReplicaState& state, const SpaceState& space) {
    std::uint32_t last = space.info.ownLog.incarnation;
    for (const std::uint32_t log : state.logs.ofSpace(space.number))
        if (const LogId& id = state.logs.ids()[log]; id.device == state.ownDevice())
            last = std::max(last, id.incarnation);
    for (const MembershipRecord& record : space.records)
        if (const auto* fork = record.as<StateFork>())
            if (record.content().author == RecordAuthor(state.ownDevice()))
                last = std::max(last, fork->nextIncarnation);
    return last + 1;
}

} // namespace puente
