#include "sync/session/space_talk.h"

#include <algorithm>

namespace puente {

namespace {

/// More than this waits until the server has said how far it is: a cut must not cost it twice.
constexpr std::size_t kHandOverBlindlyMax = 256 * 1024;
constexpr std::size_t kHeightsInFrame = 4096;
constexpr std::size_t kHashesInFrame = 8192;

template <typename Item>
std::vector<Item> part(const std::vector<Item>& items, std::size_t from, std::size_t most) {
    const std::size_t begin = std::min(from, items.size());
    const std::size_t end = std::min(begin + most, items.size());
    return {items.begin() + static_cast<std::ptrdiff_t>(begin), items.begin() + static_cast<std::ptrdiff_t>(end)};
}

Height heightOf(const std::vector<LogHeight>& heights, const LogId& log) {
    const auto found = std::ranges::find(heights, log, &LogHeight::log);
    return found == heights.end() ? Height{} : found->height;
}

} // namespace

SpaceTalk::SpaceTalk(Replica& replica, const Initiator::Options& options, const SpaceId& space, SyncSummary& summary)
    : m_replica(replica), m_server(options.server), m_namedMax(options.limits.namedMax), m_space(space),
      m_summary(summary) {
}

SpaceTalk::Outcome SpaceTalk::prepare() {
    const SpaceInfo* info = m_replica.findSpace(m_space);
    if (!info) return replicaFailed(ReplicaFault::UnknownSpace);
    if (info->role && *info->role != Role::Reader) {
        if (const auto sealed = m_replica.seal(m_space); !sealed) return replicaFailed(sealed.fault());
    }
    const LogId before = std::exchange(m_ownLog, m_replica.findSpace(m_space)->ownLog);
    m_ownHeight = heightOf(m_replica.heights(m_space), m_ownLog);
    if (m_phase == Phase::Idle) m_anchor = m_replica.cursor(m_space);
    if (m_phase != Phase::Idle &&
        m_ownLog != before) { // the old one was closed: nothing of the new one was handed over
        m_anchor.delivered = 0;
        m_handedOver = 0;
    }
    m_phase = Phase::Asked;
    m_hasReceipt = false;
    m_isSound = true;
    m_at = m_anchor.at;
    m_ahead.clear();
    m_seenOthers.clear();
    m_marked.clear();
    m_serverHeights.clear();
    m_serverOthers.clear();
    return Done{};
}

RequestFrame::Space SpaceTalk::question() const {
    RequestFrame::Space asked{m_space, m_ownLog.incarnation, static_cast<std::uint32_t>(m_ownHeight.sequence), {}};
    if (m_anchor.at.position > 0) asked.cursor = {m_anchor.instance, m_anchor.at};
    return asked;
}

Result<std::vector<SpaceTalk::Other>, TalkFault> SpaceTalk::others(bool onlyUndelivered) const {
    std::vector<Other> others;
    const auto records = m_replica.membershipRecords(m_space);
    if (!records) return Failure{TalkFault{Initiator::Fault::Replica, records.fault()}};
    for (const MembershipRecord& record : *records)
        others.push_back({EntryKind::Membership, record.hash(), {record.wire().begin(), record.wire().end()}});
    auto objects = m_replica.keyObjects(m_space);
    if (!objects) return Failure{TalkFault{Initiator::Fault::Replica, objects.fault()}};
    for (Bytes& object : *objects)
        others.push_back({EntryKind::KeyObject, entryHash(EntryKind::KeyObject, object), std::move(object)});
    auto erasables = m_replica.erasableEntries(m_space, onlyUndelivered);
    if (!erasables) return Failure{TalkFault{Initiator::Fault::Replica, erasables.fault()}};
    for (Replica::ErasableEntry& entry : *erasables)
        others.push_back({entry.kind, entry.hash, std::move(entry.bytes), entry.isOffered});
    return others;
}

void SpaceTalk::push(Flight& flight, const Other& other) {
    m_handedOthers.insert(other.hash);
    flight.push(PushFrame{other.kind, m_space, other.bytes});
}

SpaceTalk::Outcome SpaceTalk::addPushes(Flight& flight) {
    const bool isFirst = m_anchor.at.position == 0; // what another server was given counts for nothing here
    const auto held = others(!isFirst && !m_pushesAllRecords);
    if (!held) return Failure{held.fault()};
    for (const Other& other : *held)
        if (!other.isOffered)
            continue;
        else if (isFirst || m_pushesAllRecords || !m_replica.isDelivered(m_space, other.hash))
            push(flight, other);
    if (m_pushesAllRecords) m_hasPushedAllRecords = true;
    m_pushesAllRecords = false;
    if (const auto done = addOwnSegments(flight); !done) return done;
    return addOwnJoinRequest(flight);
}

SpaceTalk::Outcome SpaceTalk::addOwnSegments(Flight& flight) {
    const std::uint32_t after = m_anchor.at.position == 0 ? 0 : m_anchor.delivered;
    if (m_ownHeight.sequence <= after) return Done{};
    const auto segments = m_replica.segmentsAfter(m_space, m_ownLog, after, kHandOverBlindlyMax);
    if (!segments) return replicaFailed(segments.fault());
    const bool isMuch = !segments->empty() && segments->back().header().last < m_ownHeight.sequence;
    if (isMuch && m_summary.roundTrips == 0) return Done{};
    flight.addSegments(m_space, m_ownLog, after, m_ownHeight.sequence);
    m_handedOver = m_ownHeight.sequence;
    return Done{};
}

SpaceTalk::Outcome SpaceTalk::addOwnJoinRequest(Flight& flight) {
    const auto request = m_replica.ownJoinRequest(m_space);
    if (request) flight.push(JoinFrame{{request->wire().begin(), request->wire().end()}});
    return Done{};
}

SpaceTalk::Outcome SpaceTalk::addRefill(Flight& flight) {
    m_phase = Phase::Refilled;
    const auto held = others(false);
    if (!held) return Failure{held.fault()};
    std::set<Hash> wanted = m_serverOthers;
    for (const Other& other : *held) {
        if (other.isOffered && !m_serverOthers.contains(other.hash)) push(flight, other);
        wanted.erase(other.hash);
    }
    for (const auto& [log, height] : m_replica.heights(m_space)) {
        const std::uint64_t after = lackingAfter(log);
        if (height.sequence > after)
            flight.addSegments(m_space, log, static_cast<std::uint32_t>(after), height.sequence);
    }
    m_handedOver = m_ownHeight.sequence;
    m_wantedOthers.assign(wanted.begin(), wanted.end());
    addWant(flight, m_wantedOthers);
    return Done{};
}

/// Where the server's log ends, or where it parts from the branch that its device stated to count.
std::uint64_t SpaceTalk::lackingAfter(const LogId& log) const {
    const auto found = m_serverHeights.find(log);
    if (found == m_serverHeights.end()) return 0;
    const auto fork = m_replica.forkOf(m_space, log);
    if (fork && !m_replica.isOnLog(m_space, {log, found->second})) return fork->sequence;
    return found->second.sequence;
}

void SpaceTalk::addWant(Flight& flight, const std::vector<Hash>& wanted) {
    std::vector<LogHeight> heights = m_replica.heights(m_space);
    std::erase_if(heights, [](const LogHeight& height) { return height.height.sequence == 0; });
    std::size_t heightsSent = 0, hashesSent = 0;
    do {
        flight.add(
            WantFrame{m_space, part(heights, heightsSent, kHeightsInFrame), part(wanted, hashesSent, kHashesInFrame)});
        heightsSent += kHeightsInFrame;
        hashesSent += kHashesInFrame;
    } while (heightsSent < heights.size() || hashesSent < wanted.size());
}

Result<bool, TalkFault> SpaceTalk::owes() {
    if (m_pushesAllRecords) return true;
    if (!m_hasReceipt) return false;
    const SpaceInfo* info = m_replica.findSpace(m_space);
    if (!info->role) return false;
    if (info->ownLog != m_ownLog && m_replica.counts(m_space)->unsealed > 0) return true; // written again, just now
    const auto held = others(true);
    if (!held) return Failure{held.fault()};
    for (const Other& other : *held)
        if (other.isOffered && !m_replica.isDelivered(m_space, other.hash) && !m_handedOthers.contains(other.hash))
            return true;
    const std::uint64_t sealed = heightOf(m_replica.heights(m_space), m_ownLog).sequence;
    return sealed > m_anchor.delivered && sealed > m_handedOver;
}

Result<std::uint32_t, TalkFault> SpaceTalk::admitJoiners() {
    std::uint32_t admitted = 0;
    if (!m_hasReceipt || !m_replica.membership(m_space).isAdmin(m_ownLog.device)) return admitted;
    for (const Replica::WaitingJoiner& joiner : m_replica.waitingJoiners(m_space)) {
        if (joiner.expired || joiner.inviteUsed || joiner.needsRoot) continue;
        const auto done = m_replica.admit(joiner.request);
        if (!done && done.fault() == ReplicaFault::NotAllowed) continue; // an earlier one took the same invite
        if (!done) return Failure{TalkFault{Initiator::Fault::Replica, done.fault()}};
        ++admitted;
    }
    return admitted;
}

SpaceTalk::Outcome SpaceTalk::mendOwnForks() {
    if (!m_hasReceipt) return Done{}; // more of the other branch may be on its way
    const auto mended = m_replica.mendOwnForks(m_space);
    if (!mended) return replicaFailed(mended.fault());
    if (mended->anyStated || mended->writtenAgain > 0) report(SyncSummary::Incident::OwnLogForked);
    m_summary.writtenAgain += mended->writtenAgain;
    // What counts of the closed log may not be there, or here, yet. And the other branch may have gone by as our own.
    const bool isOtherMissing = std::exchange(m_isOwnLogForked, false) || m_replica.lacksOwnBranch(m_space);
    if (!mended->anyStated && !isOtherMissing) return Done{};
    if (const auto asked = m_replica.compareNext(m_space); !asked) return replicaFailed(asked.fault());
    m_anchor = m_replica.cursor(m_space);
    return Done{};
}

Result<Replica::KeysTended, TalkFault> SpaceTalk::tendKeys() {
    if (!m_hasReceipt) return Replica::KeysTended{}; // somebody else may have done it, and the news is on its way
    const auto tended = m_replica.tendKeys(m_space);
    if (!tended) return Failure{TalkFault{Initiator::Fault::Replica, tended.fault()}};
    return *tended;
}

} // namespace puente
