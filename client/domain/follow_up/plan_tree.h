#pragma once

#include "client/domain/catalogue.h"
#include "client/domain/record_reader.h"

#include <optional>
#include <string>
#include <vector>

namespace puente {

/// Why a plan cannot be read as one certain text.
struct PlanProblem {
    enum class Kind : std::uint8_t {
        Conflict,   ///< several values stand in `field`
        SameCode,   ///< `other` has the same code and says something else
        NoCode,     ///< a line without its code
        LostParent, ///< it is part of something that is no line of this plan
        Circle,     ///< it is part of itself
        Newer,      ///< `field` holds what only a newer version has a word for
        TooLong,    ///< the whole text
    };
    Kind kind = Kind::Conflict;
    Dot record;
    std::string field = {};
    std::optional<Dot> other = {};

    friend bool operator==(const PlanProblem&, const PlanProblem&) = default;
};

/// An axis, line or activity at its place in the plan.
struct PlanLine {
    Component record;
    std::string code;
    std::string level = {}; ///< "axis", "line", "activity"; empty for none
    std::string parentCode = {};
    int depth = 0; ///< 0 at the top
};

/// A plan with its lines, each behind what it is part of; siblings by order, then by code as people count ("1.10" comes
/// after "1.2"), then by id. Lines that were entered twice, under one code, stand together. The same records make the
/// same tree on every device, however they arrived.
struct PlanTree {
    Component plan;
    std::vector<PlanLine> lines;
    std::vector<PlanProblem> problems; ///< of the shape: LostParent and Circle, whose lines stand at the top, and
                                       ///< Conflict about `plan` or `parent`
};

Result<PlanTree, ReplicaFault> readPlan(const Catalogue& catalogue, const SpaceId& space, const Component& plan);

/// True when a code comes before another as people count: runs of digits are numbers.
bool codeComesBefore(std::string_view a, std::string_view b);

/// The records of a type whose reference field names this record, in any of the values that stand in it.
Result<std::vector<Component>, ReplicaFault> recordsAbout(const Catalogue& catalogue, const SpaceId& space,
                                                          const RecordType& type, std::string_view field,
                                                          const Dot& record);

} // namespace puente
