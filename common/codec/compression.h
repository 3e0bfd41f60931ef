#pragma once

#include "common/base/bytes.h"
#include "common/base/result.h"

namespace puente {

/// The bounds a compressed frame must keep; whatever exceeds one is refused before it costs memory.
inline constexpr std::size_t kDecompressedSizeMax = 8 * 1024 * 1024;
inline constexpr int kWindowLogMax = 23;                         // 8 MiB, as RFC 9659
inline constexpr std::size_t kCompressionRatioMax = 200;         ///< of what declares more than the next line
inline constexpr std::size_t kUnsuspiciousSizeMax = 1024 * 1024; ///< a person may well repeat one word 10,000 times

/// One zstd frame (RFC 8878) that declares its size, without checksum: the tag around it is one.
/// `dictionary` may be empty. `level` is zstd's, 1 to 19.
Bytes compress(ByteView plain, ByteView dictionary, int level);

enum class DecompressFault { Malformed, TooLarge, RatioTooHigh };

/// What compress() was given, with the same dictionary. Refuses a frame without a declared size, a size,
/// window or ratio beyond the bounds, and trailing bytes.
Result<Bytes, DecompressFault> decompress(ByteView compressed, ByteView dictionary);

} // namespace puente
