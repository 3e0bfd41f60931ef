#include "sync/replica/log_limits.h"

#include "sync/replica/stored_body.h"

#include <algorithm>

namespace puente {

namespace {

/// What a log's segments up to a height declared as seen of another log, whether they count or not.
std::uint64_t declaredSeen(ReplicaState& state, Work& work, const SpaceState& space, const LogHeight& declared,
                           std::uint32_t of) {
    const auto author = state.logs.find(space.number, declared.log);
    if (!author) return 0;
    std::vector<Bytes> segments;
    Statement& rows = work.prepare("SELECT bytes FROM segment WHERE log = ?1 AND last <= ?2 UNION ALL "
                                   "SELECT bytes FROM quarantine WHERE log = ?1 AND last <= ?2");
    rows.bind(1, std::int64_t{*author}).bind(2, static_cast<std::int64_t>(declared.height.sequence));
    while (work.step(rows))
        segments.emplace_back(rows.blob(0).begin(), rows.blob(0).end());
    std::uint64_t seen = 0;
    for (Bytes& bytes : segments) {
        const auto segment = Segment::parse(std::move(bytes));
        if (!segment) {
            work.damaged();
            return 0;
        }
        const auto body = openStored(*segment, space, state.logs);
        if (!body) continue; // sealed under a key that is not here: it will be asked again when that comes
        for (const SeenEntry& entry : body->seen)
            if (entry.log == of) seen = std::max<std::uint64_t>(seen, entry.height.sequence);
    }
    return seen;
}

/// A branch followed down from the head that was stated.
struct Descent {
    Height met;              // where it meets the accepted log
    std::vector<Hash> above; // the last one first
};

std::optional<Descent> followDown(ReplicaState& state, Work& work, const SpaceState& space, const LogId& id,
                                  Height at) {
    const auto log = state.logs.find(space.number, id);
    const auto isAccepted = [&] {
        return log && at.sequence <= state.logs.height(*log).sequence &&
               state.logs.segmentHash(work, *log, at.sequence) == at.head;
    };
    Descent descent;
    while (at.sequence > 0 && !isAccepted()) {
        const auto header = quarantinedHeader(work, space, at.head);
        if (!header || header->log != id || header->last != at.sequence) return std::nullopt;
        descent.above.push_back(at.head);
        at = {.sequence = header->first - 1ULL, .head = header->previous};
    }
    descent.met = at;
    return descent;
}

std::uint64_t forkLimit(ReplicaState& state, Work& work, const SpaceState& space, const LogId& id,
                        const Closing& closing) {
    if (!closing.namesBranch()) return closing.heightOf(id).sequence;
    const auto descent = followDown(state, work, space, id, closing.heightOf(id));
    return descent ? descent->met.sequence : closing.from->sequence;
}

/// The lowest limit that acts other than forks set.
std::optional<std::uint64_t> limitOfCuts(ReplicaState& state, Work& work, const SpaceState& space, const LogId& id) {
    const WritingRights* rights = space.membership.writingOf(id.device);
    if (rights == nullptr || id.incarnation < rights->firstIncarnation) return 0;
    const auto log = state.logs.find(space.number, id);
    const std::uint64_t height = log ? state.logs.height(*log).sequence : 0;
    std::optional<std::uint64_t> limit;
    for (const Closing& closing : rights->closings) {
        if (closing.only || !closing.concerns(id)) continue;
        std::uint64_t cut = closing.heightOf(id).sequence;
        const bool matters = cut < height || cut < limit.value_or(kSequenceMax);
        if (log && matters) cut = std::max(cut, declaredSeen(state, work, space, closing.declared, *log));
        limit = std::min(limit.value_or(cut), cut);
    }
    return limit;
}

} // namespace

std::optional<std::uint64_t> limitOf(ReplicaState& state, Work& work, const SpaceState& space, const LogId& id) {
    std::optional<std::uint64_t> limit = limitOfCuts(state, work, space, id);
    const WritingRights* rights = space.membership.writingOf(id.device);
    if (rights == nullptr) return limit;
    for (const Closing& closing : rights->closings) {
        if (!closing.only || !closing.concerns(id)) continue;
        const std::uint64_t cut = forkLimit(state, work, space, id, closing);
        limit = std::min(limit.value_or(cut), cut);
    }
    return limit;
}

std::optional<Branch> statedBranch(ReplicaState& state, Work& work, const SpaceState& space, const LogId& id) {
    const Closing* statement = statementOn(space, id);
    if (statement == nullptr) return std::nullopt;
    const Height named = statement->heightOf(id);
    auto descent = followDown(state, work, space, id, named);
    if (!descent) return std::nullopt;
    std::ranges::reverse(descent->above);
    const auto cuts = limitOfCuts(state, work, space, id);
    return Branch{.segments = std::move(descent->above),
                  .limit = std::min(cuts.value_or(named.sequence), named.sequence)};
}

const Closing* statementOn(const SpaceState& space, const LogId& log) {
    const WritingRights* rights = space.membership.writingOf(log.device);
    if (rights == nullptr) return nullptr;
    const auto found = std::ranges::find_if(
        rights->closings, [&](const Closing& closing) { return closing.namesBranch() && closing.concerns(log); });
    return found == rights->closings.end() ? nullptr : &*found;
}

bool isProvenFork(const SpaceState& space, const LogId& log) {
    const WritingRights* rights = space.membership.writingOf(log.device);
    if (rights == nullptr || statementOn(space, log) != nullptr) return false;
    return std::ranges::any_of(rights->closings,
                               [&](const Closing& closing) { return closing.only && closing.concerns(log); });
}

std::optional<SegmentHeader> quarantinedHeader(Work& work, const SpaceState& space, const Hash& segment) {
    Statement& row = work.prepare("SELECT substr(bytes, 1, 130) FROM quarantine WHERE space = ? AND hash = ?");
    if (!work.step(row.bind(1, std::int64_t{space.number}).bind(2, segment.view()))) return std::nullopt;
    auto header = decodeHeader(row.blob(0));
    if (!header) work.damaged();
    return header;
}

} // namespace puente
