#include "sync/membership/evaluation.h"

#include <algorithm>

namespace puente {

namespace {

bool takesRights(const MembershipRecord& record) {
    const auto* change = record.as<ChangeRole>();
    return record.as<RemoveOrganization>() || record.as<RevokeDevice>() || record.as<Recover>() ||
           record.as<AdmitDevice>() || (change && change->role != Role::Admin);
}

/// The one organisation whose rights an act takes; nothing for acts on devices alone.
std::optional<OrganizationId> organizationOf(const MembershipRecord& record) {
    if (const auto* remove = record.as<RemoveOrganization>()) return remove->organization;
    if (const auto* change = record.as<ChangeRole>()) return change->organization;
    return std::nullopt;
}

} // namespace

/// True when the act takes away the right by which the record was written, or the place that it gives.
bool Evaluation::concerns(std::size_t removal, std::size_t record) const {
    const MembershipRecord& act = m_graph.record(removal);
    const MembershipRecord& other = m_graph.record(record);
    const auto* author = std::get_if<DeviceId>(&other.content().author);
    if (const auto* remove = act.as<RemoveOrganization>()) {
        const auto* admit = other.as<AdmitDevice>();
        return m_graph.isBy(record, remove->organization) ||
               (admit && admit->joiner.organization == remove->organization);
    }
    if (author == nullptr) return false; // the rest is about devices
    if (const auto* change = act.as<ChangeRole>()) return m_graph.isBy(record, change->organization);
    if (const auto* revoke = act.as<RevokeDevice>()) return *author == revoke->device;
    if (const auto* recover = act.as<Recover>()) return std::ranges::binary_search(recover->revoked, *author);
    const auto* admit = act.as<AdmitDevice>();
    return admit && *author != admit->joiner.device && isOfRivalAdmission(removal, *author);
}

/// True when another admission on the same invite let this device in: the two exclude each other.
bool Evaluation::isOfRivalAdmission(std::size_t admission, const DeviceId& device) const {
    const auto rivals = m_admissions.find(m_graph.record(admission).as<AdmitDevice>()->invite);
    return std::ranges::any_of(rivals->second, [&](std::size_t rival) {
        return m_graph.areConcurrent(rival, admission) &&
               m_graph.record(rival).as<AdmitDevice>()->joiner.device == device;
    });
}

void Evaluation::findRemovals() {
    for (std::size_t i = 0; i < m_graph.size(); ++i)
        if (const auto* admit = m_graph.record(i).as<AdmitDevice>()) m_admissions[admit->invite].push_back(i);
    for (std::size_t i = 0; i < m_graph.size(); ++i) {
        if (!takesRights(m_graph.record(i))) continue;
        const auto* admit = m_graph.record(i).as<AdmitDevice>();
        if (admit && m_admissions.at(admit->invite).size() == 1) continue;
        Removal removal{.record = i, .held = {}};
        for (std::size_t other = 0; other < m_graph.size(); ++other)
            if (m_graph.areConcurrent(i, other) && concerns(i, other)) removal.held.push_back(other);
        if (removal.held.empty()) continue;
        for (const std::size_t held : removal.held)
            m_heldBy[held].push_back(m_removals.size());
        m_removals.push_back(std::move(removal));
    }
}

/// Who must have signed with a removal in mind, so that the removed party cannot undo it any more.
struct Evaluation::Majority {
    std::map<OrganizationId, std::vector<std::size_t>> signatures; // of those who decide: their records that know of it
    std::vector<std::size_t> rootSignatures;
    std::size_t needed = 0; // none can reach it when it is zero
    bool needsRoot = false;

    /// True when enough of those who decide have signed a record that knows of the removal and not of `record`.
    bool holdsAgainst(std::optional<std::size_t> record, const RecordGraph& graph) const {
        if (needed == 0) return false;
        const auto isUnknownTo = [&](std::size_t signature) { return !record || !graph.isBefore(*record, signature); };
        if (needsRoot) return std::ranges::any_of(rootSignatures, isUnknownTo);
        const auto count = std::ranges::count_if(
            signatures, [&](const auto& signed_) { return std::ranges::any_of(signed_.second, isUnknownTo); });
        return static_cast<std::size_t>(count) >= needed;
    }
};

/// The other admins, as the removal's author saw them, decide; he is one of them and has signed. Where he is the only
/// one, his organisation's root must sign.
Evaluation::Majority Evaluation::majorityFor(std::size_t removal, const RecordSet& among) {
    Majority majority;
    std::set<OrganizationId> others = adminsSeenBy(removal);
    const auto isAuthor = [&](const OrganizationId& admin) { return m_graph.isBy(removal, admin); };
    const bool isAuthorized = std::ranges::any_of(others, isAuthor);
    if (const auto target = organizationOf(m_graph.record(removal)); target && !m_graph.isBy(removal, *target))
        others.erase(*target);
    if (const auto* revoke = m_graph.record(removal).as<RevokeDevice>())
        for (const OrganizationId& target : m_graph.organizationsOf(revoke->device))
            if (!m_graph.isBy(removal, target)) others.erase(target);
    if (!isAuthorized) return majority;
    majority.needed = others.size() / 2 + 1;
    majority.needsRoot = others.size() == 1;
    for (const OrganizationId& admin : others)
        if (m_graph.isBy(removal, admin)) majority.signatures[admin].push_back(removal);
    for (const std::size_t record : among.numbers()) {
        if (!m_graph.isBefore(removal, record)) continue;
        for (const OrganizationId& admin : others) {
            if (!m_graph.isBy(record, admin)) continue;
            majority.signatures[admin].push_back(record);
            const bool byRoot = std::holds_alternative<OrganizationId>(m_graph.record(record).content().author);
            if (byRoot) majority.rootSignatures.push_back(record);
        }
    }
    return majority;
}

bool Evaluation::isConfirmed(std::size_t removal, const RecordSet& among) {
    return majorityFor(removal, among).holdsAgainst(std::nullopt, m_graph);
}

/// What removed parties did behind the back of a majority that had confirmed their removal: void, whatever their rank.
RecordSet Evaluation::outlawsAmong(const RecordSet& among) {
    RecordSet outlawed(m_graph.size());
    for (const Removal& removal : m_removals) {
        if (!among.contains(removal.record) || m_graph.record(removal.record).as<AdmitDevice>()) continue;
        const auto isAmong = [&](std::size_t record) { return among.contains(record); };
        if (std::ranges::none_of(removal.held, isAmong)) continue;
        const Majority majority = majorityFor(removal.record, among);
        for (const std::size_t held : removal.held)
            if (among.contains(held) && majority.holdsAgainst(held, m_graph)) outlawed.insert(held);
    }
    return outlawed;
}

const std::set<OrganizationId>& Evaluation::adminsSeenBy(std::size_t record) {
    const auto known = m_adminsSeen.find(record);
    if (known != m_adminsSeen.end()) return known->second;
    std::set<OrganizationId> admins = evaluate(m_graph.past(record)).book.admins();
    return m_adminsSeen.emplace(record, std::move(admins)).first->second;
}

} // namespace puente
