#include "client/domain/follow_up/proposal_clock.h"

#include "client/domain/follow_up/record_scan.h"

#include <algorithm>
#include <map>

namespace puente {

namespace {

bool isProposal(const RecordReader& agreement) {
    return agreement.symbol("kind") == "proposal" || agreement.symbol("kind") == "declaration";
}

std::optional<Day> until(std::optional<Day> day, Day today) {
    return day && *day <= today ? day : std::nullopt;
}

ProposalItem itemFrom(const RecordReader& response, const Deadlines& deadlines, Day today) {
    ProposalItem item{.proposal = {}, .response = response.id()};
    item.organization = response.text("organization");
    item.clock = clockOf(response, deadlines, today);
    if (!item.clock.isOpen()) item.answerLive = response.live("answer");
    if (item.clock.stage == ProposalStage::Agreed) item.resulting = response.reference("resulting");
    return item;
}

} // namespace

std::string_view wordOf(ProposalStage stage) {
    switch (stage) {
    case ProposalStage::Sent: return "sent";
    case ProposalStage::Received: return "received";
    case ProposalStage::Acknowledged: return "acknowledged";
    case ProposalStage::Answered: return "answered";
    case ProposalStage::Agreed: return "agreed";
    }
    return {};
}

std::optional<int> ProposalClock::waited(Day today) const {
    const std::optional<Day> since = received ? received : acknowledged;
    if (!isOpen() || !since) return std::nullopt;
    return today.number - since->number;
}

ProposalClock clockOf(const RecordReader& response, const Deadlines& deadlines, Day today) {
    ProposalClock clock;
    clock.received = until(response.day("received"), today);
    clock.acknowledged = until(response.day("acknowledged"), today);
    clock.answered = until(response.day("answered"), today);
    clock.due = deadlines.of(response);
    // An answer without a day was given at some time: it counts.
    const bool isAnswered = !response.symbol("answer").empty() && (clock.answered || !response.day("answered"));
    if (isAnswered) clock.answer = response.symbol("answer");
    if (isAnswered)
        clock.stage = response.reference("resulting") ? ProposalStage::Agreed : ProposalStage::Answered;
    else if (clock.acknowledged)
        clock.stage = ProposalStage::Acknowledged;
    else if (clock.received)
        clock.stage = ProposalStage::Received;
    return clock;
}

Result<std::vector<ProposalItem>, ReplicaFault> listProposals(const Catalogue& catalogue, const SpaceId& space,
                                                              const Deadlines& deadlines, Day today) {
    std::map<Dot, std::vector<ProposalItem>> responses;
    auto read = scan(catalogue, space, "proposal_response", [&](const RecordReader& response) {
        if (const auto proposal = target(catalogue, response, "proposal"))
            responses[*proposal].push_back(itemFrom(response, deadlines, today));
    });
    if (!read) return Failure{read.fault()};

    std::vector<std::pair<std::string, ProposalItem>> found;
    read = scan(catalogue, space, "agreement", [&](const RecordReader& agreement) {
        const auto own = responses.find(agreement.id());
        if (!isProposal(agreement) && own == responses.end()) return;
        const std::string_view kind = isProposal(agreement) ? agreement.symbol("kind") : "proposal";
        std::vector<ProposalItem> items =
            own != responses.end() ? own->second : std::vector<ProposalItem>{ProposalItem{.proposal = {}}};
        for (ProposalItem& item : items) {
            item.proposal = agreement.id();
            item.kind = kind;
            found.emplace_back(agreement.text("reference"), std::move(item));
        }
    });
    if (!read) return Failure{read.fault()};
    std::sort(found.begin(), found.end(), [&](const auto& a, const auto& b) {
        if (a.first != b.first) return a.first < b.first;
        if (a.second.proposal != b.second.proposal)
            return comesBefore(a.second.proposal, b.second.proposal, catalogue.replica().logs());
        return a.second.organization < b.second.organization;
    });
    std::vector<ProposalItem> items;
    for (auto& [reference, item] : found)
        items.push_back(std::move(item));
    return items;
}

} // namespace puente
