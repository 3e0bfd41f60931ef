#pragma once

#include "tests/sim/device.h"

namespace puente::test {

/// What the fields of the simulated schema hold; the engine knows nothing of it.
inline constexpr std::uint32_t kRecordType = 3;
inline constexpr std::uint32_t kSingleFields[] = {8, 9, 10};
inline constexpr std::uint32_t kSetField = 11;
inline constexpr std::uint32_t kUnknownField = 40'000; ///< of a version that nobody here has

/// One change set that a person at this device might save, from what the replica shows: on few records and few fields,
/// so that the offices meet. `known` are the records of the space that anyone has ever created.
std::vector<Operation> anyEdit(SimDevice& device, const SpaceId& space, const std::vector<GlobalDot>& known,
                               Prng& prng);

} // namespace puente::test
