#include "common/base/bytes.h"

#include <algorithm>

namespace puente {

namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";
constexpr std::string_view kBase64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::string_view kBase32Digits = "0123456789abcdefghjkmnpqrstvwxyz";

std::optional<int> hexDigit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return std::nullopt;
}

/// Writes `bytes` as groups of `width` bits; the last group is filled with zero bits.
std::string inGroups(ByteView bytes, int width, std::string_view digits) {
    std::string text;
    unsigned pending = 0;
    int count = 0;
    for (const std::uint8_t byte : bytes) {
        pending = (pending << 8 | byte) & 0xffffU;
        count += 8;
        while (count >= width) {
            count -= width;
            text += digits[pending >> count & ((1U << width) - 1)];
        }
    }
    if (count > 0) text += digits[pending << (width - count) & ((1U << width) - 1)];
    return text;
}

/// How many bytes follow the first one of a UTF-8 sequence, and the smallest code point they may mean.
struct Utf8Lead {
    int following = -1;
    std::uint32_t bits = 0;
    std::uint32_t smallest = 0;
};

Utf8Lead utf8Lead(std::uint8_t byte) {
    if (byte < 0x80) return {.following = 0, .bits = byte, .smallest = 1};
    if ((byte & 0xe0) == 0xc0) return {.following = 1, .bits = byte & 0x1fU, .smallest = 0x80};
    if ((byte & 0xf0) == 0xe0) return {.following = 2, .bits = byte & 0x0fU, .smallest = 0x800};
    if ((byte & 0xf8) == 0xf0) return {.following = 3, .bits = byte & 0x07U, .smallest = 0x10000};
    return {};
}

} // namespace

bool equal(ByteView a, ByteView b) {
    return std::ranges::equal(a, b);
}

std::string toHex(ByteView bytes) {
    return inGroups(bytes, 4, kHexDigits);
}

std::optional<Bytes> fromHex(std::string_view text) {
    if (text.size() % 2 != 0) return std::nullopt;
    Bytes bytes;
    bytes.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const auto high = hexDigit(text[i]), low = hexDigit(text[i + 1]);
        if (!high || !low) return std::nullopt;
        bytes.push_back(static_cast<std::uint8_t>(*high << 4 | *low));
    }
    return bytes;
}

std::string toBase64Url(ByteView bytes) {
    return inGroups(bytes, 6, kBase64Digits);
}

std::optional<Bytes> fromBase64Url(std::string_view text) {
    Bytes bytes;
    unsigned pending = 0;
    int count = 0;
    for (const char c : text) {
        const std::size_t digit = kBase64Digits.find(c);
        if (digit == std::string_view::npos) return std::nullopt;
        pending = (pending << 6 | static_cast<unsigned>(digit)) & 0xffffU;
        count += 6;
        if (count < 8) continue;
        count -= 8;
        bytes.push_back(static_cast<std::uint8_t>(pending >> count & 0xffU));
    }
    if (toBase64Url(bytes) != text) return std::nullopt; // one text per value: no stray bits, no stray digit
    return bytes;
}

std::string toBase32(ByteView bytes) {
    return inGroups(bytes, 5, kBase32Digits);
}

bool isUtf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const Utf8Lead lead = utf8Lead(static_cast<std::uint8_t>(text[i]));
        if (lead.following < 0 || text.size() - i <= static_cast<std::size_t>(lead.following)) return false;
        std::uint32_t point = lead.bits;
        for (int k = 1; k <= lead.following; ++k) {
            const auto byte = static_cast<std::uint8_t>(text[i + static_cast<std::size_t>(k)]);
            if ((byte & 0xc0) != 0x80) return false;
            point = point << 6 | (byte & 0x3fU);
        }
        const bool surrogate = point >= 0xd800 && point <= 0xdfff;
        if (point < lead.smallest || point > 0x10ffff || surrogate) return false;
        i += static_cast<std::size_t>(lead.following) + 1;
    }
    return true;
}

} // namespace puente
