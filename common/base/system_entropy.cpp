#include "common/base/system_entropy.h"

#include "common/base/expects.h"

#include <sodium.h>

namespace puente {

SystemEntropy::SystemEntropy() {
    expects(sodium_init() >= 0);
}

void SystemEntropy::fill(std::span<std::uint8_t> target) {
    randombytes_buf(target.data(), target.size());
}

} // namespace puente
