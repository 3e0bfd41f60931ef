#pragma once

#include "sync/segment/body.h"
#include "tests/support/prng.h"

namespace puente::test {

/// Any body that the format can hold, opaque values, references and odd numbers included; its log table is in order.
SegmentBody anyBody(Prng& prng, std::uint32_t first);

} // namespace puente::test
