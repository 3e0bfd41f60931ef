#include "client/domain/follow_up/capacity.h"

#include "client/domain/fold.h"
#include "client/domain/follow_up/record_scan.h"

#include <algorithm>
#include <tuple>

namespace puente {

Result<std::vector<CapacityAssessment>, ReplicaFault> assessmentsOf(const Catalogue& catalogue, const SpaceId& space,
                                                                    const std::optional<Dot>& organization,
                                                                    Language language) {
    const CatalogueNames names(catalogue, space);
    std::vector<CapacityAssessment> list;
    const auto done = scan(catalogue, space, "capacity_assessment", [&](const RecordReader& record) {
        if (organization && target(catalogue, record, "organization") != organization) return;
        CapacityAssessment one{.record = record.id(),
                               .organization = calledIn(record, "organization", names, language),
                               .date = record.day("date"),
                               .scores = {},
                               .changes = {},
                               .needs = record.text("needs")};
        for (std::size_t i = 0; i < kCapacities.size(); ++i)
            one.scores[i] = record.number(kCapacities[i]);
        list.push_back(std::move(one));
    });
    if (!done) return Failure{done.fault()};
    std::sort(list.begin(), list.end(), [&](const CapacityAssessment& a, const CapacityAssessment& b) {
        const auto rank = [](const CapacityAssessment& one) {
            return std::make_tuple(fold(one.organization), one.date);
        };
        if (rank(a) != rank(b)) return rank(a) < rank(b);
        return comesBefore(a.record, b.record, catalogue.replica().logs());
    });
    for (std::size_t i = 1; i < list.size(); ++i) {
        if (fold(list[i].organization) != fold(list[i - 1].organization)) continue;
        for (std::size_t j = 0; j < kCapacities.size(); ++j)
            if (list[i].scores[j] && list[i - 1].scores[j])
                list[i].changes[j] = *list[i].scores[j] - *list[i - 1].scores[j];
    }
    return list;
}

} // namespace puente
