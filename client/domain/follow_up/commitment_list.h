#pragma once

#include "client/domain/follow_up/deadline.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace puente {

/// The member states of the conference, as the schema names countries.
const std::vector<std::string>& memberStates();

/// One side's word on how a commitment stands.
struct Word {
    std::string_view status = {}; ///< the name of an enumerator; empty while nothing was said
    std::optional<LiveValue> live = {};
    bool isInConflict = false;
};

/// A commitment with what both sides say of it.
struct CommitmentItem {
    Dot record;
    std::optional<Dot> agreement = {};
    std::string country = {};
    std::string responsible = {};
    Deadline deadline = {};
    Word government = {};
    Word civilSociety = {};
    std::string reason = {}; ///< of civil society's word
    std::optional<std::int64_t> progress = {};

    /// Both have said something, and not the same.
    bool isDisputed() const {
        return !government.status.empty() && !civilSociety.status.empty() && government.status != civilSociety.status;
    }
};

struct CommitmentQuery {
    std::optional<Dot> agreement = {}; ///< only those of this agreement
    std::string country = {};          ///< only this country's
};

/// The commitments of a space, by agreement and country.
Result<std::vector<CommitmentItem>, ReplicaFault> listCommitments(const Catalogue& catalogue, const SpaceId& space,
                                                                  const Deadlines& deadlines,
                                                                  const CommitmentQuery& query);

/// Of the countries that a duty falls to, those without a commitment yet, each once and in the order given.
std::vector<std::string> countriesMissing(const std::vector<std::string>& countries,
                                          const std::vector<CommitmentItem>& existing);

} // namespace puente
