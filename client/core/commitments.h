#pragma once

#include "client/core/records.h"
#include "client/domain/calendar.h"

#include <optional>
#include <string>
#include <vector>

namespace puente {

struct SplitWish {
    std::string agreement;
    std::vector<std::string> countries = {}; ///< none: those of the agreement, else the member states
    std::string due = {};                    ///< empty: the agreement's term
};

struct Split {
    Dot agreement;
    std::vector<std::string> added = {}; ///< countries
    std::size_t existing = 0;
    std::vector<std::string> remarks = {};
};

/// Turns the duty of everybody into one commitment a country, all in one change set. What is there already stays as it
/// is. A point that is only taken note of is refused.
Outcome<Split> splitAgreement(Records& records, const SplitWish& wish);

/// What an office says of a commitment.
struct CommitmentWord {
    std::string commitment;
    std::string status;
    std::optional<std::int64_t> progress = {};
    std::string text = {};
    std::optional<Quarter> quarter = {}; ///< with it, an update of that quarter is entered too
};

struct WordWritten {
    Dot record;
    std::optional<Dot> update = {};
    bool changed = false;
};

/// The government's word: status and progress, with `text` or `quarter` also an update. In one change set.
Outcome<WordWritten> reportCommitment(Records& records, const CommitmentWord& word);
/// Civil society's word and its reason, which stands beside the government's.
Outcome<WordWritten> assessCommitment(Records& records, const CommitmentWord& word);

} // namespace puente
