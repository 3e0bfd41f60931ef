#include "client/domain/follow_up/funding.h"

#include "client/domain/fold.h"
#include "client/domain/follow_up/record_scan.h"

#include <algorithm>
#include <limits>
#include <set>
#include <tuple>

namespace puente {

namespace {

/// A record and what says that it is a part of it.
Result<std::set<Dot>, ReplicaFault> withParts(const Catalogue& catalogue, const SpaceId& space, const Dot& record) {
    std::set<Dot> whole{record};
    for (const auto& [type, field] : {std::pair("commitment", "agreement"), std::pair("line_of_action", "plan")}) {
        const char* owner = field;
        const auto done = scan(catalogue, space, type, [&](const RecordReader& part) {
            if (target(catalogue, part, owner) == record) whole.insert(part.id());
        });
        if (!done) return Failure{done.fault()};
    }
    return whole;
}

bool wouldOverflow(std::int64_t sum, std::int64_t more) {
    using Limits = std::numeric_limits<std::int64_t>;
    return more >= 0 ? sum > Limits::max() - more : sum < Limits::min() - more;
}

} // namespace

std::string currencyCode(std::string_view text) {
    std::string code(trimmed(text));
    for (char& letter : code)
        if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    return code;
}

Result<std::vector<FundingLine>, ReplicaFault> fundingOf(const Catalogue& catalogue, const SpaceId& space,
                                                         const std::optional<Dot>& record) {
    std::set<Dot> asked;
    if (record) {
        auto whole = withParts(catalogue, space, *record);
        if (!whole) return Failure{whole.fault()};
        asked = std::move(*whole);
    }
    std::vector<FundingLine> lines;
    const auto done = scan(catalogue, space, "funding", [&](const RecordReader& reader) {
        FundingLine line{.record = reader.id(),
                         .subject = target(catalogue, reader, "record"),
                         .source = reader.text("source"),
                         .stage = std::string(reader.symbol("stage")),
                         .currency = currencyCode(reader.text("currency")),
                         .amount = reader.number("amount"),
                         .date = reader.day("date")};
        if (!record || (line.subject && asked.contains(*line.subject))) lines.push_back(std::move(line));
    });
    if (!done) return Failure{done.fault()};
    const auto stageRank = [](const FundingLine& line) {
        return std::find(kFundingStages.begin(), kFundingStages.end(), line.stage) - kFundingStages.begin();
    };
    std::sort(lines.begin(), lines.end(), [&](const FundingLine& a, const FundingLine& b) {
        const auto rank = [&](const FundingLine& line) {
            return std::make_tuple(line.currency, stageRank(line), line.date, line.source);
        };
        if (rank(a) != rank(b)) return rank(a) < rank(b);
        return comesBefore(a.record, b.record, catalogue.replica().logs());
    });
    return lines;
}

FundingTotals totalOf(const std::vector<FundingLine>& lines) {
    FundingTotals totals;
    for (const FundingLine& line : lines) {
        const auto stage = std::find(kFundingStages.begin(), kFundingStages.end(), line.stage);
        if (!line.amount || line.currency.empty() || stage == kFundingStages.end()) {
            ++totals.uncounted;
            continue;
        }
        auto& sums = totals.byCurrency.try_emplace(line.currency).first->second;
        std::int64_t& sum = sums[static_cast<std::size_t>(stage - kFundingStages.begin())];
        if (wouldOverflow(sum, *line.amount))
            ++totals.uncounted;
        else
            sum += *line.amount;
    }
    return totals;
}

} // namespace puente
