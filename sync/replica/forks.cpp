#include "sync/replica/forks.h"

#include "sync/replica/epoch_keys.h"
#include "sync/replica/log_limits.h"
#include "sync/replica/own_log.h"
#include "sync/replica/parts.h"
#include "sync/replica/receiver.h"
#include "sync/replica/reissue.h"

#include <algorithm>

namespace puente {

namespace {

/// The accepted segment that begins where this one does, after the same one before it.
std::optional<SignedHeader> rivalOf(Work& work, std::uint32_t log, const SignedHeader& segment) {
    Statement& row = work.prepare("SELECT bytes FROM segment WHERE log = ? AND first = ?");
    row.bind(1, std::int64_t{log}).bind(2, std::int64_t{segment.header.first});
    if (!work.step(row)) return std::nullopt;
    const auto rival = Segment::parse(Bytes(row.blob(0).begin(), row.blob(0).end()));
    if (!rival) {
        work.damaged();
        return std::nullopt;
    }
    const bool isRival = rival->header().previous == segment.header.previous && rival->hash() != segment.hash();
    return isRival ? std::optional(rival->signedHeader()) : std::nullopt;
}

bool isClosedAt(const SpaceState& space, const LogId& log, std::uint64_t sequence) {
    const WritingRights* rights = space.membership.writingOf(log.device);
    return rights != nullptr && std::ranges::any_of(rights->closings, [&](const Closing& closing) {
               return closing.only && closing.concerns(log) &&
                      (closing.namesBranch() || closing.heightOf(log).sequence <= sequence);
           });
}

/// Signs an act by this device; false if it does not hold, and then nothing has happened.
bool sayIfItHolds(ReplicaState& state, Work& work, SpaceState& space, const MembershipAct& act) {
    if (!space.info.role || space.records.size() >= kMembershipRecordCountMax) return false;
    const MembershipRecord::Content content = nextRecord(space, RecordAuthor(state.ownDevice()), act);
    state.keepRecord(work, space, MembershipRecord::sign(content, {}, state.keys.signing));
    space.evaluateMembership(state.ownDevice());
    return true;
}

/// A fork of one of this device's own logs.
struct OwnFork {
    LogId log;
    Height from;
    Height other; // where the branch that came from elsewhere ends; nothing of it may be here
};

struct ForeignSegment {
    SegmentHeader header;
    Hash hash;
};

std::vector<ForeignSegment> foreignSegmentsOf(Work& work, std::uint32_t log) {
    std::vector<ForeignSegment> segments;
    Statement& rows =
        work.prepare("SELECT substr(bytes, 1, 130), hash FROM quarantine WHERE log = ? AND own = 0 ORDER BY first");
    rows.bind(1, std::int64_t{log});
    while (work.step(rows)) {
        const auto header = decodeHeader(rows.blob(0));
        const auto hash = Hash::from(rows.blob(1));
        if (!header || !hash) {
            work.damaged();
            break;
        }
        segments.push_back({*header, *hash});
    }
    return segments;
}

/// The furthest end of what continues a segment, or a place, among these.
Height endOf(const std::vector<ForeignSegment>& segments, const Height& place) {
    std::map<Hash, Height> ends{{place.head, place}}; // of each chain from there, by its last segment
    Height end = place;
    for (const ForeignSegment& segment : segments) {
        const auto before = ends.find(segment.header.previous);
        if (before == ends.end() || before->second.sequence + 1 != segment.header.first) continue;
        const Height reached{.sequence = segment.header.last, .head = segment.hash};
        ends[segment.hash] = reached;
        end = std::max(end, reached);
    }
    return end;
}

/// Mends the forks of this device's own logs: a folder that was copied, a backup that was restored.
class OwnForks {
public:
    OwnForks(ReplicaState& state, Work& work, SpaceState& space) : m_state(state), m_work(work), m_space(space) {}

    bool stateAll() {
        bool anyStated = false;
        for (const std::uint32_t log : m_state.logs.ofSpace(m_space.number))
            if (m_state.logs.ids()[log].device == m_state.ownDevice()) anyStated |= state(log);
        return anyStated;
    }

    /// What this device wrote on a branch that does not count, log by log.
    Result<std::uint32_t, ReplicaFault> writeOwnAgain() {
        std::uint32_t count = 0;
        for (const std::uint32_t log : m_state.logs.ofSpace(m_space.number)) {
            std::vector<Segment> segments = ownBranchOf(log);
            if (segments.empty() || log == m_space.ownLog) continue;
            const auto written = writeAgain(m_state, m_work, m_space, log, segments);
            if (!written) return written;
            count += *written;
            m_work.run(m_work.prepare("UPDATE quarantine SET adopted = 1 WHERE log = ? AND own = 1")
                           .bind(1, std::int64_t{log}));
        }
        return count;
    }

private:
    bool state(std::uint32_t log);
    std::optional<OwnFork> findFork(std::uint32_t log);
    std::optional<Height> provenFrom(const LogId& log) const;
    std::vector<Segment> ownBranchOf(std::uint32_t log);
    void sealPending();

