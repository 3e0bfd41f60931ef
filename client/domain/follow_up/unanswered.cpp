#include "client/domain/follow_up/unanswered.h"

#include "client/domain/follow_up/commitment_list.h"
#include "client/domain/follow_up/proposal_clock.h"
#include "client/domain/follow_up/reports.h"

#include <algorithm>
#include <tuple>

namespace puente {

Result<std::vector<UnansweredItem>, ReplicaFault> listUnanswered(const Catalogue& catalogue, const SpaceId& space,
                                                                 const Deadlines& deadlines,
                                                                 const OfficeDirectory& directory,
                                                                 const UnansweredQuery& query) {
    std::vector<UnansweredItem> items;
    const auto proposals = listProposals(catalogue, space, deadlines, query.today);
    if (!proposals) return Failure{proposals.fault()};
    for (const ProposalItem& item : *proposals)
        if (item.clock.isLate(query.today))
            items.push_back({UnansweredItem::Kind::Proposal, item.proposal, item.organization,
                             directory.find(item.organization).country, item.clock.due.day});

    const auto commitments = listCommitments(catalogue, space, deadlines, {});
    if (!commitments) return Failure{commitments.fault()};
    const ReportBook reports(catalogue, space, directory);
    for (const CommitmentItem& item : *commitments)
        if (!item.deadline.isClosed && !reports.isReported(item.record, query.quarter))
            items.push_back({UnansweredItem::Kind::Report, item.record, item.responsible, item.country});

    std::stable_sort(items.begin(), items.end(), [](const UnansweredItem& a, const UnansweredItem& b) {
        return std::tie(a.country, a.responsible, a.kind, a.due) < std::tie(b.country, b.responsible, b.kind, b.due);
    });
    return items;
}

} // namespace puente
