#include "sync/membership/invite.h"

#include <cstdint>

using namespace puente;

// A text is an invite in exactly one way, blanks aside.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView input(data, size);
    std::string text(textOf(input));
    const auto invite = inviteFromText(text);
    std::erase_if(text, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
    if (invite) expects(toText(*invite) == text);
    return 0;
}
