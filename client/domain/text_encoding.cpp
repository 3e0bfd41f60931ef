#include "client/domain/text_encoding.h"

#include "common/base/bytes.h"

#include <array>
#include <cstdint>

namespace puente {

namespace {

constexpr std::uint16_t kReplacement = 0xfffd;

/// What 0x80..0x9f mean in Windows-1252: 27 characters and five holes. All other bytes are those of Latin-1.
constexpr std::array<std::uint16_t, 32> kWindows1252{
    0x20ac,       kReplacement, 0x201a, 0x0192, 0x201e, 0x2026,       0x2020, 0x2021,
    0x02c6,       0x2030,       0x0160, 0x2039, 0x0152, kReplacement, 0x017d, kReplacement,
    kReplacement, 0x2018,       0x2019, 0x201c, 0x201d, 0x2022,       0x2013, 0x2014,
    0x02dc,       0x2122,       0x0161, 0x203a, 0x0153, kReplacement, 0x017e, 0x0178};

void appendUtf8(std::string& text, std::uint16_t character) {
    if (character < 0x80) {
        text.push_back(static_cast<char>(character));
    } else if (character < 0x800) {
        text.push_back(static_cast<char>(0xc0 | character >> 6));
        text.push_back(static_cast<char>(0x80 | (character & 0x3f)));
    } else {
        text.push_back(static_cast<char>(0xe0 | character >> 12));
        text.push_back(static_cast<char>(0x80 | (character >> 6 & 0x3f)));
        text.push_back(static_cast<char>(0x80 | (character & 0x3f)));
    }
}

/// How many bytes a character led by this one has; 1 if it cannot lead.
std::size_t sizeLedBy(std::uint8_t lead) {
    if (lead >= 0xc2 && lead < 0xe0) return 2;
    if (lead >= 0xe0 && lead < 0xf0) return 3;
    if (lead >= 0xf0 && lead < 0xf5) return 4;
    return 1;
}

} // namespace

TextEncoding guessEncoding(std::string_view bytes) {
    std::size_t characters = 0, strays = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto lead = static_cast<std::uint8_t>(bytes[at]);
        const std::size_t size = lead < 0x80 ? 1 : sizeLedBy(lead);
        const bool whole = size > 1 && isUtf8(bytes.substr(at, size));
        if (lead >= 0x80) ++(whole ? characters : strays);
        at += whole ? size : 1;
    }
    return strays > characters ? TextEncoding::Windows1252 : TextEncoding::Utf8;
}

std::string fromWindows1252(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 16);
    for (const char byte : bytes) {
        const auto code = static_cast<std::uint8_t>(byte);
        appendUtf8(text, code >= 0x80 && code < 0xa0 ? kWindows1252[code - 0x80] : code);
    }
    return text;
}

} // namespace puente
