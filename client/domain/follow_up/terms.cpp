#include "client/domain/follow_up/terms.h"

#include "client/domain/follow_up/organizations.h"

#include <algorithm>
#include <tuple>

namespace puente {

namespace {

bool hasOneHolder(std::string_view role) {
    return role == "ppt" || role == "technical_secretariat" || role == "executive_secretariat";
}

} // namespace

Result<std::vector<TermSpan>, ReplicaFault> termsOf(const Catalogue& catalogue, const SpaceId& space,
                                                    Language language) {
    const auto organizations = Organizations::read(catalogue, space);
    if (!organizations) return Failure{organizations.fault()};
    const CatalogueNames names(catalogue, space);
    std::vector<TermSpan> terms;
    const auto done = scan(catalogue, space, "term", [&](const RecordReader& record) {
        TermSpan term{.record = record.id(),
                      .role = std::string(record.symbol("role")),
                      .holder = target(catalogue, record, "holder"),
                      .holderName = calledIn(record, "holder", names, language),
                      .country = std::string(record.symbol("country")),
                      .from = record.day("from"),
                      .to = record.day("to")};
        const OrganizationRecord* holder = organizations->in(catalogue, record, "holder");
        if (holder && term.country.empty()) term.country = holder->country;
        terms.push_back(std::move(term));
    });
    if (!done) return Failure{done.fault()};
    std::sort(terms.begin(), terms.end(), [&](const TermSpan& a, const TermSpan& b) {
        const auto rank = [](const TermSpan& term) { return std::tie(term.role, term.from, term.holderName); };
        if (rank(a) != rank(b)) return rank(a) < rank(b);
        return comesBefore(a.record, b.record, catalogue.replica().logs());
    });
    return terms;
}

Succession succeed(const std::vector<TermSpan>& terms, std::string_view role, const Dot& holder,
                   std::string_view country, Day from) {
    Succession succession;
    for (const TermSpan& term : terms) {
        if (term.role != role) continue;
        const bool isRival = hasOneHolder(role) || term.holder == holder ||
                             (role == "national_focal_point" && !country.empty() && term.country == country);
        if (!isRival) continue;
        if (term.from && *term.from >= from)
            succession.obstacle = term;
        else if (!term.to || *term.to >= from)
            succession.ended.push_back(term);
    }
    return succession;
}

} // namespace puente
