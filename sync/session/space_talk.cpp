#include "sync/session/space_talk.h"

#include <algorithm>

namespace puente {

namespace {

constexpr std::size_t kBatchSize = 2 * 1024 * 1024;
constexpr std::size_t kJoinsMax = 1000;

} // namespace

SpaceTalk::Outcome SpaceTalk::take(const StatusFrame& status) {
    const bool isExpected = m_phase == Phase::Asked || m_phase == Phase::Refilled;
    if (!isExpected) return nonsense();
    m_status = status.status;
    m_instance = status.instance;
    switch (status.status) {
    case SpaceStatus::Continues:
        if (m_phase == Phase::Refilled) return nonsense();
        m_phase = Phase::Hearing;
        if (m_anchor.at.position > 0 && m_instance != m_anchor.instance) report(SyncSummary::Incident::ServerReplaced);
        return Done{};
    case SpaceStatus::Compare:
        if (m_phase == Phase::Refilled) return nonsense();
        m_phase = Phase::Comparing;
        return Done{};
    case SpaceStatus::Unknown:
        if (m_anchor.at.position > 0) report(SyncSummary::Incident::SpaceDenied);
        m_phase = Phase::Closed;
        return Done{};
    case SpaceStatus::Former:
        // It may ask to be let in again.
        if (!m_replica.ownJoinRequest(m_space)) report(SyncSummary::Incident::PlaceEnded);
        m_phase = Phase::Closed;
        return Done{};
    case SpaceStatus::NotMember: m_phase = Phase::Closed; return Done{};
    }
    return nonsense();
}

SpaceTalk::Outcome SpaceTalk::take(EntryFrame entry) {
    if (!isHearing() || namesTooMuch()) return nonsense();
    note(entry.position, entry.kind, entryHash(entry.kind, entry.bytes));
    m_arrivedSize += entry.bytes.size();
    m_arrived.push_back({entry.kind, std::move(entry.bytes)});
    return m_arrivedSize >= kBatchSize ? keepWhatArrived() : Done{};
}

SpaceTalk::Outcome SpaceTalk::take(const OwnFrame& marks) {
    if (!isHearing() || namesTooMuch()) return nonsense();
    for (const OwnFrame::Item& item : marks.items) {
        note(item.position, item.kind, item.hash);
        if (item.kind != EntryKind::Segment && !m_handedOthers.contains(item.hash))
            m_marked.emplace_back(item.kind, item.hash);
    }
    return Done{};
}

/// An answer has no end that anybody promised; what is remembered of it has.
bool SpaceTalk::namesTooMuch() const {
    return std::max({m_ahead.size(), m_seenOthers.size(), m_serverHeights.size(), m_serverOthers.size()}) > m_namedMax;
}

void SpaceTalk::note(std::uint64_t position, EntryKind kind, const Hash& hash) {
    if (kind != EntryKind::Segment) m_seenOthers.push_back(hash);
    if (m_phase != Phase::Hearing || position <= m_at.position) return;
    m_ahead.emplace(position, std::pair{kind, hash});
    for (auto next = m_ahead.begin(); next != m_ahead.end() && next->first == m_at.position + 1;
         next = m_ahead.erase(next))
        m_at = {next->first, runningHash(m_at.running, next->second.first, next->second.second)};
}

SpaceTalk::Outcome SpaceTalk::take(const HeightsFrame& heights) {
    if (m_phase != Phase::Comparing) return nonsense();
    m_serverEnd = heights.end;
    for (const LogHeight& height : heights.heights)
        m_serverHeights[height.log] = height.height;
    m_serverOthers.insert(heights.others.begin(), heights.others.end());
    return namesTooMuch() ? nonsense() : Done{};
}

SpaceTalk::Outcome SpaceTalk::take(const JoinRequest& request) {
    if (!isHearing()) return nonsense();
    if (m_joins.size() < kJoinsMax) m_joins.push_back(request);
    return Done{};
}

SpaceTalk::Outcome SpaceTalk::keepJoinRequests() {
    for (const JoinRequest& request : std::exchange(m_joins, {})) {
        const auto kept = m_replica.keepJoinRequest(request);
        const bool isStray = !kept && kept.fault() == ReplicaFault::NotAllowed; // of an invite nobody here knows
        if (!kept && !isStray) return replicaFailed(kept.fault());
    }
    return Done{};
}

SpaceTalk::Outcome SpaceTalk::keepWhatArrived() {
    if (m_arrived.empty()) return Done{};
    std::vector<Replica::Arrival> arrived = std::exchange(m_arrived, {});
    m_arrivedSize = 0;
    const auto report = m_replica.receive(m_space, arrived);
    if (!report) return replicaFailed(report.fault());
    m_summary.receivedChangeSets += report->changeSets;
    m_isBranchReleased |= report->isBranchReleased;
    m_hasNews |= report->changeSets > 0;
    for (std::size_t i = 0; i < arrived.size(); ++i)
        judge(arrived[i], report->outcomes[i]);
    // Whatever is cut from here on is asked for again from here.
    if (m_phase != Phase::Hearing || !m_isSound || m_at == m_anchor.at) return Done{};
    const auto moved = m_replica.setCursor(m_space, {m_instance, m_at, m_anchor.delivered});
    if (!moved) return replicaFailed(moved.fault());
    m_hasMoved = true;
    return Done{};
}

/// What came and does not count, or not yet, was not withheld.
void SpaceTalk::noteArrival(const Replica::Arrival& arrival) {
    if (m_phase != Phase::Refilled || arrival.kind != EntryKind::Segment) return;
    const auto segment = Segment::parse(arrival.bytes);
    if (!segment) return;
    std::uint64_t& arrivedUpTo = m_arrivedUpTo[segment->header().log];
    arrivedUpTo = std::max<std::uint64_t>(arrivedUpTo, segment->header().last);
}

void SpaceTalk::judge(const Replica::Arrival& arrival, Reception reception) {
    const bool isSegment = arrival.kind == EntryKind::Segment;
    switch (reception) {
    case Reception::Accepted:
    case Reception::UnknownAuthor:
    case Reception::NoKey: m_summary.receivedSegments += isSegment ? 1 : 0; return noteArrival(arrival);
    case Reception::Known:
    case Reception::Erased: // it has not heard, or does not care: what it sends is not taken
    case Reception::Quarantined: return noteArrival(arrival);
    case Reception::Broken: report(SyncSummary::Incident::AuthorBroken); return noteArrival(arrival);
    case Reception::NotAllowed:
    case Reception::Malformed: return distrust(SyncSummary::Incident::NotAuthentic);
    case Reception::Gap:
    case Reception::Fork: break;
    }
    const auto segment = Segment::parse(arrival.bytes);
    if (!segment) return distrust(SyncSummary::Incident::NotAuthentic);
    const LogId& log = segment->header().log;
    if (reception == Reception::Fork) m_forked.insert(log);
    // What follows a fork has no place here, and nobody withheld anything.
    if (!m_forked.contains(log)) return distrust(SyncSummary::Incident::Withheld);
    if (log.device == m_ownLog.device) report(SyncSummary::Incident::OwnLogForked);
}

SpaceTalk::Outcome SpaceTalk::endAnswer() {
    switch (m_phase) {
    case Phase::Closed: break;
    case Phase::Comparing:
        m_phase = Phase::Compared;
        compareOver();
        return Done{};
    case Phase::Idle:
    case Phase::Asked:
    case Phase::Hearing:
    case Phase::Compared:
    case Phase::Refilled: return nonsense(); // the answer for this space was not brought to its end
    }
    if (const auto kept = keepJoinRequests(); !kept) return kept;
    const SpaceInfo* info = m_replica.findSpace(m_space);
    const bool isClosedToMember = m_status == SpaceStatus::NotMember && info->role && m_anchor.at.position > 0;
    if (isClosedToMember && !m_hasPushedAllRecords) {
        // It signed for us once. The records that made us a member prove themselves, so hand them over.
        report(SyncSummary::Incident::ServerLostData);
        m_pushesAllRecords = true;
    }
    if (m_isSound || !m_hasMoved) return Done{};
    m_hasMoved = false;
    const auto back = m_replica.setCursor(m_space, m_anchor);
    return back ? Done{} : replicaFailed(back.fault());
}

void SpaceTalk::compareOver() {
    // What was refused so far was refused for want of what is now handed over.
    std::erase_if(m_summary.refused, [&](const SyncSummary::Refused& refused) { return refused.space == m_space; });
    const auto found = m_serverHeights.find(m_ownLog);
    const std::uint64_t has = found == m_serverHeights.end() ? 0 : found->second.sequence;
    const bool isReplaced = m_instance != m_anchor.instance;
    const bool isLess = has < m_anchor.delivered || (!isReplaced && m_serverEnd < m_anchor.at.position);
    if (isReplaced) report(SyncSummary::Incident::ServerReplaced);
    if (isLess) report(SyncSummary::Incident::ServerLostData);
    if (!isReplaced && !isLess && !m_anchor.asksToCompare()) report(SyncSummary::Incident::HistoryRewritten);
}

void SpaceTalk::report(SyncSummary::Incident incident) {
    const auto isSame = [&](const SyncSummary::IncidentAt& other) {
        return other.space == m_space && other.incident == incident;
    };
    if (std::ranges::none_of(m_summary.incidents, isSame)) m_summary.incidents.push_back({m_space, incident});
}

void SpaceTalk::distrust(SyncSummary::Incident incident) {
    report(incident);
    m_isSound = false;
}

} // namespace puente
