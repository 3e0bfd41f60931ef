#include "sync/segment/body.h"

#include <cstdint>

using namespace puente;

// Whatever is accepted is the one encoding of what it means.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView input(data, size);
    const auto body = decodeBody(input, LogId{}, 1);
    if (body) expects(equal(encodeBody(*body), input));
    return 0;
}
