#include "sync/replica/quarantine.h"

#include "sync/replica/log_limits.h"
#include "sync/replica/own_log.h"
#include "sync/replica/rebuild.h"

#include <algorithm>

namespace puente {

namespace {

std::optional<Segment> segmentOf(Work& work, ByteView bytes) {
    auto segment = Segment::parse(Bytes(bytes.begin(), bytes.end()));
    if (!segment) {
        work.damaged();
        return std::nullopt;
    }
    return std::move(*segment);
}

/// Moves what lies beyond the limit out of the accepted log; true if there was any.
bool cutBack(ReplicaState& state, Work& work, const SpaceState& space, std::uint32_t log, std::uint64_t limit) {
    if (state.logs.height(log).sequence <= limit) return false;
    std::vector<Segment> beyond;
    Statement& rows = work.prepare("SELECT bytes FROM segment WHERE log = ? AND last > ? ORDER BY last");
    rows.bind(1, std::int64_t{log}).bind(2, static_cast<std::int64_t>(limit));
    while (work.step(rows))
        if (auto segment = segmentOf(work, rows.blob(0))) beyond.push_back(std::move(*segment));
    if (beyond.empty()) return false;
    const LogId& id = state.logs.ids()[log];
    const bool isOwnBranch = id.device == state.ownDevice() && statementOn(space, id) != nullptr;
    for (const Segment& segment : beyond)
        keepQuarantined(state, work, space, segment, isOwnBranch ? Kept::Own : Kept::Foreign);
    work.run(work.prepare("DELETE FROM segment WHERE log = ? AND last > ?")
                 .bind(1, std::int64_t{log})
                 .bind(2, static_cast<std::int64_t>(limit)));
    const SegmentHeader& first = beyond.front().header();
    state.logs.advance(work, log, {.sequence = first.first - 1ULL, .head = first.previous});
    return true;
}

/// How far a log is accepted, and what of its segments in quarantine may follow.
struct Reach {
    bool isKnown = false;
    Height height;
    std::optional<std::uint64_t> limit;
    std::optional<std::set<Hash>> branch; // of a forked log: those that its device stated to count
};

Reach reachOf(ReplicaState& state, Work& work, const SpaceState& space, std::uint32_t log) {
    const LogId& id = state.logs.ids()[log];
    Reach reach{.isKnown = true, .height = state.logs.height(log), .limit = {}, .branch = {}};
    if (const auto branch = statedBranch(state, work, space, id)) {
        reach.limit = branch->limit;
        reach.branch.emplace(branch->segments.begin(), branch->segments.end());
    } else {
        reach.limit = limitOf(state, work, space, id);
    }
    return reach;
}

/// What this device wrote and had not sealed must stand in its log before that is cut; false while it cannot be sealed.
bool sealPending(ReplicaState& state, Work& work, SpaceState& space) {
    if (space.pending.empty()) return true;
    if (space.currentKey() == nullptr) return false;
    Applier applier(state, work, space);
    OwnLog(state, work, space, applier).seal();
    applier.finish();
    return true;
}

/// Who may write again goes on in a log that nobody has closed.
void beginNextLog(ReplicaState& state, Work& work, SpaceState& space) {
    std::uint64_t incarnation = nextIncarnation(state, space);
    for (const Closing& closing : space.membership.writingOf(state.ownDevice())->closings)
        if (closing.until <= kSequenceMax) incarnation = std::max(incarnation, closing.until);
    const auto next = static_cast<std::uint32_t>(incarnation);
    const LogId log{.device = state.ownDevice(), .incarnation = next};
    if (!limitOf(state, work, space, log))
        beginOwnLog(state, work, space, next); // else an admin must give the right anew
}

} // namespace

bool isQuarantined(Work& work, const SpaceState& space, const Hash& segment) {
    Statement& row = work.prepare("SELECT 1 FROM quarantine WHERE space = ? AND hash = ?");
    return work.step(row.bind(1, std::int64_t{space.number}).bind(2, segment.view()));
}

bool keepQuarantined(ReplicaState& state, Work& work, const SpaceState& space, const Segment& segment, Kept kept) {
    if (isQuarantined(work, space, segment.hash())) return true;
    const auto log = state.logs.obtain(work, space.number, segment.header().log);
    if (!log) return false;
    Statement& size = work.prepare("SELECT coalesce(sum(length(bytes)), 0) FROM quarantine WHERE space = ?");
    const auto added = static_cast<std::int64_t>(segment.wire().size());
    const bool isFull =
        !work.step(size.bind(1, std::int64_t{space.number})) || size.integer(0) + added > kQuarantineBytesMax;
    if (isFull && kept == Kept::Foreign) return false;
    work.run(work.prepare("INSERT INTO quarantine(space, log, first, last, hash, bytes, own) "
                          "VALUES(?, ?, ?, ?, ?, ?, ?)")
                 .bind(1, std::int64_t{space.number})
                 .bind(2, std::int64_t{*log})
                 .bind(3, std::int64_t{segment.header().first})
                 .bind(4, std::int64_t{segment.header().last})
                 .bind(5, segment.hash().view())
                 .bind(6, segment.wire())
                 .bind(7, std::int64_t{kept == Kept::Own}));
    return true;
}

void removeFromQuarantine(Work& work, const SpaceState& space, const Hash& segment) {
    work.run(work.prepare("DELETE FROM quarantine WHERE space = ? AND hash = ?")
                 .bind(1, std::int64_t{space.number})
                 .bind(2, segment.view()));
}

Result<Done, ReplicaFault> enforceLimits(ReplicaState& state, Work& work, SpaceState& space) {
    bool anyCut = false;
    for (const std::uint32_t log : state.logs.ofSpace(space.number)) {
        const LogId id = state.logs.ids()[log];
        const auto limit = limitOf(state, work, space, id);
        if (!limit) continue;
        if (log == space.ownLog) {
            // Who is no member any more keeps what is its own: nobody else is waiting for it to agree.
            if (!space.info.role || !sealPending(state, work, space)) continue;
            // Which branch of its own counts is for this device to say: see mendOwnForks().
            if (space.mayWrite() && isProvenFork(space, id)) continue;
            if (space.mayWrite()) beginNextLog(state, work, space);
        }
        anyCut |= cutBack(state, work, space, log, *limit);
    }
    return anyCut ? rebuildCaches(state, work) : Result<Done, ReplicaFault>(Done{});
}

std::vector<Segment> releasedFromQuarantine(ReplicaState& state, Work& work, SpaceState& space) {
    std::vector<Segment> kept, released;
    Statement& rows = work.prepare("SELECT bytes FROM quarantine WHERE space = ? ORDER BY log, first");
    rows.bind(1, std::int64_t{space.number});
    while (work.step(rows))
        if (auto segment = segmentOf(work, rows.blob(0))) kept.push_back(std::move(*segment));
    std::map<std::uint32_t, Reach> reached;
    for (Segment& segment : kept) {
        const SegmentHeader& header = segment.header();
        const auto log = state.logs.find(space.number, header.log);
        if (!log) continue;
        Reach& reach = reached[*log];
        if (!reach.isKnown) reach = reachOf(state, work, space, *log);
        const bool isOnBranch = !reach.branch || reach.branch->contains(segment.hash());
        if (header.first != reach.height.sequence + 1 || header.previous != reach.height.head || !isOnBranch) continue;
        if (reach.limit && header.last > *reach.limit) continue;
        if (space.keyFor(header.key, header.log.device) == nullptr) continue;
        reach.height = {.sequence = header.last, .head = segment.hash()};
        released.push_back(std::move(segment));
    }
    return released;
}

} // namespace puente
