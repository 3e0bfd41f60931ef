#include "client/domain/file_name.h"

#include "client/domain/fold.h"
#include "client/domain/text_encoding.h"
#include "common/base/bytes.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace puente {

namespace {

constexpr std::size_t kEndingMax = 16; ///< bytes of an ending that is kept when a name is cut
constexpr char kInPlace = '_';

/// The character that begins at `at`, and how many bytes it has. The text is UTF-8.
std::pair<std::uint32_t, std::size_t> characterAt(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(text[at + i]));
    };
    const std::uint32_t first = byte(0);
    if (first < 0x80) return {first, 1};
    if (first < 0xE0) return {(first & 0x1F) << 6 | (byte(1) & 0x3F), 2};
    if (first < 0xF0) return {(first & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F), 3};
    return {(first & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F), 4};
}

/// Control characters, and what is not seen or turns around what is: the marks of direction, joiners, variation
/// selectors, tags, and the spaces that are none.
bool isUnseen(std::uint32_t character) {
    constexpr std::array<std::pair<std::uint32_t, std::uint32_t>, 13> kRanges{{
        {0x00, 0x1F},
        {0x7F, 0x9F},
        {0xAD, 0xAD},
        {0x061C, 0x061C},
        {0x115F, 0x1160},
        {0x180B, 0x180F},
        {0x200B, 0x200F},
        {0x2028, 0x202E},
        {0x2060, 0x206F},
        {0xFE00, 0xFE0F},
        {0xFEFF, 0xFEFF},
        {0xFFF0, 0xFFFF},
        {0xE0000, 0xE0FFF},
    }};
    return std::any_of(kRanges.begin(), kRanges.end(),
                       [&](const auto& range) { return character >= range.first && character <= range.second; });
}

/// What divides paths, names a stream or a place, or means something to a shell or to Windows. Full-width and
/// look-alike dividers too, which some systems turn into the plain ones.
bool isReserved(std::uint32_t character) {
    constexpr std::array<std::uint32_t, 16> kReserved{'/', '\\', ':',    '*',    '?',    '"',    '<',    '>',
                                                      '|', '%',  0x2044, 0x2215, 0xFF0F, 0xFF3C, 0x29F8, 0xFF1A};
    return std::find(kReserved.begin(), kReserved.end(), character) != kReserved.end();
}

std::string replaced(std::string_view name) {
    std::string text;
    for (std::size_t at = 0; at < name.size();) {
        const auto [character, length] = characterAt(name, at);
        if (isReserved(character) || character < 0x20)
            text += kInPlace;
        else if (!isUnseen(character))
            text.append(name.substr(at, length));
        at += length;
    }
    return text;
}

/// Where the ending begins, with its point; the end of the name if it has none worth keeping.
std::size_t endingOf(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || name.size() - dot > kEndingMax) return name.size();
    return dot;
}

/// Windows drops points and spaces at the end and keeps names for devices, whatever their ending; "-" begins an option
/// of a program, a point a hidden file.
std::string withoutTricks(std::string name) {
    while (!name.empty() && (name.back() == '.' || name.back() == ' '))
        name.pop_back();
    const std::size_t begin = name.find_first_not_of(' ');
    name.erase(0, std::min(begin, name.size()));
    if (!name.empty() && (name.front() == '.' || name.front() == '-' || name.front() == '~')) name.front() = kInPlace;
    return name;
}

bool isDevice(std::string_view name) {
    std::string stem = fold(name.substr(0, name.find('.')));
    for (const auto& [superscript, digit] : {std::pair("¹", "1"), std::pair("²", "2"), std::pair("³", "3")})
        if (const std::size_t at = stem.find(superscript); at != std::string::npos)
            stem.replace(at, std::string_view(superscript).size(), digit);
    constexpr std::array<std::string_view, 7> kDevices{"con", "prn", "aux", "nul", "clock$", "conin$", "conout$"};
    if (std::find(kDevices.begin(), kDevices.end(), stem) != kDevices.end()) return true;
    const bool isPort = stem.starts_with("com") || stem.starts_with("lpt");
    return isPort && stem.size() == 4 && stem[3] >= '0' && stem[3] <= '9';
}

std::string shortened(const std::string& name) {
    if (name.size() <= kFileNameMax) return name;
    const std::string ending = name.substr(endingOf(name));
    return withoutTricks(std::string(clipped(name, kFileNameMax - ending.size()))) + ending;
}

} // namespace

std::string safeFileName(std::string_view name) {
    const std::string read = replaced(isUtf8(name) ? std::string(name) : fromWindows1252(name));
    std::string safe = shortened(withoutTricks(read));
    if (isDevice(safe)) safe.insert(0, 1, kInPlace);
    const bool saysNothing = safe.find_first_not_of("_. ") == std::string::npos;
    return saysNothing ? "documento" : safe;
}

std::string numberedFileName(std::string_view safeName, unsigned number) {
    const std::size_t ending = endingOf(safeName);
    std::string numbered(safeName.substr(0, ending));
    numbered += " (" + std::to_string(number) + ")";
    return numbered.append(safeName.substr(ending));
}

} // namespace puente
