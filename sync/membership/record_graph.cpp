#include "sync/membership/record_graph.h"

#include <algorithm>
#include <bit>

namespace puente {

void RecordSet::unite(const RecordSet& other) {
    for (std::size_t i = 0; i < m_words.size(); ++i)
        m_words[i] |= other.m_words[i];
}

void RecordSet::intersect(const RecordSet& other) {
    for (std::size_t i = 0; i < m_words.size(); ++i)
        m_words[i] &= other.m_words[i];
}

std::size_t RecordSet::size() const {
    std::size_t size = 0;
    for (const std::uint64_t word : m_words)
        size += static_cast<std::size_t>(std::popcount(word));
    return size;
}

std::vector<std::size_t> RecordSet::numbers() const {
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i < m_words.size(); ++i)
        for (std::uint64_t word = m_words[i]; word != 0; word &= word - 1)
            numbers.push_back(i * 64 + static_cast<std::size_t>(std::countr_zero(word)));
    return numbers;
}

RecordGraph::RecordGraph(const SpaceId& space, std::span<const MembershipRecord> records) : m_space(space) {
    std::vector<const MembershipRecord*> ours;
    for (const MembershipRecord& record : records)
        if (record.space() == space) ours.push_back(&record);
    std::sort(ours.begin(), ours.end(), [](const auto* a, const auto* b) { return a->hash() < b->hash(); });
    const auto same = [](const auto* a, const auto* b) { return a->hash() == b->hash(); };
    ours.erase(std::unique(ours.begin(), ours.end(), same), ours.end());
    keepWhoseParentsAreThere(std::move(ours));
    gatherPasts();
    gatherCertificates();
}

void RecordGraph::keepWhoseParentsAreThere(std::vector<const MembershipRecord*> records) {
    std::map<Hash, std::vector<std::size_t>> waiting; // by the parent that is awaited
    std::vector<std::size_t> missing(records.size());
    std::vector<std::size_t> reached;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const std::vector<Hash>& parents = records[i]->content().parents;
        missing[i] = parents.size();
        for (const Hash& parent : parents)
            waiting[parent].push_back(i);
        if (parents.empty()) reached.push_back(i);
    }
    for (std::size_t next = 0; next < reached.size(); ++next)
        for (const std::size_t child : waiting[records[reached[next]]->hash()])
            if (--missing[child] == 0) reached.push_back(child);
    std::sort(reached.begin(), reached.end());
    for (const std::size_t number : reached)
        m_records.push_back(records[number]);
}

void RecordGraph::gatherPasts() {
    m_parents.resize(size());
    m_children.resize(size());
    m_past.assign(size(), RecordSet(size()));
    std::vector<std::size_t> missing(size()), ready;
    for (std::size_t i = 0; i < size(); ++i) {
        for (const Hash& parent : record(i).content().parents) {
            m_parents[i].push_back(*numberOf(parent));
            m_children[m_parents[i].back()].push_back(i);
        }
        missing[i] = m_parents[i].size();
        if (missing[i] == 0) ready.push_back(i);
    }
    for (std::size_t next = 0; next < ready.size(); ++next) {
        const std::size_t number = ready[next];
        for (const std::size_t parent : m_parents[number]) {
            m_past[number].unite(m_past[parent]);
            m_past[number].insert(parent);
        }
        for (const std::size_t child : m_children[number])
            if (--missing[child] == 0) ready.push_back(child);
    }
}

void RecordGraph::gatherCertificates() {
    for (std::size_t i = 0; i < size(); ++i) {
        const auto keep = [&](const DeviceCertificate& certificate) {
            m_certified[certificate.device].emplace_back(certificate.organization, i);
        };
        if (const auto* create = record(i).as<CreateSpace>()) std::ranges::for_each(create->founders, keep);
        if (const auto* admit = record(i).as<AdmitDevice>()) keep(admit->joiner);
        if (const auto* recover = record(i).as<Recover>()) keep(recover->device);
    }
}

std::optional<std::size_t> RecordGraph::numberOf(const Hash& hash) const {
    const auto found = std::lower_bound(m_records.begin(), m_records.end(), hash,
                                        [](const auto* record, const Hash& sought) { return record->hash() < sought; });
    if (found == m_records.end() || (*found)->hash() != hash) return std::nullopt;
    return static_cast<std::size_t>(found - m_records.begin());
}

RecordSet RecordGraph::all() const {
    RecordSet all(size());
    for (std::size_t i = 0; i < size(); ++i)
        all.insert(i);
    return all;
}

std::set<OrganizationId> RecordGraph::organizationsOf(const DeviceId& device, std::size_t asSeenBy) const {
    std::set<OrganizationId> organizations;
    const auto found = m_certified.find(device);
    if (found == m_certified.end()) return organizations;
    for (const auto& [organization, record] : found->second)
        if (record == asSeenBy || isBefore(record, asSeenBy)) organizations.insert(organization);
    return organizations;
}

bool RecordGraph::isBy(std::size_t number, const OrganizationId& organization) const {
    const RecordAuthor& author = record(number).content().author;
    if (const auto* root = std::get_if<OrganizationId>(&author)) return *root == organization;
    const auto found = m_certified.find(std::get<DeviceId>(author));
    return found != m_certified.end() && std::ranges::any_of(found->second, [&](const auto& certified) {
               return certified.first == organization &&
                      (certified.second == number || isBefore(certified.second, number));
           });
}

} // namespace puente
