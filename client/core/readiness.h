#pragma once

#include "client/core/records.h"
#include "client/core/sheet.h"
#include "client/domain/follow_up/readiness.h"

#include <optional>
#include <string>
#include <vector>

namespace puente {

/// The board of a meeting, from the records and from what this replica knows of the members' devices. A plan counts as
/// signed where the signature verifies and is about its text as it stands, see signaturesOn().
/// `cases` is what this office says of its restricted spaces, if anything.
Outcome<ReadinessBoard> readiness(Records& records, const Dot& meeting, Day day, std::optional<std::size_t> cases);

/// The organisations as a table.
Sheet boardSheet(const ReadinessBoard& board);
/// What concerns them all, a line each.
std::vector<std::string> boardRemarks(const ReadinessBoard& board);
/// Both, under a heading: as it is read, frozen and printed.
std::string boardText(const Records& records, const Dot& meeting, const ReadinessBoard& board);

/// What a log held when a board was frozen.
struct SnapshotHead {
    std::string device; ///< hexadecimal
    std::uint32_t incarnation = 0;
    std::uint64_t height = 0;
    std::string hash; ///< hexadecimal
};
/// One head a line: "device incarnation height hash" (docs/decisions/0178).
std::string headsText(const std::vector<SnapshotHead>& heads);
/// Lines that are no heads are left out.
std::vector<SnapshotHead> headsFrom(std::string_view text);

struct Frozen {
    Dot snapshot;
    std::size_t logs = 0;
};
/// Seals what this office wrote and enters the heads of all logs with the board. Once a day and office.
Outcome<Frozen> freeze(Records& records, const Dot& meeting, Day day, const ReadinessBoard& board);

} // namespace puente