    ReplicaState& m_state;
    Work& m_work;
    SpaceState& m_space;
};

/// Of the branches the one counts that others have; what stands on the other is this device's to write again.
bool OwnForks::state(std::uint32_t log) {
    const auto fork = findFork(log);
    if (!fork) return false;
    if (log == m_space.ownLog) sealPending();
    const Height own = m_state.logs.height(log);
    StateFork statement{.incarnation = fork->log.incarnation,
                        .from = fork->from,
                        .closedAt = own,
                        .otherHead = fork->other.head,
                        .nextIncarnation = nextIncarnation(m_state, m_space)};
    const bool isDelivered = log != m_space.ownLog || m_space.cursor.delivered > fork->from.sequence;
    const bool isOtherKnown = fork->other.sequence > fork->from.sequence;
    if (isOtherKnown && !isDelivered) {
        statement.closedAt = fork->other;
        statement.otherHead = own.head;
    }
    if (!sayIfItHolds(m_state, m_work, m_space, statement)) return false;
    if (log == m_space.ownLog) beginOwnLog(m_state, m_work, m_space, statement.nextIncarnation);
    return true;
}

std::optional<OwnFork> OwnForks::findFork(std::uint32_t log) {
    const LogId id = m_state.logs.ids()[log];
    if (statementOn(m_space, id) != nullptr) return std::nullopt; // what a copy added later it writes again itself
    const std::vector<ForeignSegment> foreign = foreignSegmentsOf(m_work, log);
    for (const ForeignSegment& segment : foreign) {
        const Height from{.sequence = segment.header.first - 1ULL, .head = segment.header.previous};
        const bool isHere = from.sequence == 0 || m_state.logs.segmentHash(m_work, log, from.sequence) == from.head;
        const bool isRival =
            m_state.logs.height(log).sequence > from.sequence || (log == m_space.ownLog && !m_space.pending.empty());
        if (isHere && isRival) return OwnFork{.log = id, .from = from, .other = endOf(foreign, from)};
    }
    if (const auto from = provenFrom(id)) return OwnFork{.log = id, .from = *from, .other = *from};
    return std::nullopt;
}

std::optional<Height> OwnForks::provenFrom(const LogId& log) const {
    if (!isProvenFork(m_space, log)) return std::nullopt;
    std::optional<Height> lowest;
    for (const Closing& closing : m_space.membership.writingOf(log.device)->closings) {
        if (!closing.only || !closing.concerns(log)) continue;
        const Height from = closing.heightOf(log);
        if (!lowest || from.sequence < lowest->sequence) lowest = from;
    }
    return lowest;
}

std::vector<Segment> OwnForks::ownBranchOf(std::uint32_t log) {
    std::vector<Segment> segments;
    Statement& rows =
        m_work.prepare("SELECT bytes FROM quarantine WHERE log = ? AND own = 1 AND adopted = 0 ORDER BY first");
    rows.bind(1, std::int64_t{log});
    while (m_work.step(rows)) {
        auto segment = Segment::parse(Bytes(rows.blob(0).begin(), rows.blob(0).end()));
        if (!segment) {
            m_work.damaged();
            break;
        }
        segments.push_back(std::move(*segment));
    }
    return segments;
}

void OwnForks::sealPending() {
    if (m_space.pending.empty()) return;
    Applier applier(m_state, m_work, m_space);
    OwnLog(m_state, m_work, m_space, applier).seal();
    applier.finish();
}

} // namespace

bool proveFork(ReplicaState& state, Work& work, SpaceState& space, const SignedHeader& segment) {
    const LogId& id = segment.header.log;
    const auto log = state.logs.find(space.number, id);
    if (!log || id.device == state.ownDevice()) return false;
    if (isClosedAt(space, id, segment.header.first - 1ULL)) return false;
    auto rival = rivalOf(work, *log, segment);
    if (!rival) return false;
    ProveFork proof{.one = *rival, .other = segment};
    if (proof.other.hash() < proof.one.hash()) std::swap(proof.one, proof.other);
    return sayIfItHolds(state, work, space, proof);
}

bool Replica::lacksOwnBranch(const SpaceId& space) const {
    const SpaceState* found = m_parts->find(space);
    if (found == nullptr) return false;
    Work work(m_parts->database);
    return std::ranges::any_of(m_parts->logs.ofSpace(found->number), [&](std::uint32_t log) {
        const LogId& id = m_parts->logs.ids()[log];
        return id.device == m_parts->ownDevice() && statementOn(*found, id) != nullptr &&
               !statedBranch(*m_parts, work, *found, id);
    });
}

Result<Replica::MendedForks, ReplicaFault> Replica::mendOwnForks(const SpaceId& space) {
    SpaceState* found = m_parts->find(space);
    if (found == nullptr) return Failure{ReplicaFault::UnknownSpace};
    if (!found->mayWrite() || found->currentKey() == nullptr) return MendedForks{};
    return m_parts->transact<MendedForks>([&](Work& work) -> Result<MendedForks, ReplicaFault> {
        OwnForks forks(*m_parts, work, *found);
        MendedForks mended;
        mended.anyStated = forks.stateAll();
        if (mended.anyStated) Receiver(*m_parts, work, *found).settle();
        const auto written = forks.writeOwnAgain();
        if (!written) return Failure{written.fault()};
        mended.writtenAgain = *written;
        return mended;
    });
}

} // namespace puente
