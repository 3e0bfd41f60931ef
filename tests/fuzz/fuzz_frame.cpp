#include "common/base/expects.h"
#include "sync/session/frame.h"

#include <cstdint>

using namespace puente;

// A stream of any bytes is frames or a fault, and a frame has one encoding.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView input(data, size);
    FrameReader reader{SessionLimits{}};
    reader.feed(input);
    for (std::size_t begin = 0;;) {
        const auto frame = reader.next();
        if (!frame || !*frame) break;
        const Bytes again = encodeFrame(**frame);
        expects(begin + again.size() <= size && equal(again, input.subspan(begin, again.size())));
        begin += again.size();
    }
    return 0;
}
