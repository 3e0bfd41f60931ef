#pragma once

#include "sync/session/frame.h"
#include "tests/support/prng.h"

namespace puente::test {

/// Any frame that the protocol can hold, of each type in turn: `number` modulo kFrameTypeCount says which. The first
/// vectors know the first kFirstFrameTypeCount of them.
inline constexpr std::size_t kFrameTypeCount = 23, kFirstFrameTypeCount = 14;
Frame anyFrame(Prng& prng, std::size_t number);

} // namespace puente::test
