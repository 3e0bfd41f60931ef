#pragma once

#include "client/domain/catalogue.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace puente {

inline constexpr std::array<std::string_view, 4> kFundingStages{"requested", "committed", "disbursed", "spent"};

/// Money for something, in one stage.
struct FundingLine {
    Dot record;                 ///< of the line itself
    std::optional<Dot> subject; ///< what the money is for
    std::string source, stage, currency;
    std::optional<std::int64_t> amount; ///< as it is stored; nothing for one that is no number
    std::optional<Day> date;
};

struct FundingTotals {
    std::map<std::string, std::array<std::int64_t, kFundingStages.size()>> byCurrency; ///< never added up
    std::size_t uncounted = 0; ///< lines without an amount, currency or stage, or beyond what can be added
};

/// The lines of a record and of its parts (an agreement's commitments, a plan's lines); all without one. By subject,
/// currency and stage.
Result<std::vector<FundingLine>, ReplicaFault> fundingOf(const Catalogue& catalogue, const SpaceId& space,
                                                         const std::optional<Dot>& record);

FundingTotals totalOf(const std::vector<FundingLine>& lines);

/// "usd " and "USD" are one currency.
std::string currencyCode(std::string_view text);

} // namespace puente
