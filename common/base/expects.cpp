#include "common/base/expects.h"

#include <cstdio>
#include <cstdlib>

namespace puente {

void contractBroken() {
    // No location, no values: a message must never hold a key or a plaintext. The core's owner has a stack.
    std::fputs("puente: internal error: a contract between two parts of the program was broken\n", stderr);
    std::abort();
}

} // namespace puente
