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
    if (const auto* change = act.as<ChangeRole>())
        return !other.as<StateFork>() && m_graph.isBy(record, change->organization);
    if (const auto* revoke = act.as<RevokeDevice>()) return *author == revoke->device;
    if (const auto* recover = act.as<Recover>()) return std::ranges::binary_search(recover->revoked, *author);
    const auto* admit = act.as<AdmitDevice>();
    return admit && *author != admit->joiner.device && isByRivalAdmission(removal, record);
}

/// True when the author knew itself to be admitted by another admission on the same invite: the two exclude each other.
bool Evaluation::isByRivalAdmission(std::size_t admission, std::size_t record) const {
    const auto& author = std::get<DeviceId>(m_graph.record(record).content().author);
    const auto rivals = m_admissions.find(m_graph.record(admission).as<AdmitDevice>()->invite);
    return std::ranges::any_of(rivals->second, [&](std::size_t rival) {
        return m_graph.areConcurrent(rival, admission) && m_graph.isBefore(rival, record) &&
               m_graph.record(rival).as<AdmitDevice>()->joiner.device == author;
    });
}

void Evaluation::findRemovals() {
    for (std::size_t i = 0; i < m_graph.size(); ++i) {
        if (!std::holds_alternative<OrganizationId>(m_graph.record(i).content().author)) continue;
        if (const auto* revoke = m_graph.record(i).as<RevokeDevice>()) m_revokedByRoot[revoke->device].push_back(i);
        if (const auto* recover = m_graph.record(i).as<Recover>())
            for (const DeviceId& device : recover->revoked)
                m_revokedByRoot[device].push_back(i);
    }
    for (std::size_t i = 0; i < m_graph.size(); ++i)
        if (const auto* admit = m_graph.record(i).as<AdmitDevice>()) m_admissions[admit->invite].push_back(i);
    for (std::size_t i = 0; i < m_graph.size(); ++i) {
        if (!takesRights(m_graph.record(i))) continue;
        const auto* admit = m_graph.record(i).as<AdmitDevice>();
        if (admit && m_admissions.at(admit->invite).size() == 1) continue;
        Removal removal{.record = i, .held = {}};
        bool isAlone = true;
        for (std::size_t other = 0; other < m_graph.size(); ++other) {
            if (!m_graph.areConcurrent(i, other)) continue;
            isAlone = false;
            if (concerns(i, other)) removal.held.push_back(other);
        }
        if (isAlone) continue; // its turn finds what its author saw
        for (const std::size_t held : removal.held)
            m_heldBy[held].push_back(m_removals.size());
        m_removals.push_back(std::move(removal));
    }
}

/// The one organisation that takes rights from itself or from a device of its own.
std::optional<OrganizationId> Evaluation::removerOfItself(std::size_t removal) const {
    const MembershipRecord& record = m_graph.record(removal);
    if (const auto* recover = record.as<Recover>()) return recover->device.organization;
    if (const auto target = organizationOf(record); target && m_graph.isBy(removal, *target)) return target;
    if (const auto* revoke = record.as<RevokeDevice>())
        for (const OrganizationId& organization : m_graph.organizationsOf(revoke->device, removal))
            if (m_graph.isBy(removal, organization)) return organization;
    return std::nullopt;
}

/// The other admins, as the removal's author saw them, decide; he is one of them and has signed. Where he is the only
/// one, his organisation's root must sign, and so must it where an organisation removes what is its own.
Evaluation::Majority Evaluation::majorityFor(std::size_t removal) const {
    Majority majority;
    if (viewOf(removal).verdict) return majority;
    std::map<OrganizationId, std::set<DeviceId>> others = viewOf(removal).admins;
    const std::optional<OrganizationId> itself = removerOfItself(removal);
    if (itself)
        others = {{*itself, {}}};
    else if (const auto target = organizationOf(m_graph.record(removal)))
        others.erase(*target);
    else if (const auto* revoke = m_graph.record(removal).as<RevokeDevice>())
        for (const OrganizationId& organization : m_graph.organizationsOf(revoke->device, removal))
            others.erase(organization);
    majority.needed = others.size() / 2 + 1;
    majority.needsRoot = others.size() == 1;
    for (std::size_t record = 0; record < m_graph.size(); ++record) {
        if (record != removal && !m_graph.isBefore(removal, record)) continue;
        const RecordAuthor& author = m_graph.record(record).content().author;
        const auto* root = std::get_if<OrganizationId>(&author);
        for (const auto& [admin, devices] : others) {
            const bool isSigned = root ? *root == admin : devices.contains(std::get<DeviceId>(author));
            if (!isSigned) continue;
            majority.signatures[admin].push_back(record);
            if (root) majority.rootSignatures.push_back(record);
        }
    }
    return majority;
}

