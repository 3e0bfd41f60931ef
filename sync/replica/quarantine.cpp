#include "sync/replica/quarantine.h"

#include "sync/replica/own_log.h"
#include "sync/replica/rebuild.h"
#include "sync/replica/stored_body.h"

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

/// What a log's segments up to a height declared as seen of another log, whether they count or not.
std::uint64_t declaredSeen(ReplicaState& state, Work& work, const SpaceState& space, const LogHeight& declared,
                           std::uint32_t of) {
    const auto author = state.logs.find(space.number, declared.log);
    if (!author) return 0;
    std::vector<Segment> segments;
    Statement& rows = work.prepare("SELECT bytes FROM segment WHERE log = ?1 AND last <= ?2 UNION ALL "
                                   "SELECT bytes FROM quarantine WHERE log = ?1 AND last <= ?2");
    rows.bind(1, std::int64_t{*author}).bind(2, static_cast<std::int64_t>(declared.height.sequence));
    while (work.step(rows))
        if (auto segment = segmentOf(work, rows.blob(0))) segments.push_back(std::move(*segment));
    std::uint64_t seen = 0;
    for (const Segment& segment : segments) {
        const auto body = openStored(segment, space, state.logs);
        if (!body) continue; // sealed under a key that is not here: it will be asked again when that comes
        for (const SeenEntry& entry : body->seen)
            if (entry.log == of) seen = std::max<std::uint64_t>(seen, entry.height.sequence);
    }
    return seen;
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
    for (const Segment& segment : beyond)
        keepQuarantined(state, work, space, segment);
    work.run(work.prepare("DELETE FROM segment WHERE log = ? AND last > ?")
                 .bind(1, std::int64_t{log})
                 .bind(2, static_cast<std::int64_t>(limit)));
    const SegmentHeader& first = beyond.front().header();
    state.logs.advance(work, log, {.sequence = first.first - 1ULL, .head = first.previous});
    return true;
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
    std::uint64_t incarnation = space.info.ownLog.incarnation + std::uint64_t{1};
    for (const Closing& closing : space.membership.writingOf(state.ownDevice())->closings)
        if (closing.until <= kSequenceMax) incarnation = std::max(incarnation, closing.until);
    const LogId next{.device = state.ownDevice(), .incarnation = static_cast<std::uint32_t>(incarnation)};
    if (limitOf(state, work, space, next)) return; // closed too: an admin must give the right anew
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

} // namespace

std::optional<std::uint64_t> limitOf(ReplicaState& state, Work& work, const SpaceState& space, const LogId& id) {
    const WritingRights* rights = space.membership.writingOf(id.device);
    if (rights == nullptr || id.incarnation < rights->firstIncarnation) return 0;
    const auto log = state.logs.find(space.number, id);
    const std::uint64_t height = log ? state.logs.height(*log).sequence : 0;
    std::optional<std::uint64_t> limit;
    for (const Closing& closing : rights->closings) {
        if (!closing.concerns(id)) continue;
        std::uint64_t cut = closing.heightOf(id).sequence;
        const bool matters = cut < height || cut < limit.value_or(kSequenceMax);
        if (log && matters && !closing.only)
            cut = std::max(cut, declaredSeen(state, work, space, closing.declared, *log));
        limit = std::min(limit.value_or(cut), cut);
    }
    return limit;
}

bool isQuarantined(Work& work, const SpaceState& space, const Hash& segment) {
    Statement& row = work.prepare("SELECT 1 FROM quarantine WHERE space = ? AND hash = ?");
    return work.step(row.bind(1, std::int64_t{space.number}).bind(2, segment.view()));
}

bool keepQuarantined(ReplicaState& state, Work& work, const SpaceState& space, const Segment& segment) {
    if (isQuarantined(work, space, segment.hash())) return true;
    const auto log = state.logs.obtain(work, space.number, segment.header().log);
    if (!log) return false;
    Statement& size = work.prepare("SELECT coalesce(sum(length(bytes)), 0) FROM quarantine WHERE space = ?");
    const auto added = static_cast<std::int64_t>(segment.wire().size());
    if (!work.step(size.bind(1, std::int64_t{space.number})) || size.integer(0) + added > kQuarantineBytesMax)
        return false;
    work.run(work.prepare("INSERT INTO quarantine(space, log, first, last, hash, bytes) "
                          "VALUES(?, ?, ?, ?, ?, ?)")
                 .bind(1, std::int64_t{space.number})
                 .bind(2, std::int64_t{*log})
                 .bind(3, std::int64_t{segment.header().first})
                 .bind(4, std::int64_t{segment.header().last})
                 .bind(5, segment.hash().view())
                 .bind(6, segment.wire()));
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
    std::map<std::uint32_t, Height> reached;
    for (Segment& segment : kept) {
        const SegmentHeader& header = segment.header();
        const auto log = state.logs.find(space.number, header.log);
        if (!log) continue;
        const Height height = reached.try_emplace(*log, state.logs.height(*log)).first->second;
        if (header.first != height.sequence + 1 || header.previous != height.head) continue;
        const auto limit = limitOf(state, work, space, header.log);
        if (limit && header.last > *limit) continue;
        reached[*log] = {.sequence = header.last, .head = segment.hash()};
        released.push_back(std::move(segment));
    }
    return released;
}

} // namespace puente
