#include "common/base/bytes.h"
#include "common/base/expects.h"

#include <cstdint>

using namespace puente;

// What text decodings accept is what encodings write.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView input(data, size);
    const std::string_view text = textOf(input);
    if (const auto bytes = fromBase64Url(text)) expects(toBase64Url(*bytes) == text);
    if (const auto bytes = fromHex(text)) expects(toHex(*bytes).size() == text.size());
    (void)isUtf8(text);
    return 0;
}
