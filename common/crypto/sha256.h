#pragma once

#include "common/base/ids.h"

namespace puente {

/// A SHA-256 of exact bytes, without a label: for files that a common tool must be able to check. Everything of our
/// own is hashed by Hasher.
using Sha256 = Id<struct Sha256Tag, 32>;

Sha256 sha256(ByteView bytes);

} // namespace puente
