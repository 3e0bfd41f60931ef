#include "client/core/text_width.h"

#include <algorithm>

namespace puente {

namespace {

bool isContinuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xc0) == 0x80;
}

} // namespace

std::size_t widthOf(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char b) { return !isContinuation(b); }));
}

std::string shortened(std::string_view text, std::size_t widthMax) {
    std::string line(text.substr(0, text.find('\n')));
    const bool hadMore = line.size() < text.size();
    if (widthOf(line) <= widthMax && !hadMore) return line;
    std::size_t end = 0;
    for (std::size_t width = 0; end < line.size(); ++end)
        if (!isContinuation(line[end]) && ++width >= widthMax) break;
    return line.substr(0, end) + "…";
}

} // namespace puente
