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
    viewRemovals();
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
    for (const std::size_t removal : judged.book.removals()) {
        view(removal);
        membership.removals.push_back(
            {m_graph.hash(removal), !judged.contested.contains(removal) && isConfirmed(removal, all, {})});
    }
    std::ranges::sort(membership.removals, {}, &puente::Removal::record);
    return membership;
}

/// A removal outlaws only if it holds itself, which depends on the others that do: those that turn out void are left
/// out until none is.
Evaluation::Judged Evaluation::evaluate(const RecordSet& among) const {
    std::vector<std::size_t> confirmed = confirmedAmong(among);
    RecordSet contested(m_graph.size());
    for (const std::size_t removal : confirmed)
        contested.insert(m_removals[removal].record);
    while (true) {
        Judged judged = judgeWithOutlaws(among, confirmed);
        const auto isVoidFor = [&](std::size_t removal, bool byOutlaw) {
            const auto found = judged.isVoid.find(m_removals[removal].record);
            return found != judged.isVoid.end() && (found->second == VoidReason::Outlawed) == byOutlaw;
        };
        const std::size_t before = confirmed.size();
        std::erase_if(confirmed, [&](std::size_t removal) { return isVoidFor(removal, false); });
        if (confirmed.size() == before)
            std::erase_if(confirmed, [&](std::size_t removal) { return isVoidFor(removal, true); });
        if (confirmed.size() != before) continue;
        for (const std::size_t removal : confirmed)
            contested.erase(m_removals[removal].record);
        judged.contested = std::move(contested);
        return judged;
    }
}

Evaluation::Judged Evaluation::judgeWithOutlaws(const RecordSet& among,
                                                const std::vector<std::size_t>& confirmed) const {
    Judged judged{.book = MemberBook(m_graph),
                  .holding = {},
                  .isVoid = {},
                  .done = RecordSet(m_graph.size()),
                  .outlawed = outlawsBy(confirmed, among),
                  .contested = RecordSet(m_graph.size())};
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
    std::optional<VoidReason> verdict;
    if (judged.outlawed.contains(record))
        verdict = VoidReason::Outlawed;
    else if (isRemoval(record) && !m_graph.record(record).as<AdmitDevice>() && viewOf(record).verdict)
        verdict = viewOf(record).verdict; // made nothing wait, so it may not hold later either
    else
        verdict = judged.book.judge(record);
    judged.done.insert(record);
    if (verdict)
        judged.isVoid.emplace(record, *verdict);
    else
        judged.holding.push_back(record);
}

bool Evaluation::isRemoval(std::size_t record) const {
    const auto removal = std::ranges::lower_bound(m_removals, record, {}, &Removal::record);
    return removal != m_removals.end() && removal->record == record;
}

bool Evaluation::isInForce(std::size_t removal, const RecordSet& outlawed) const {
    return !outlawed.contains(removal) && !viewOf(removal).verdict;
}

bool Evaluation::judgeReady(const RecordSet& among, Judged& judged) const {
    std::map<std::size_t, std::size_t> awaited; // by record: how much it waits for
    std::priority_queue<std::size_t, std::vector<std::size_t>, std::greater<>> ready;
    const auto isLeft = [&](std::size_t record) { return among.contains(record) && !judged.done.contains(record); };
    const auto holds = [&](std::size_t removal) { return isLeft(removal) && isInForce(removal, judged.outlawed); };
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
        const bool held = isRemoval(record) && holds(record);
        judgeOne(record, judged);
        std::ranges::for_each(m_graph.children(record), release);
        if (held)
            std::ranges::for_each(std::ranges::lower_bound(m_removals, record, {}, &Removal::record)->held, release);
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
            if (left.contains(m_removals[i].record) && isInForce(m_removals[i].record, outlawed))
                reach(m_removals[i].record);
    }
    return reached;
}

/// The act that stands, of a ring that waits for nothing outside it.
std::size_t Evaluation::firstOfRing(const RecordSet& left, const RecordSet& outlawed) const {
    std::optional<RecordSet> ring; // whatever waits for a ring waits for more than the ring does
    std::size_t size = 0;
    for (const Removal& removal : m_removals) {
        if (!left.contains(removal.record) || (ring && ring->contains(removal.record))) continue;
        RecordSet awaited = awaitedBy(removal.record, left, outlawed);
        const std::size_t count = awaited.size();
        if (count == 0 || (ring && count >= size)) continue;
        ring = std::move(awaited);
        size = count;
    }
    expects(ring.has_value());
    std::optional<std::tuple<Priority, Priority, std::size_t>> first;
    for (const Removal& removal : m_removals) {
        if (!ring->contains(removal.record) || !isInForce(removal.record, outlawed)) continue;
        const std::tuple order(weakestOf(removal.record, *ring), priorityOf(removal.record), removal.record);
        if (!first || order < *first) first = order;
    }
    expects(first.has_value());
    return std::get<std::size_t>(*first);
}

/// An act of the ring brings its past with it, so it stands no higher than the lowest author in that.
Evaluation::Priority Evaluation::weakestOf(std::size_t record, const RecordSet& ring) const {
    RecordSet past = m_graph.past(record);
    past.intersect(ring);
    Priority weakest = priorityOf(record);
    for (const std::size_t earlier : past.numbers())
        weakest = std::max(weakest, priorityOf(earlier));
    return weakest;
}

/// Smaller comes first: an organisation's root stands above devices, then founders by rank, then everybody else.
Evaluation::Priority Evaluation::priorityOf(std::size_t record) const {
    const RecordAuthor& author = m_graph.record(record).content().author;
    if (const auto* root = std::get_if<OrganizationId>(&author)) return {false, rankOf(*root)};
    std::uint32_t rank = std::numeric_limits<std::uint32_t>::max();
    for (const OrganizationId& organization : m_graph.organizationsOf(std::get<DeviceId>(author), record))
        rank = std::min(rank, rankOf(organization));
    return {true, rank};
}

std::uint32_t Evaluation::rankOf(const OrganizationId& organization) const {
    const auto found = m_ranks.find(organization);
    return found == m_ranks.end() ? std::numeric_limits<std::uint32_t>::max() : found->second;
}

} // namespace puente
