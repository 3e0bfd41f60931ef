#include "client/domain/follow_up/directory.h"

#include "client/domain/fold.h"

#include <algorithm>
#include <tuple>

namespace puente {

namespace {

bool isIn(const std::string& country, const DirectoryQuery& query) {
    return query.country.empty() || country == query.country;
}

/// Nobody's standing comes last.
int rankOf(const std::string& standing) {
    return standing == "main" ? 0 : standing == "alternate" ? 1 : 2;
}

} // namespace

Result<Directory, ReplicaFault> directoryOf(const Catalogue& catalogue, const SpaceId& space,
                                            const DirectoryQuery& query) {
    Directory directory;
    const CatalogueNames names(catalogue, space);
    const auto organizations = Organizations::read(catalogue, space);
    if (!organizations) return Failure{organizations.fault()};
    for (const OrganizationRecord& organization : organizations->all())
        if (organization.isValidOn(query.day) && isIn(organization.country, query))
            directory.organizations.push_back(organization);
    std::stable_sort(directory.organizations.begin(), directory.organizations.end(),
                     [](const OrganizationRecord& a, const OrganizationRecord& b) { return a.country < b.country; });

    auto done = scan(catalogue, space, "focal_point", [&](const RecordReader& record) {
        const OrganizationRecord* organization = organizations->in(catalogue, record, "organization");
        FocalPoint point{.organization = calledIn(record, "organization", names, query.language),
                         .country = organization ? organization->country : std::string(),
                         .name = record.text("name"),
                         .position = record.text("position"),
                         .contact = record.text("contact"),
                         .standing = std::string(record.symbol("standing")),
                         .from = record.day("from"),
                         .to = record.day("to")};
        if (isWithin(query.day, point.from, point.to) && isIn(point.country, query))
            directory.focalPoints.push_back(std::move(point));
    });
    if (!done) return Failure{done.fault()};
    std::sort(directory.focalPoints.begin(), directory.focalPoints.end(), [](const FocalPoint& a, const FocalPoint& b) {
        const auto rank = [](const FocalPoint& point) {
            return std::make_tuple(point.country, fold(point.organization), rankOf(point.standing), point.name);
        };
        return rank(a) < rank(b);
    });

    const auto terms = termsOf(catalogue, space, query.language);
    if (!terms) return Failure{terms.fault()};
    for (const TermSpan& term : *terms)
        if (term.isInForceOn(query.day) && isIn(term.country, query)) directory.terms.push_back(term);

    done = scan(catalogue, space, "national_space", [&](const RecordReader& record) {
        NationalSpace national{.name = record.text("name"),
                               .country = std::string(record.symbol("country")),
                               .calendar = record.text("calendar"),
                               .contact = record.text("contact"),
                               .side = std::string(record.symbol("side")),
                               .members = texts(record, "members")};
        for (const Dot& member : targets(catalogue, record, "members"))
            national.members.push_back(names.titleOf(member, query.language));
        if (isIn(national.country, query)) directory.spaces.push_back(std::move(national));
    });
    if (!done) return Failure{done.fault()};
    std::sort(directory.spaces.begin(), directory.spaces.end(), [](const NationalSpace& a, const NationalSpace& b) {
        return std::tie(a.country, a.name) < std::tie(b.country, b.name);
    });
    return directory;
}

} // namespace puente
