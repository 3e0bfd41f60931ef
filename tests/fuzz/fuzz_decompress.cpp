#include "common/codec/compression.h"

#include <algorithm>
#include <cstdint>

using namespace puente;

// No frame decompresses to more than the bounds.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView input(data, size);
    const auto plain = decompress(input, {});
    const std::size_t most = std::max(kUnsuspiciousSizeMax, size * kCompressionRatioMax);
    if (plain) expects(plain->size() <= std::min(kDecompressedSizeMax, most));
    return 0;
}
