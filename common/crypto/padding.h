#pragma once

#include "common/base/bytes.h"

#include <cstddef>
#include <optional>

namespace puente {

/// No sealed plaintext is smaller.
inline constexpr std::size_t kPaddedSizeMin = 256;

/// The size that `size` is padded to: PADMÉ (Nikitin et al., PETS 2019) with a floor of 256 bytes. It
/// reveals only O(log log size) bits and adds at most 12 % above the floor.
std::size_t paddedSize(std::size_t size);

/// The bytes, then 0x80, then zeros up to a padded size (ISO/IEC 7816-4), so that the true size needs no field.
Bytes pad(Bytes bytes);

/// What pad() was given; nothing unless the padding is exactly pad()'s.
std::optional<ByteView> unpad(ByteView padded);

} // namespace puente
