#include "common/codec/compression.h"

#include <cstdint>

using namespace puente;

// No frame decompresses to more than the bounds.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView input(data, size);
    const auto plain = decompress(input, {});
    if (plain) expects(plain->size() <= kDecompressedSizeMax && plain->size() <= size * kCompressionRatioMax);
    return 0;
}
