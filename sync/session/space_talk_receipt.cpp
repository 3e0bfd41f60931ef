#include "sync/session/space_talk.h"

#include <algorithm>

namespace puente {

SpaceTalk::Outcome SpaceTalk::take(const ReceiptFrame& receipt) {
    if (!isHearing()) return nonsense();
    if (const auto kept = keepWhatArrived(); !kept) return kept;
    if (const auto checked = checkMarked(); !checked) return checked;
    const bool isWhole = m_phase == Phase::Hearing ? checkContinues(receipt) : checkRefilled();
    m_phase = Phase::Closed;
    if (const auto kept = keep(receipt); !kept) return kept; // a lie that is signed is worth most
    if (!isWhole || !checkSignature(receipt) || !m_isSound) return Done{};
    return settle(receipt);
}

SpaceTalk::Outcome SpaceTalk::checkMarked() {
    for (const auto& [kind, hash] : std::exchange(m_marked, {})) {
        const auto isKnown =
            kind == EntryKind::Erasable ? m_replica.knowsErasable(m_space, hash) : Result<bool, ReplicaFault>(false);
        if (!isKnown) return replicaFailed(isKnown.fault());
        if (!*isKnown) distrust(SyncSummary::Incident::Withheld);
    }
    return Done{};
}

SignedReceipt SpaceTalk::wholeOf(const ReceiptFrame& receipt) const {
    return {.server = m_server,
            .space = m_space,
            .device = m_ownLog.device,
            .instance = m_instance,
            .at = receipt.at,
            .ownHeight = receipt.ownHeight,
            .ownHead = receipt.ownHead.value_or(m_ownHeight.head),
            .signature = receipt.signature};
}

SpaceTalk::Outcome SpaceTalk::keep(const ReceiptFrame& receipt) {
    const auto contradicts = m_replica.keepReceipt(m_space, wholeOf(receipt));
    if (!contradicts) return replicaFailed(contradicts.fault());
    if (*contradicts) report(SyncSummary::Incident::ServerContradicted);
    return Done{};
}

bool SpaceTalk::checkContinues(const ReceiptFrame& receipt) {
    using Incident = SyncSummary::Incident;
    if (receipt.at.position < m_anchor.at.position)
        distrust(Incident::ServerLostData);
    else if (m_at.position < receipt.at.position)
        distrust(Incident::Withheld);
    else if (m_at != receipt.at)
        distrust(Incident::HistoryRewritten);
    return m_isSound;
}

bool SpaceTalk::checkRefilled() {
    const std::set<Hash> seen(m_seenOthers.begin(), m_seenOthers.end());
    std::map<LogId, std::uint64_t> have = m_arrivedUpTo;
    for (const LogHeight& height : m_replica.heights(m_space))
        have[height.log] = std::max(have[height.log], height.height.sequence);
    for (const auto& [log, height] : m_serverHeights)
        if (have[log] < height.sequence && !m_forked.contains(log)) distrust(SyncSummary::Incident::Withheld);
    for (const Hash& wanted : m_wantedOthers)
        if (!seen.contains(wanted)) distrust(SyncSummary::Incident::Withheld);
    return m_isSound;
}

bool SpaceTalk::checkSignature(const ReceiptFrame& receipt) {
    // The server leaves the head out only where it is the one that the question was about.
    const bool isKnown = receipt.ownHead || receipt.ownHeight == m_ownHeight.sequence;
    if (isKnown && wholeOf(receipt).isAuthentic()) return true;
    distrust(SyncSummary::Incident::BadReceipt);
    return false;
}

/// What lies beyond a cut goes on from what counts: the server that has the one has the other.
Result<std::uint32_t, TalkFault> SpaceTalk::belowQuarantined(const std::vector<Segment>& aside, Hash head) {
    std::uint32_t below = 0;
    for (auto at = std::ranges::find(aside, head, &Segment::hash); at != aside.end();
         at = std::ranges::find(aside, head, &Segment::hash)) {
        below = at->header().first - 1;
        head = at->header().previous;
    }
    if (below <= m_anchor.delivered) return m_anchor.delivered;
    const auto segments = m_replica.segmentsAfter(m_space, m_ownLog, below - 1, 1);
    if (!segments) return Failure{TalkFault{Initiator::Fault::Replica, segments.fault()}};
    return !segments->empty() && segments->front().hash() == head ? below : m_anchor.delivered;
}

Result<std::uint32_t, TalkFault> SpaceTalk::delivered(const ReceiptFrame& receipt) {
    if (!receipt.ownHead || receipt.ownHeight == 0) return receipt.ownHeight;
    const auto segments = m_replica.segmentsAfter(m_space, m_ownLog, receipt.ownHeight - 1, 1);
    if (!segments) return Failure{TalkFault{Initiator::Fault::Replica, segments.fault()}};
    const bool isOurs = !segments->empty() && segments->front().hash() == *receipt.ownHead;
    if (isOurs) return receipt.ownHeight;
    // A branch that is here is minded by whoever states it; and one's own may lie beyond a cut.
    const auto aside = m_replica.quarantinedSegments(m_space, m_ownLog);
    if (!aside) return Failure{TalkFault{Initiator::Fault::Replica, aside.fault()}};
    if (std::ranges::find(*aside, *receipt.ownHead, &Segment::hash) != aside->end())
        return belowQuarantined(*aside, *receipt.ownHead);
    report(SyncSummary::Incident::OwnLogForked);
    m_isOwnLogForked = true;
    return m_anchor.delivered;
}

/// A server that leaves out the end of a log breaks no chain. But what others wrote tells that they had seen it.
SpaceTalk::Outcome SpaceTalk::lookForMissing() {
    if (!std::exchange(m_hasNews, false)) return Done{};
    const auto missing = m_replica.missing(m_space);
    if (!missing) return replicaFailed(missing.fault());
    if (!missing->empty()) report(SyncSummary::Incident::Missing);
    return Done{};
}

SpaceTalk::Outcome SpaceTalk::settle(const ReceiptFrame& receipt) {
    const auto covered = delivered(receipt);
    if (!covered) return Failure{covered.fault()};
    if (*covered < m_anchor.delivered) {
        report(SyncSummary::Incident::ServerLostData);
        m_handedOver = *covered; // so that it is handed over again
    }
    m_seenOthers.insert(m_seenOthers.end(), m_serverOthers.begin(), m_serverOthers.end());
    const auto marked = m_replica.markDelivered(m_space, m_seenOthers);
    if (!marked) return replicaFailed(marked.fault());
    const Replica::Cursor cursor{m_instance, receipt.at, *covered};
    if (cursor != m_replica.cursor(m_space)) {
        const auto moved = m_replica.setCursor(m_space, cursor);
        if (!moved) return replicaFailed(moved.fault());
    }
    m_anchor = cursor;
    m_hasMoved = false;
    m_hasReceipt = true;
    if (std::exchange(m_isBranchReleased, false)) // it may not have the branch that counts now
        if (const auto asked = m_replica.compareNext(m_space); !asked) return replicaFailed(asked.fault());
    return lookForMissing();
}

} // namespace puente
