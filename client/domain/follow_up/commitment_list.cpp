#include "client/domain/follow_up/commitment_list.h"

#include "client/domain/follow_up/record_scan.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace puente {

namespace {

Word wordIn(const RecordReader& record, std::string_view field) {
    Word word{record.symbol(field), record.live(field)};
    if (const Field* known = record.type().field(field))
        word.isInConflict = record.record().isInConflict(known->number);
    return word;
}

CommitmentItem itemFrom(const RecordReader& record, const Deadlines& deadlines) {
    return {.record = record.id(),
            .country = std::string(record.symbol("country")),
            .responsible = record.text("responsible"),
            .deadline = deadlines.of(record),
            .government = wordIn(record, "status"),
            .civilSociety = wordIn(record, "assessment"),
            .reason = record.text("assessment_reason"),
            .progress = record.number("progress")};
}

} // namespace

const std::vector<std::string>& memberStates() {
    static const std::vector<std::string> kStates{"BZ", "CA", "CR", "DO", "GT", "HN", "MX", "NI", "PA", "SV", "US"};
    return kStates;
}

Result<std::vector<CommitmentItem>, ReplicaFault> listCommitments(const Catalogue& catalogue, const SpaceId& space,
                                                                  const Deadlines& deadlines,
                                                                  const CommitmentQuery& query) {
    std::vector<std::pair<std::string, CommitmentItem>> found;
    const auto read = scan(catalogue, space, "commitment", [&](const RecordReader& record) {
        CommitmentItem item = itemFrom(record, deadlines);
        item.agreement = target(catalogue, record, "agreement");
        if (query.agreement && item.agreement != query.agreement) return;
        if (!query.country.empty() && item.country != query.country) return;
        found.emplace_back(item.agreement ? catalogue.keyText(*item.agreement) : std::string(), std::move(item));
    });
    if (!read) return Failure{read.fault()};
    std::sort(found.begin(), found.end(), [&](const auto& a, const auto& b) {
        if (a.first != b.first) return a.first < b.first;
        if (a.second.country != b.second.country) return a.second.country < b.second.country;
        return comesBefore(a.second.record, b.second.record, catalogue.replica().logs());
    });
    std::vector<CommitmentItem> items;
    for (auto& [agreement, item] : found)
        items.push_back(std::move(item));
    return items;
}

std::vector<std::string> countriesMissing(const std::vector<std::string>& countries,
                                          const std::vector<CommitmentItem>& existing) {
    std::set<std::string> known;
    for (const CommitmentItem& item : existing)
        known.insert(item.country);
    std::vector<std::string> missing;
    for (const std::string& country : countries)
        if (known.insert(country).second) missing.push_back(country);
    return missing;
}

} // namespace puente
