#include "sync/membership/evaluation.h"

#include <algorithm>
#include <limits>
#include <queue>
#include <tuple>

namespace puente {

Evaluation::Evaluation(const RecordGraph& graph) : m_graph(graph), m_heldBy(graph.size()) {
    for (std::size_t i = 0; i < graph.size(); ++i)
        if (const auto* create = graph.record(i).as<CreateSpace>())
            for (std::uint32_t rank = 0; rank < create->founders.size(); ++rank)
                m_ranks[create->founders[rank].organization] = rank;
    findRemovals();
}

Membership Evaluation::run() {
    Membership membership;
    membership.space = m_graph.space();
    const RecordSet all = m_graph.all();
    const Judged judged = evaluate(all);
    judged.book.describe(membership);
    RecordSet covered(m_graph.size());
    for (const std::size_t record : judged.holding)
        covered.unite(m_graph.past(record));
    for (const std::size_t record : judged.holding) {
        if (covered.contains(record) || membership.heads.size() == kParentCountMax) continue;
        membership.heads.push_back(m_graph.hash(record));
    }
    for (const auto& [record, reason] : judged.isVoid)
        membership.ignored[m_graph.hash(record)] = reason;
    for (const std::size_t removal : judged.book.removals())
        membership.removals.push_back({m_graph.hash(removal), isConfirmed(removal, all)});
    std::ranges::sort(membership.removals, {}, &puente::Removal::record);
    return membership;
}

Evaluation::Judged Evaluation::evaluate(const RecordSet& among) {
    Judged judged{.book = MemberBook(m_graph),
                  .holding = {},
                  .isVoid = {},
                  .done = RecordSet(m_graph.size()),
                  .outlawed = outlawsAmong(among)};
    judgeAll(among, judged);
    std::ranges::sort(judged.holding);
    return judged;
}

void Evaluation::judgeAll(const RecordSet& among, Judged& judged) const {
    while (!judgeReady(among, judged)) {
        RecordSet left = among;
        for (const std::size_t record : among.numbers())
            if (judged.done.contains(record)) left.erase(record);
        const std::size_t first = firstOfRing(left, judged.outlawed);
        RecordSet past = m_graph.past(first);
        past.intersect(left);
        judgeAll(past, judged); // as its author saw it
        judgeOne(first, judged);
    }
}

void Evaluation::judgeOne(std::size_t record, Judged& judged) const {
    const auto verdict =
        judged.outlawed.contains(record) ? std::optional(VoidReason::Outlawed) : judged.book.judge(record);
    judged.done.insert(record);
    if (verdict)
        judged.isVoid.emplace(record, *verdict);
    else
        judged.holding.push_back(record);
}

bool Evaluation::judgeReady(const RecordSet& among, Judged& judged) const {
    std::map<std::size_t, std::size_t> awaited; // by record: how much it waits for
    std::priority_queue<std::size_t, std::vector<std::size_t>, std::greater<>> ready;
    const auto isLeft = [&](std::size_t record) { return among.contains(record) && !judged.done.contains(record); };
    const auto holds = [&](std::size_t removal) { return isLeft(removal) && !judged.outlawed.contains(removal); };
    for (const std::size_t record : among.numbers()) {
        if (judged.done.contains(record)) continue;
        const auto parents = std::ranges::count_if(m_graph.parents(record), isLeft);
        const auto removals =
            std::ranges::count_if(m_heldBy[record], [&](std::size_t i) { return holds(m_removals[i].record); });
        awaited[record] = static_cast<std::size_t>(parents + removals);
        if (awaited[record] == 0) ready.push(record);
    }
    const auto release = [&](std::size_t record) {
        const auto waiting = awaited.find(record);
        if (waiting != awaited.end() && --waiting->second == 0) ready.push(record);
    };
    std::size_t count = 0;
    for (; !ready.empty(); ++count) {
        const std::size_t record = ready.top();
        ready.pop();
        const bool held = holds(record);
        judgeOne(record, judged);
        std::ranges::for_each(m_graph.children(record), release);
        const auto removal = std::ranges::lower_bound(m_removals, record, {}, &Removal::record);
        if (held && removal != m_removals.end() && removal->record == record)
            std::ranges::for_each(removal->held, release);
    }
    return count == awaited.size();
}

/// All that a record waits for, however indirectly: the record itself too if it is in a ring.
RecordSet Evaluation::awaitedBy(std::size_t record, const RecordSet& left, const RecordSet& outlawed) const {
    RecordSet reached(m_graph.size());
    std::vector<std::size_t> open{record};
    const auto reach = [&](std::size_t next) {
        if (!left.contains(next) || reached.contains(next)) return;
        reached.insert(next);
        open.push_back(next);
    };
    while (!open.empty()) {
        const std::size_t next = open.back();
        open.pop_back();
        std::ranges::for_each(m_graph.parents(next), reach);
        for (const std::size_t i : m_heldBy[next])
            if (!outlawed.contains(m_removals[i].record)) reach(m_removals[i].record);
    }
    return reached;
}

/// The act that stands, of a ring that waits for nothing outside it.
std::size_t Evaluation::firstOfRing(const RecordSet& left, const RecordSet& outlawed) const {
    std::optional<std::vector<std::size_t>> ring; // whatever waits for a ring waits for more than the ring does
    for (const Removal& removal : m_removals) {
        if (!left.contains(removal.record) || outlawed.contains(removal.record)) continue;
        std::vector<std::size_t> awaited = awaitedBy(removal.record, left, outlawed).numbers();
        if (!awaited.empty() && (!ring || awaited.size() < ring->size())) ring = std::move(awaited);
    }
    expects(ring.has_value());
    std::optional<std::size_t> first;
    for (const Removal& removal : m_removals) {
        if (!std::ranges::binary_search(*ring, removal.record) || outlawed.contains(removal.record)) continue;
        if (!first || priorityOf(removal.record) < priorityOf(*first)) first = removal.record;
    }
    expects(first.has_value());
    return *first;
}

/// Smaller comes first: an organisation's root stands above devices, then founders by rank, then everybody by hash.
std::tuple<bool, std::uint32_t, std::size_t> Evaluation::priorityOf(std::size_t record) const {
    const RecordAuthor& author = m_graph.record(record).content().author;
    if (const auto* root = std::get_if<OrganizationId>(&author)) return {false, rankOf(*root), record};
    std::uint32_t rank = std::numeric_limits<std::uint32_t>::max();
    for (const OrganizationId& organization : m_graph.organizationsOf(std::get<DeviceId>(author)))
        rank = std::min(rank, rankOf(organization));
    return {true, rank, record};
}

std::uint32_t Evaluation::rankOf(const OrganizationId& organization) const {
    const auto found = m_ranks.find(organization);
    return found == m_ranks.end() ? std::numeric_limits<std::uint32_t>::max() : found->second;
}

} // namespace puente
