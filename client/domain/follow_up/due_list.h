#pragma once

#include "client/domain/follow_up/deadline.h"

#include <optional>
#include <string>
#include <vector>

namespace puente {

/// Something that is waited for.
struct DueItem {
    Dot record;
    const RecordType* type = nullptr;
    Deadline deadline = {};
    Light light = Light::Undated;
    std::string responsible = {}; ///< as it is written; empty for nobody
    std::string country = {};     ///< of a commitment, ISO 3166; else empty
    bool isUnassigned = false;    ///< nobody, or everybody without a commitment for each country
    bool isCollective = false;    ///< "member countries" and their like
    std::string title = {};
};

/// What a list of what is due is made of: everything that is open, or only a part of it.
struct DueQuery {
    Day today;
    int soonDays = kSoonDays;
    Language language = Language::Spanish;
    std::string country = {};     ///< only what falls to this country
    std::string responsible = {}; ///< only where the responsible has these words
};

/// Everything open in a space: agreements, commitments, lines of action and responses to proposals; the longest overdue
/// first, what has no date last. Points that only thank or take note, and declarations, are not waited for.
Result<std::vector<DueItem>, ReplicaFault> listDue(const Catalogue& catalogue, const SpaceId& space,
                                                   const Deadlines& deadlines, const DueQuery& query);

} // namespace puente
