#pragma once

#include "client/domain/follow_up/plan_tree.h"
#include "common/crypto/sha256.h"

namespace puente {

/// A plan as one exact text, and the hash that is its version.
struct FrozenPlan {
    std::string text;
    Sha256 version;
};

/// More than this no approval could carry in one change set.
inline constexpr std::size_t kPlanTextSizeMax = 150 * 1024;

/// Makes the canonical text of a plan: the same records give the same bytes on every device. What is not certain (a
/// field in conflict, two lines of one code that differ) is not frozen: then all that stands in the way, in order.
/// Format: docs/formats/plan_approval.md.
Result<FrozenPlan, std::vector<PlanProblem>> freeze(const PlanTree& tree, const Schema& schema);

} // namespace puente
