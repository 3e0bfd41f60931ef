#include "common/crypto/padding.h"

#include <algorithm>
#include <bit>

namespace puente {

std::size_t paddedSize(std::size_t size) {
    if (size <= kPaddedSizeMin) return kPaddedSizeMin;
    const auto exponent = static_cast<unsigned>(std::bit_width(size)) - 1;
    const auto mantissaBits = static_cast<unsigned>(std::bit_width(exponent));
    const std::size_t mask = (std::size_t{1} << (exponent - mantissaBits)) - 1;
    return (size + mask) & ~mask;
}

Bytes pad(Bytes bytes) {
    bytes.push_back(0x80);
    bytes.resize(paddedSize(bytes.size()), 0);
    return bytes;
}

std::optional<ByteView> unpad(ByteView padded) {
    const auto mark = std::find_if(padded.rbegin(), padded.rend(), [](std::uint8_t byte) { return byte != 0; });
    if (mark == padded.rend() || *mark != 0x80) return std::nullopt;
    const auto size = static_cast<std::size_t>(padded.rend() - mark) - 1;
    if (padded.size() != paddedSize(size + 1)) return std::nullopt;
    return padded.first(size);
}

} // namespace puente