/// True when enough of those who decide have signed a record that knows of the removal and not of `record`.
bool Evaluation::isConfirmed(std::size_t removal, const RecordSet& among, std::optional<std::size_t> against) const {
    const Majority& majority = m_majorities.at(removal);
    if (majority.needed == 0) return false;
    const auto counts = [&](std::size_t signature) {
        return among.contains(signature) && !(against && m_graph.isBefore(*against, signature)) &&
               !isDisowned(signature, among) && !isByOneWhoKnewItselfOut(signature, removal);
    };
    if (majority.needsRoot) return std::ranges::any_of(majority.rootSignatures, counts);
    const auto signers = std::ranges::count_if(
        majority.signatures, [&](const auto& admin) { return std::ranges::any_of(admin.second, counts); });
    return static_cast<std::size_t>(signers) >= majority.needed;
}

/// True when the signer's own organisation has revoked it, unknown to the signature or before it: no admin can make a
/// majority with devices that he stole.
bool Evaluation::isDisowned(std::size_t signature, const RecordSet& among) const {
    const auto* signer = std::get_if<DeviceId>(&m_graph.record(signature).content().author);
    if (!signer || m_revokedByRoot.empty()) return false;
    const auto found = m_revokedByRoot.find(*signer);
    return found != m_revokedByRoot.end() && std::ranges::any_of(found->second, [&](std::size_t record) {
               const auto& root = std::get<OrganizationId>(m_graph.record(record).content().author);
               return among.contains(record) && !m_graph.isBefore(signature, record) && m_graph.isBy(signature, root);
           });
}

/// True when the signer, as it knew itself, was no admin any more: whoever has been removed lends nobody his voice. The
/// remover saw it as one, so only what he did not know can have ended that.
bool Evaluation::isByOneWhoKnewItselfOut(std::size_t signature, std::size_t removal) const {
    const auto mayHaveEndedIt = [&](std::size_t earlier) {
        return earlier != removal && !m_graph.isBefore(earlier, removal) && takesRights(m_graph.record(earlier)) &&
               concerns(earlier, signature);
    };
    const std::vector<std::size_t> past = m_graph.past(signature).numbers();
    return std::ranges::any_of(past, mayHaveEndedIt) && !isByAdminInItsView(signature);
}

bool Evaluation::isByAdminInItsView(std::size_t signature) const {
    const auto known = m_byAdmins.find(signature);
    if (known != m_byAdmins.end()) return known->second;
    const RecordAuthor& author = m_graph.record(signature).content().author;
    const auto isBy = [&](const std::pair<const OrganizationId, std::set<DeviceId>>& admin) {
        const auto* root = std::get_if<OrganizationId>(&author);
        return root ? *root == admin.first : admin.second.contains(std::get<DeviceId>(author));
    };
    const bool is = std::ranges::any_of(evaluate(m_graph.past(signature)).book.admins(), isBy);
    return m_byAdmins.emplace(signature, is).first->second;
}

/// The removals, by their place, that a majority has confirmed.
std::vector<std::size_t> Evaluation::confirmedAmong(const RecordSet& among) const {
    std::vector<std::size_t> confirmed;
    const auto isAmong = [&](std::size_t record) { return among.contains(record); };
    for (std::size_t i = 0; i < m_removals.size(); ++i) {
        const Removal& removal = m_removals[i];
        if (!isAmong(removal.record) || m_graph.record(removal.record).as<AdmitDevice>()) continue;
        if (std::ranges::any_of(removal.held, isAmong) && isConfirmed(removal.record, among, {}))
            confirmed.push_back(i);
    }
    return confirmed;
}

/// What removed parties did behind the back of a majority that had confirmed their removal: void, whatever their rank.
RecordSet Evaluation::outlawsBy(const std::vector<std::size_t>& confirmed, const RecordSet& among) const {
    RecordSet outlawed(m_graph.size());
    for (const std::size_t i : confirmed) {
        for (const std::size_t held : m_removals[i].held)
            if (among.contains(held) && isConfirmed(m_removals[i].record, among, held)) outlawed.insert(held);
    }
    return outlawed;
}

/// What each removal did as its author saw it: those with the smaller past first, since the others' views rest on them.
void Evaluation::viewRemovals() {
    std::vector<std::pair<std::size_t, std::size_t>> bySize;
    for (const Removal& removal : m_removals)
        bySize.emplace_back(m_graph.past(removal.record).size(), removal.record);
    std::ranges::sort(bySize);
    for (const auto& [size, removal] : bySize)
        view(removal);
}

void Evaluation::view(std::size_t removal) {
    if (m_views.contains(removal)) return;
    Judged past = evaluate(m_graph.past(removal));
    View view{past.book.admins(), std::nullopt};
    view.verdict = past.book.judge(removal);
    m_views.emplace(removal, std::move(view));
    m_majorities.emplace(removal, majorityFor(removal));
}

} // namespace puente
