#pragma once

#include "common/base/ids.h"

#include <memory>

namespace puente {

/// A SHA-256 of exact bytes, without a label: for files that a common tool must be able to check. Everything of our
/// own is hashed by Hasher.
using Sha256 = Id<struct Sha256Tag, 32>;

Sha256 sha256(ByteView bytes);

/// The same of bytes that come piece by piece.
class Sha256Hasher {
public:
    Sha256Hasher();
    Sha256Hasher(Sha256Hasher&&) noexcept;
    Sha256Hasher& operator=(Sha256Hasher&&) noexcept;
    ~Sha256Hasher();

    Sha256Hasher& add(ByteView bytes);
    Sha256 finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace puente
