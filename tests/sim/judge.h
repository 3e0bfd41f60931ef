#pragma once

#include "common/crypto/space_key.h"
#include "tests/sim/device.h"

#include <span>

namespace puente::test {

/// The key of a space, as far as this device has been given it.
std::optional<SpaceKey> spaceKeyOf(SimDevice& device, const SpaceId& space);

/// What the judge counted on the way, so that a test can see that its worlds were not empty.
struct Findings {
    std::size_t values = 0, live = 0, conflicts = 0, ignoredRetirements = 0, records = 0;
};

/// Compares every device of a space, after the quiet, with every other and with the model; and everything that was ever
/// acknowledged with what is there. The first difference in words; empty when there is none.
std::string judge(const SpaceId& space, std::span<SimDevice* const> members, std::span<const Acknowledged> acknowledged,
                  Findings& findings);

} // namespace puente::test
