#include "sync/replica/receiver.h"

#include "sync/membership/acquaintances.h"
#include "sync/replica/erasing.h"
#include "sync/replica/forks.h"
#include "sync/replica/log_limits.h"
#include "sync/replica/quarantine.h"
#include "sync/replica/stored_body.h"
#include "sync/segment/sealing.h"

#include <algorithm>

namespace puente {

// Members and keys first, since they decide what becomes of the rest; then what waited for them; then segments, each
// log's in order, however they came.
Replica::ReceptionReport Receiver::receive(std::vector<Replica::Arrival> arrivals) {
    Replica::ReceptionReport report;
    report.outcomes.assign(arrivals.size(), Reception::Malformed);
    takeRecords(arrivals, report.outcomes);
    if (m_membershipChanged) m_space.evaluateMembership(m_state.ownDevice());
    for (std::size_t i = 0; i < arrivals.size(); ++i)
        if (arrivals[i].kind == EntryKind::KeyObject) report.outcomes[i] = takeKeyObject(std::move(arrivals[i].bytes));
    openKeysAgain();
    const bool isChanged = m_membershipChanged || m_keysChanged;
    if (isChanged && !enforceLimits(m_state, m_work, m_space)) m_work.damaged();
    takeErasables(arrivals, report.outcomes);
    SegmentArrivals segments;
    for (std::size_t i = 0; i < arrivals.size(); ++i) {
        if (arrivals[i].kind != EntryKind::Segment) continue;
        if (auto segment = Segment::parse(std::move(arrivals[i].bytes))) segments.push_back({i, std::move(*segment)});
    }
    retryParked();
    retryQuarantined();
    takeSegments(std::move(segments), report.outcomes);
    m_applier.finish();
    mindForks(report);
    if (m_changeSets > 0) m_state.keepClock(m_work);
    report.changeSets += m_changeSets;
    report.isBranchReleased |= m_isBranchReleased;
    return report;
}

std::uint32_t Receiver::settle() {
    m_membershipChanged = true;
    openKeysAgain();
    if (!enforceLimits(m_state, m_work, m_space)) m_work.damaged();
    Eraser(m_state, m_work, m_space).carryOut();
    retryParked();
    retryQuarantined();
    m_applier.finish();
    if (m_changeSets > 0) m_state.keepClock(m_work);
    return m_changeSets;
}

/// Objects before erasures, so that what the same hand brings and takes away was there; either order ends the same.
void Receiver::takeErasables(std::vector<Replica::Arrival>& arrivals, std::vector<Reception>& outcomes) {
    Eraser eraser(m_state, m_work, m_space);
    bool isChanged = m_membershipChanged;
    for (const EntryKind kind : {EntryKind::Erasable, EntryKind::Erasure, EntryKind::Confirmation})
        for (std::size_t i = 0; i < arrivals.size(); ++i) {
            if (arrivals[i].kind != kind) continue;
            outcomes[i] = eraser.take(kind, std::move(arrivals[i].bytes));
            isChanged |= kind == EntryKind::Erasure;
        }
    if (isChanged) eraser.carryOut();
}

/// Whoever meets both branches of a log says so: from then on neither counts anywhere, whichever came first. And where
/// a device has stated which one counts, its parts may all be here now.
void Receiver::mindForks(Replica::ReceptionReport& report) {
    bool mustSettle = m_isBranchGrown;
    for (const SignedHeader& segment : m_forked)
        mustSettle |= proveFork(m_state, m_work, m_space, segment);
    if (!mustSettle) return;
    Receiver again(m_state, m_work, m_space);
    report.changeSets += again.settle();
    report.isBranchReleased = again.m_isBranchReleased;
}

// Strangers' records stay outside, however many there are; who is named by another of them may come before it.
void Receiver::takeRecords(std::vector<Replica::Arrival>& arrivals, std::vector<Reception>& outcomes) {
    std::vector<RecordArrival> waiting;
    for (std::size_t i = 0; i < arrivals.size(); ++i) {
        if (arrivals[i].kind != EntryKind::Membership) continue;
        auto record = MembershipRecord::parse(std::move(arrivals[i].bytes));
        if (!record || record->space() != m_space.id()) continue;
        outcomes[i] = Reception::NotAllowed;
        waiting.push_back({i, std::move(*record)});
    }
    if (waiting.empty()) return;
    Acquaintances acquaintances(m_space.records);
    for (bool isProgress = true; isProgress;) {
        std::vector<RecordArrival> strangers;
        for (RecordArrival& arrival : waiting) {
            if (acquaintances.take(arrival.record))
                outcomes[arrival.place] = takeRecord(std::move(arrival.record));
            else
                strangers.push_back(std::move(arrival));
        }
        isProgress = strangers.size() < waiting.size();
        waiting = std::move(strangers);
    }
}

Reception Receiver::takeRecord(MembershipRecord record) {
    const auto same = [&](const MembershipRecord& known) { return known.hash() == record.hash(); };
    if (std::any_of(m_space.records.begin(), m_space.records.end(), same)) return Reception::Known;
    if (m_space.records.size() >= kMembershipRecordCountMax) return Reception::NotAllowed;
    m_state.keepRecord(m_work, m_space, std::move(record));
    m_membershipChanged = true;
    return Reception::Accepted;
}

Reception Receiver::takeKeyObject(Bytes bytes) {
    const auto object = KeyObject::parse(std::move(bytes));
    if (!object || object->content().space != m_space.id()) return Reception::Malformed;
    const Reception judged = judgeKeyObject(*object);
    if (judged != Reception::UnknownAuthor) return judged;
    return park({.kind = EntryKind::KeyObject,
                 .hash = object->hash(),
                 .device = object->content().author,
                 .first = 0,
                 .bytes = object->wire()},
                judged);
}

Reception Receiver::judgeKeyObject(const KeyObject& object) {
    // Whoever sealed it, what it yields is checked against the epoch's record; until that is here it waits.
    const Membership& membership = m_space.membership;
    const bool isKnownEpoch = m_space.commitmentOf(object.content().epoch).has_value();
    // Who began an epoch and turned out to be no member at all had been one in the eyes of those who sealed under it.
    const DeviceId& author = object.content().author;
    const bool isKnownAuthor =
        membership.certificateOf(author) != nullptr || m_space.hasBegunVoidEpoch(author, object.content().epoch);
    if (!isKnownAuthor || !isKnownEpoch) return Reception::UnknownAuthor;
    Statement& known = m_work.prepare("SELECT 1 FROM key_object WHERE space = ? AND hash = ?");
    if (m_work.step(known.bind(1, std::int64_t{m_space.number}).bind(2, object.hash().view()))) return Reception::Known;
    const std::size_t before = m_space.keys.size();
    m_state.keepKeyObject(m_work, m_space, object);
    m_keysChanged |= m_space.keys.size() != before;
    return Reception::Accepted;
}

/// A key object may have come before the record of an epoch whose key it holds.
void Receiver::openKeysAgain() {
    if ((!m_membershipChanged && !m_keysChanged) || !m_space.mayOpenMore(m_state.keys.sealing)) return;
    const std::size_t before = m_space.keys.size();
    m_state.openKeyObjects(m_work, m_space);
    m_keysChanged |= m_space.keys.size() != before;
}

void Receiver::takeSegments(SegmentArrivals arrivals, std::vector<Reception>& outcomes) {
    std::sort(arrivals.begin(), arrivals.end(), [](const SegmentArrival& a, const SegmentArrival& b) {
        const SegmentHeader &left = a.segment.header(), &right = b.segment.header();
        return std::tie(left.log, left.first, a.place) < std::tie(right.log, right.first, b.place);
    });
    for (const SegmentArrival& arrival : arrivals)
        outcomes[arrival.place] = takeSegment(arrival.segment);
}

Reception Receiver::takeSegment(const Segment& segment) {
    const SegmentHeader& header = segment.header();
    if (header.space != m_space.id()) return Reception::Malformed;
    const Membership& membership = m_space.membership;
    if (membership.certificateOf(header.log.device) == nullptr) return parkSegment(segment, Reception::UnknownAuthor);
    if (membership.writingOf(header.log.device) == nullptr) return Reception::NotAllowed;
    const Reception place = placeInChain(segment);
    if (place == Reception::Gap)
        if (const auto reason = whyParked(header.log.device))
            return *reason == Reception::Broken ? Reception::Broken : parkSegment(segment, *reason);
    if (place == Reception::Quarantined) return quarantine(segment);
    if (place == Reception::Fork) return keepBranch(segment);
    if (place != Reception::Accepted) return place;
    if (const auto limit = limitOf(m_state, m_work, m_space, header.log); limit && header.last > *limit)
        return quarantine(segment);
    return open(segment);
}

Reception Receiver::open(const Segment& segment) {
    const SegmentHeader& header = segment.header();
    const SpaceKey* key = m_space.keyFor(header.key, header.log.device);
    if (key == nullptr) return parkSegment(segment, Reception::NoKey);
    auto body = openSegment(segment, *key);
    if (!body) return keepBroken(segment);
    return accept(segment, std::move(*body));
}

/// Its author's doing: whoever handed it over could not know.
Reception Receiver::keepBroken(const Segment& segment) {
    (void)parkSegment(segment, Reception::Broken);
    return Reception::Broken;
}

/// Beyond what counts of its log: kept, shown, never applied.
Reception Receiver::quarantine(const Segment& segment) {
    if (!keepQuarantined(m_state, m_work, m_space, segment)) return Reception::Gap; // not kept
    m_isBranchGrown |= statementOn(m_space, segment.header().log) != nullptr;
    return Reception::Quarantined;
}

/// Another segment stands at its place.
Reception Receiver::keepBranch(const Segment& segment) {
    if (quarantine(segment) == Reception::Gap) return Reception::Gap;
    m_forked.push_back(segment.signedHeader());
    return Reception::Fork;
}

/// Members or keys have changed: what lies within its log's limit now is taken like anything that arrives.
void Receiver::retryQuarantined() {
    if (m_membershipChanged || m_keysChanged) releaseQuarantined();
}

void Receiver::releaseQuarantined() {
    for (const Segment& segment : releasedFromQuarantine(m_state, m_work, m_space)) {
        removeFromQuarantine(m_work, m_space, segment.hash());
        if (placeInChain(segment) != Reception::Accepted || open(segment) == Reception::NotAllowed)
            keepQuarantined(m_state, m_work, m_space, segment);
        else
            m_isBranchReleased |= statementOn(m_space, segment.header().log) != nullptr;
    }
}

/// Accepted when the segment continues what is here of its log.
Reception Receiver::placeInChain(const Segment& segment) {
    const SegmentHeader& header = segment.header();
    const auto log = m_state.logs.find(m_space.number, header.log);
    const Height height = log ? m_state.logs.height(*log) : Height{};
    if (isQuarantined(m_work, m_space, segment.hash())) return Reception::Known;
    if (isQuarantined(m_work, m_space, header.previous)) return Reception::Quarantined;
    if (header.first > height.sequence + 1) return Reception::Gap;
    if (log && isStored(segment, *log)) return Reception::Known;
    const bool continues = header.first == height.sequence + 1 && header.previous == height.head;
    const bool isOwnPast = log == m_space.ownLog && !m_space.pending.empty(); // it would stand where those will
    if (continues && !isOwnPast) return Reception::Accepted;
    return Reception::Fork;
}

bool Receiver::isStored(const Segment& segment, std::uint32_t log) {
    return m_state.logs.height(log).sequence >= segment.header().last &&
           m_state.logs.segmentHash(m_work, log, segment.header().last) == segment.hash();
}

/// The replica's numbers of a body's logs, or why the body cannot be taken (yet).
std::optional<Reception> Receiver::translate(SegmentBody& body, std::vector<std::uint32_t>& logs) {
    const auto isMember = [&](const LogId& log) { return m_space.membership.certificateOf(log.device) != nullptr; };
    if (!std::ranges::all_of(body.logs, isMember)) {
        // Its author may speak of one who was let in by somebody without the right: he could not know.
        const Acquaintances acquaintances(m_space.records);
        const auto isMet = [&](const LogId& log) { return acquaintances.hasMet(log.device); };
        if (!std::ranges::all_of(body.logs, isMet)) return Reception::UnknownAuthor;
    }
    if (!m_state.logs.hasRoomFor(m_space.number, body.logs)) return Reception::NotAllowed; // before any is given
    for (const LogId& log : body.logs) {
        const auto number = m_state.logs.obtain(m_work, m_space.number, log);
        if (!number) return Reception::NotAllowed;
        logs.push_back(*number);
    }
    renumber(body, logs);
    return std::nullopt;
}

Reception Receiver::accept(const Segment& segment, SegmentBody body) {
    std::vector<std::uint32_t> logs;
    if (const auto refusal = translate(body, logs)) {
        if (*refusal == Reception::UnknownAuthor) return parkSegment(segment, *refusal);
        return keepBroken(segment);
    }
    const std::uint32_t author = logs[0];
    const Instant now = m_state.clock.now();
    for (const ChangeSet& changeSet : body.changeSets)
        m_state.hybridClock.observe(changeSet.stamp, now);
    m_changeSets += static_cast<std::uint32_t>(body.changeSets.size());
    m_state.keepSegment(m_work, author, segment);
    m_applier.applyBody(author, std::move(body));
    ++m_space.arrivals;
    return Reception::Accepted;
}

} // namespace puente
