#include "client/domain/fold.h"
#include "client/domain/follow_up/plan_status.h"

#include <algorithm>
#include <map>
#include <set>

namespace puente {

namespace {

/// True when a day lies in what two date fields span; an open end is no end.
bool isInForce(const RecordReader& record, std::string_view from, std::string_view to, Day at) {
    const auto first = record.day(from), last = record.day(to);
    return (!first || *first <= at) && (!last || at <= *last);
}

/// What the directory says of government organisations.
class Directory {
public:
    struct Entry {
        Dot record;
        std::string country;
    };

    Result<Done, ReplicaFault> read(const Catalogue& catalogue, const SpaceId& space, Day at) {
        const RecordType& organization = *catalogue.schema().type("organization");
        const RecordType& focalPoint = *catalogue.schema().type("focal_point");
        const auto named = catalogue.forEach(space, organization, [&](const Component& component) {
            const RecordReader record(component, organization);
            if (record.symbol("kind") == "government" && isInForce(record, "valid_from", "valid_to", at)) note(record);
            return true;
        });
        if (!named) return named;
        return catalogue.forEach(space, focalPoint, [&](const Component& component) {
            const RecordReader record(component, focalPoint);
            const auto of = record.reference("organization");
            if (of && isInForce(record, "from", "to", at)) m_withFocalPoint.insert(catalogue.canonical(*of));
            return true;
        });
    }

    std::vector<Entry> entriesOf(const std::string& name) const {
        const auto [first, last] = m_byName.equal_range(fold(name));
        std::vector<Entry> entries;
        for (auto it = first; it != last; ++it)
            entries.push_back(it->second);
        return entries;
    }
    bool hasFocalPoint(const std::vector<Entry>& entries) const {
        return std::any_of(entries.begin(), entries.end(),
                           [&](const Entry& entry) { return m_withFocalPoint.contains(entry.record); });
    }

private:
    void note(const RecordReader& record) {
        std::set<std::string> names{fold(record.text("name")), fold(record.text("name_en"))};
        for (const std::vector<Value> aliases = record.elements("aliases"); const Value& alias : aliases)
            if (const auto* text = std::get_if<std::string>(&alias)) names.insert(fold(*text));
        for (const std::string& name : names) // acronyms are left out: they clash across countries
            if (!name.empty()) m_byName.emplace(name, Entry{record.id(), std::string(record.symbol("country"))});
    }

    std::multimap<std::string, Entry> m_byName;
    std::set<Dot> m_withFocalPoint;
};

} // namespace

Result<std::vector<Government>, ReplicaFault> governmentsAmong(const Catalogue& catalogue, const SpaceId& space,
                                                               const std::vector<SpaceMember>& members, Day at) {
    Directory directory;
    if (const auto read = directory.read(catalogue, space, at); !read) return Failure{read.fault()};
    struct Candidate {
        Government government;
        bool hasFocalPoint = false;
    };
    std::vector<Candidate> candidates;
    std::set<std::string> represented; // countries of which some government has a focal point
    for (const SpaceMember& member : members) {
        const auto entries = directory.entriesOf(member.name);
        if (entries.empty()) continue;
        std::set<std::string> countries;
        for (const Directory::Entry& entry : entries)
            if (!entry.country.empty()) countries.insert(entry.country);
        const bool hasFocalPoint = directory.hasFocalPoint(entries);
        if (hasFocalPoint) represented.insert(countries.begin(), countries.end());
        candidates.push_back({{member.id, member.name, {countries.begin(), countries.end()}}, hasFocalPoint});
    }
    std::vector<Government> governments;
    for (Candidate& candidate : candidates) {
        const auto& countries = candidate.government.countries;
        const bool standsBack = !candidate.hasFocalPoint && !countries.empty() &&
                                std::all_of(countries.begin(), countries.end(),
                                            [&](const std::string& country) { return represented.contains(country); });
        if (!standsBack) governments.push_back(std::move(candidate.government));
    }
    std::sort(governments.begin(), governments.end(), [](const Government& a, const Government& b) {
        return std::tie(a.countries, a.name, a.id) < std::tie(b.countries, b.name, b.id);
    });
    return governments;
}

} // namespace puente
