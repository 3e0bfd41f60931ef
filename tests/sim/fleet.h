#pragma once

#include "tests/sim/world.h"

namespace puente::test {

/// What came of one schedule.
struct Verdict {
    std::string failure; ///< empty when all agree with each other and with the model, and nothing was lost
    Hash trace;          ///< of all that happened: the same seed gives the same
    Findings findings;
    World::Totals totals;
};

/// Which seeds run over SQLite files on disks that lose power: every third.
bool hasPowerCuts(std::uint64_t seed);

/// Lives one fleet's whole life from one seed.
Verdict runSchedule(std::uint64_t seed);

} // namespace puente::test
