#pragma once

#include "common/base/entropy.h"

namespace puente {

/// The operating system's randomness, through libsodium. Created only where a program starts.
class SystemEntropy final : public Entropy {
public:
    SystemEntropy();

    void fill(std::span<std::uint8_t> target) override;
};

} // namespace puente
