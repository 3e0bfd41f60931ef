#pragma once

#include "tests/sim/log_book.h"

#include <span>

namespace puente::test {

/// What the judge counted on the way, so that a test can see that its worlds were not empty.
struct Findings {
    std::size_t beyondCuts = 0;   ///< acknowledged, and cut away since
    std::size_t writtenAgain = 0; ///< of two copies' branches, the one that does not count
    std::size_t values = 0, live = 0, conflicts = 0, ignoredRetirements = 0, records = 0;
};

/// Who belongs to a space when all is quiet.
struct JudgedSpace {
    SpaceId id;
    const Membership& membership;    ///< by all records that there are
    std::vector<SimDevice*> members; ///< the devices that are members by them
    std::vector<SimDevice*> others;  ///< all other devices, whatever they hold
};

/// Compares every member of a space, after the quiet, with every other, with itself rebuilt, and with the model of what
/// counts; and everything that was ever acknowledged with what is there. The first difference in words; empty when
/// there is none.
std::string judge(const JudgedSpace& space, std::span<const Acknowledged> acknowledged, Findings& findings);

} // namespace puente::test
