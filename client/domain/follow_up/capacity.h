#pragma once

#include "client/domain/catalogue.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace puente {

/// What an organisation assesses of itself; the names are those of the fields.
inline constexpr std::array<std::string_view, 5> kCapacities{"communication", "follow_up", "staff", "connectivity",
                                                             "information_security"};

/// One self-assessment, and what changed since the organisation's one before.
struct CapacityAssessment {
    Dot record;
    std::string organization; ///< as people call it
    std::optional<Day> date;
    std::array<std::optional<std::int64_t>, kCapacities.size()> scores;
    std::array<std::optional<std::int64_t>, kCapacities.size()> changes; ///< nothing where either is missing
    std::string needs;
};

/// By organisation and day; of one organisation only if it is given.
Result<std::vector<CapacityAssessment>, ReplicaFault> assessmentsOf(const Catalogue& catalogue, const SpaceId& space,
                                                                    const std::optional<Dot>& organization,
                                                                    Language language);

} // namespace puente
