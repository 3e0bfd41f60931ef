#include "client/domain/follow_up/organizations.h"
#include "client/domain/follow_up/plan_status.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace puente {

namespace {

/// The organisations that some focal point speaks for on that day.
Result<std::set<Dot>, ReplicaFault> withFocalPoint(const Catalogue& catalogue, const SpaceId& space, Day at) {
    std::set<Dot> found;
    const auto done = scan(catalogue, space, "focal_point", [&](const RecordReader& point) {
        const auto organization = target(catalogue, point, "organization");
        if (organization && isWithin(at, point.day("from"), point.day("to"))) found.insert(*organization);
    });
    if (!done) return Failure{done.fault()};
    return found;
}

/// The government organisations on record that are called so on that day.
std::vector<const OrganizationRecord*> governmentsCalled(const Organizations& organizations, const std::string& name,
                                                         Day at) {
    std::vector<const OrganizationRecord*> found = organizations.allNamed(name);
    found.erase(std::remove_if(found.begin(), found.end(),
                               [&](const OrganizationRecord* one) {
                                   return !one->isGovernment() || !one->isValidOn(at) || !one->isCalled(name);
                               }),
                found.end());
    return found;
}

} // namespace

Result<std::vector<Government>, ReplicaFault> governmentsAmong(const Catalogue& catalogue, const SpaceId& space,
                                                               const std::vector<SpaceMember>& members, Day at) {
    const auto organizations = Organizations::read(catalogue, space);
    if (!organizations) return Failure{organizations.fault()};
    const auto focal = withFocalPoint(catalogue, space, at);
    if (!focal) return Failure{focal.fault()};
    struct Candidate {
        Government government;
        bool hasFocalPoint = false;
    };
    std::vector<Candidate> candidates;
    std::set<std::string> represented; // countries of which some government has a focal point
    for (const SpaceMember& member : members) {
        const auto called = governmentsCalled(*organizations, member.name, at);
        if (called.empty()) continue;
        std::set<std::string> countries;
        for (const OrganizationRecord* one : called)
            if (!one->country.empty()) countries.insert(one->country);
        const bool hasFocalPoint = std::any_of(
            called.begin(), called.end(), [&](const OrganizationRecord* one) { return focal->contains(one->record); });
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
