#pragma once

#include "client/domain/case_count.h"
#include "client/domain/follow_up/duties.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace puente {

/// What records alone do not say, for whoever holds the replica to fill in.
struct ReadinessFacts {
    struct Member {
        std::string name;                 ///< as the space's membership has it
        std::optional<Day> dataAsOf = {}; ///< of the newest change of its devices that is here; nothing for none
        bool isOwn = false;
    };
    std::vector<Member> members = {}; ///< of the space, whoever still belongs to it
    std::size_t conflicts = 0;
    /// How many complaints the restricted spaces of this office hold, if it wants to say so; else what the bodies
    /// have shared of the quarter counts (records of the type `case_count`).
    std::optional<std::size_t> cases = {};
    /// Whether an approval counts as signed; unset: every one that is on record with a decision.
    std::function<bool(const RecordReader&)> isSigned = {};
};

/// How far one organisation is before a meeting.
struct ReadinessRow {
    std::string name;
    std::string country = {};
    bool isMember = false; ///< of the space; others cannot have synchronised
    std::optional<Day> dataAsOf = {};
    std::size_t reportsDue = 0, reportsReceived = 0;
    std::vector<std::string> signaturesMissing = {}; ///< plans, by title
    std::size_t answersMissing = 0;                  ///< to proposals that wait for its answer
};

/// What a meeting can count on, and what is missing.
struct ReadinessBoard {
    Day day;
    std::optional<Quarter> quarter; ///< the one that is reported on
    std::vector<ReadinessRow> rows; ///< by name
    std::size_t reportsDue = 0, reportsReceived = 0;
    std::size_t proposalsWithoutResponse = 0; ///< nobody was asked to answer them
    std::size_t unassignedDuties = 0;         ///< open duties that fall to no organisation on record
    std::size_t conflicts = 0;
    std::optional<std::size_t> cases; ///< at least kCaseCountMin, else casesAreFew
    bool casesAreFew = false;
};

/// The board for a meeting, on a day. The quarter is the one that the meeting names, else the one before that in which
/// it begins.
Result<ReadinessBoard, ReplicaFault> readinessOf(const Catalogue& catalogue, const SpaceId& space,
                                                 const Deadlines& deadlines, const Dot& meeting, Day day,
                                                 const ReadinessFacts& facts);

} // namespace puente
