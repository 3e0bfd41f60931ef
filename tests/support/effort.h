#pragma once

#include <cstddef>
#include <cstdlib>

namespace puente::test {

/// How many cases a test may try, from what it tries in the ordinary suite: fewer in a build slowed down by
/// sanitizers, many more at night.
inline std::size_t effort(std::size_t usual) {
    if (std::getenv("PUENTE_NIGHTLY") != nullptr) return usual * 50;
    if (std::getenv("PUENTE_SLOW_BUILD") != nullptr) return usual / 8;
    return usual;
}

} // namespace puente::test
