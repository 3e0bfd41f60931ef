#include "client/domain/follow_up/unanswered.h"

#include "client/domain/follow_up/proposal_clock.h"
#include "client/domain/follow_up/reports.h"

#include <algorithm>
#include <tuple>

namespace puente {

Result<std::vector<UnansweredItem>, ReplicaFault> listUnanswered(const Catalogue& catalogue, const SpaceId& space,
                                                                 const Deadlines& deadlines,
                                                                 const Organizations& organizations,
                                                                 const UnansweredQuery& query) {
    std::vector<UnansweredItem> items;
    const auto proposals = listProposals(catalogue, space, deadlines, query.today);
    if (!proposals) return Failure{proposals.fault()};
    for (const ProposalItem& item : *proposals)
        if (item.clock.isLate(query.today))
            items.push_back({UnansweredItem::Kind::Proposal, item.proposal, item.organization,
                             organizations.profileOf(item.organization).country, item.clock.due.day});

    const auto duties = dutiesOf(catalogue, space, deadlines);
    if (!duties) return Failure{duties.fault()};
    const auto reports = Reports::read(catalogue, space, organizations);
    if (!reports) return Failure{reports.fault()};
    for (const Duty& duty : *duties)
        if (duty.isCommitment() && !duty.deadline.isClosed && !reports->isReported(duty, query.quarter))
            items.push_back({UnansweredItem::Kind::Report, duty.record, duty.responsible, duty.country()});

    std::stable_sort(items.begin(), items.end(), [](const UnansweredItem& a, const UnansweredItem& b) {
        return std::tie(a.country, a.responsible, a.kind, a.due) < std::tie(b.country, b.responsible, b.kind, b.due);
    });
    return items;
}

} // namespace puente
