#include "sync/segment/segment.h"

#include <cstdint>

using namespace puente;

// Without the key nobody makes a segment; nothing crashes on the way to finding out.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView input(data, size);
    const auto segment = Segment::parse(Bytes(input.begin(), input.end()));
    if (segment) expects(equal(segment->wire(), input));
    return 0;
}
