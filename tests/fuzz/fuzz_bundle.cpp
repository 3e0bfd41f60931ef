#include "sync/bundle/bundle.h"

#include <cstdint>

using namespace puente;

// A file of any shape is read or refused, in pieces whose size the first byte gives; only a signed one comes out.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const ByteView input(data + 1, size - 1);
    const std::size_t pieceSize = std::size_t{data[0]} + 1;
    BundleReader reader;
    for (std::size_t at = 0; at < input.size(); at += pieceSize)
        if (!reader.feed(input.subspan(at, std::min(pieceSize, input.size() - at)))) return 0;
    (void)reader.finish().ok();
    return 0;
}
