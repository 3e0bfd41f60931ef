#pragma once

#include "common/base/bytes.h"

#include <span>

namespace puente {

/// Where randomness comes from. Production passes SystemEntropy; a simulation passes a seeded one.
class Entropy {
public:
    virtual ~Entropy() = default;

    /// Fills all of `target`. It never delivers less: without randomness the program must end.
    virtual void fill(std::span<std::uint8_t> target) = 0;

    /// A fresh random id.
    template <typename IdType>
    IdType draw() {
        IdType id;
        fill(id.bytes);
        return id;
    }
};

} // namespace puente
