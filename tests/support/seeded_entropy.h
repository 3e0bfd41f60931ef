#pragma once

#include "common/base/entropy.h"
#include "tests/support/prng.h"

namespace puente::test {

/// Repeatable "randomness": the same seed gives the same bytes on every machine.
class SeededEntropy final : public Entropy {
public:
    explicit SeededEntropy(std::uint64_t seed) : m_prng(seed) {}

    void fill(std::span<std::uint8_t> target) override {
        for (std::uint8_t& byte : target)
            byte = static_cast<std::uint8_t>(m_prng.next() >> 32);
    }

private:
    Prng m_prng;
};

} // namespace puente::test
