#include "sync/membership/invite.h"

#include <cstdint>

using namespace puente;

// A text is an invite in exactly one way.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView input(data, size);
    const auto invite = inviteFromText(textOf(input));
    if (invite) expects(toText(*invite) == textOf(input));
    return 0;
}
