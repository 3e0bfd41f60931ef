#pragma once

#include "common/base/bytes.h"
#include "common/base/result.h"

#include <memory>

namespace puente {

/// The bounds a compressed frame must keep; whatever exceeds one is refused before it costs memory.
inline constexpr std::size_t kDecompressedSizeMax = 8 * 1024 * 1024;
inline constexpr int kWindowLogMax = 23;                         ///< 8 MiB, as RFC 9659
inline constexpr std::size_t kCompressionRatioMax = 200;         ///< of what declares more than the next line
inline constexpr std::size_t kUnsuspiciousSizeMax = 1024 * 1024; ///< a person may well repeat one word 10,000 times

enum class DecompressFault { Malformed, TooLarge, RatioTooHigh };

/// Text that frames may point into, made ready once: that takes longer than a small frame does.
class CompressionDictionary {
public:
    /// `content` may be empty, else it is what zstd's training makes; `level` is zstd's, 1 to 19.
    CompressionDictionary(ByteView content, int level);
    CompressionDictionary(CompressionDictionary&&) noexcept;
    CompressionDictionary& operator=(CompressionDictionary&&) noexcept;
    ~CompressionDictionary();

private:
    friend Bytes compress(ByteView plain, const CompressionDictionary& dictionary);
    friend Result<Bytes, DecompressFault> decompress(ByteView compressed, const CompressionDictionary& dictionary);
    struct Handles;
    std::unique_ptr<Handles> m_handles;
};

/// One zstd frame (RFC 8878) that declares its size, without checksum: the tag around it is one.
Bytes compress(ByteView plain, const CompressionDictionary& dictionary);
Bytes compress(ByteView plain, ByteView dictionary, int level);

/// What compress() was given, with the same dictionary. Refuses a frame without a declared size, a size,
/// window or ratio beyond the bounds, and trailing bytes.
Result<Bytes, DecompressFault> decompress(ByteView compressed, const CompressionDictionary& dictionary);
Result<Bytes, DecompressFault> decompress(ByteView compressed, ByteView dictionary);

} // namespace puente
