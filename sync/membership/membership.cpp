#include "sync/membership/membership.h"

#include <algorithm>
#include <queue>

namespace puente {

namespace {

/// A set of records, by number.
class RecordSet {
public:
    RecordSet() = default;
    explicit RecordSet(std::size_t count) : m_words((count + 63) / 64) {}

    void insert(std::size_t record) { m_words[record / 64] |= std::uint64_t{1} << (record % 64); }
    bool contains(std::size_t record) const { return (m_words[record / 64] >> (record % 64) & 1) != 0; }
    void unite(const RecordSet& other) {
        for (std::size_t i = 0; i < m_words.size(); ++i)
            m_words[i] |= other.m_words[i];
    }

private:
    std::vector<std::uint64_t> m_words;
};

/// Judges one record after the other in an order that the set of records alone decides: a record comes after its
/// parents, and of those whose parents have all come the one with the smallest hash is next. Of two acts that exclude
/// each other the first in this order holds. A record that arrives later finds its place among the others and never
/// changes their order.
class Evaluation {
public:
    Evaluation(const SpaceId& space, std::span<const MembershipRecord> records) {
        m_result.space = space;
        for (const MembershipRecord& record : records)
            if (record.space() == space) m_records.push_back(&record);
        std::sort(m_records.begin(), m_records.end(),
                  [](const auto* a, const auto* b) { return a->hash() < b->hash(); });
        const auto same = [](const auto* a, const auto* b) { return a->hash() == b->hash(); };
        m_records.erase(std::unique(m_records.begin(), m_records.end(), same), m_records.end());
        m_children.resize(m_records.size());
        m_missing.resize(m_records.size());
        m_past.resize(m_records.size());
        m_covered = RecordSet(m_records.size());
    }

    Membership run() {
        linkParents();
        while (!m_ready.empty()) {
            const std::size_t next = m_ready.top();
            m_ready.pop();
            gatherPast(next);
            judge(next);
            for (const std::size_t child : m_children[next])
                if (--m_missing[child] == 0) m_ready.push(child);
        }
        collectHeads();
        return std::move(m_result);
    }

private:
    /// The record's number, which is its rank by hash; nothing if it is not there.
    std::optional<std::size_t> numberOf(const Hash& hash) const {
        const auto found =
            std::lower_bound(m_records.begin(), m_records.end(), hash,
                             [](const auto* record, const Hash& sought) { return record->hash() < sought; });
        if (found == m_records.end() || (*found)->hash() != hash) return std::nullopt;
        return static_cast<std::size_t>(found - m_records.begin());
    }

    void linkParents() {
        for (std::size_t i = 0; i < m_records.size(); ++i) {
            const std::vector<Hash>& parents = m_records[i]->content().parents;
            m_missing[i] = parents.size(); // a parent that is not there never arrives: the record waits
            for (const Hash& parent : parents)
                if (const auto number = numberOf(parent)) m_children[*number].push_back(i);
            if (parents.empty()) m_ready.push(i);
        }
    }

    void gatherPast(std::size_t record) {
        m_past[record] = RecordSet(m_records.size());
        for (const Hash& parent : m_records[record]->content().parents) {
            const std::size_t number = *numberOf(parent);
            m_past[record].unite(m_past[number]);
            m_past[record].insert(number);
        }
    }

    void judge(std::size_t record) {
        const auto holds = [&](const auto& act) { return apply(record, act); };
        if (std::visit(holds, m_records[record]->content().act)) {
            m_holding.push_back(record);
            m_covered.unite(m_past[record]);
        } else {
            m_result.ignored.push_back(m_records[record]->hash());
        }
    }

    bool isInPast(const Hash& earlier, std::size_t record) const { return m_past[record].contains(*numberOf(earlier)); }

    /// True when the author was an admin as far as it could know when it signed.
    bool authorMayAct(std::size_t record) const {
        const Member* author = m_result.find(m_records[record]->content().author);
        return author && author->mayAdmit() && isInPast(author->admittedBy, record);
    }

    bool apply(std::size_t record, const CreateSpace& create) {
        m_result.members[create.founder.device] = {create.founder, Role::Admin, m_records[record]->hash()};
        return true; // its hash is the space's id, so there is no other
    }

    bool apply(std::size_t record, const OfferInvite& offer) {
        if (!authorMayAct(record) || m_result.invites.contains(offer.invite)) return false;
        m_result.invites[offer.invite] = {offer, m_records[record]->hash(), std::nullopt};
        return true;
    }

    bool apply(std::size_t record, const AdmitDevice& admit) {
        if (!authorMayAct(record) || m_result.find(admit.joiner.device)) return false;
        const auto invite = m_result.invites.find(admit.invite);
        if (invite == m_result.invites.end() || !isInPast(invite->second.offeredBy, record)) return false;
        if (invite->second.usedBy || invite->second.offer.role != admit.role) return false;
        invite->second.usedBy = admit.joiner.device;
        m_result.members[admit.joiner.device] = {admit.joiner, admit.role, m_records[record]->hash()};
        return true;
    }

    void collectHeads() {
        std::sort(m_holding.begin(), m_holding.end());
        std::sort(m_result.ignored.begin(), m_result.ignored.end());
        for (const std::size_t record : m_holding)
            if (!m_covered.contains(record) && m_result.heads.size() < kParentCountMax)
                m_result.heads.push_back(m_records[record]->hash());
    }

    Membership m_result;
    std::vector<const MembershipRecord*> m_records; // by hash, so that a record's number is its rank
    std::vector<std::vector<std::size_t>> m_children;
    std::vector<std::size_t> m_missing; // how many of its parents have not been judged
    std::vector<RecordSet> m_past;
    std::vector<std::size_t> m_holding;
    RecordSet m_covered; // lies in the past of a record that holds
    std::priority_queue<std::size_t, std::vector<std::size_t>, std::greater<>> m_ready;
};

} // namespace

const Member* Membership::find(const DeviceId& device) const {
    const auto found = members.find(device);
    return found == members.end() ? nullptr : &found->second;
}

bool Membership::isAdmin(const DeviceId& device) const {
    const Member* member = find(device);
    return member && member->mayAdmit();
}

Membership evaluate(const SpaceId& space, std::span<const MembershipRecord> records) {
    return Evaluation(space, records).run();
}

} // namespace puente
