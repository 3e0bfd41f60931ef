#include "sync/replica/handle.h"

#include "common/codec/writer.h"
#include "common/crypto/hash.h"
#include "sync/replica/replica.h"

#include <algorithm>

namespace puente {

namespace {

constexpr std::string_view kDigits = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::size_t kBits = kHandleSize * 8;

/// The five bits that a person means by this letter.
std::optional<unsigned> digitOf(char letter) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    if (letter == 'o') letter = '0';
    if (letter == 'i' || letter == 'l') letter = '1';
    const std::size_t digit = kDigits.find(letter);
    if (digit == std::string_view::npos) return std::nullopt;
    return static_cast<unsigned>(digit);
}

void setBit(HandleBytes& bytes, std::size_t place, bool on) {
    const auto mask = static_cast<std::uint8_t>(0x80U >> (place % 8));
    if (on)
        bytes[place / 8] |= mask;
    else
        bytes[place / 8] = static_cast<std::uint8_t>(bytes[place / 8] & ~mask);
}

} // namespace

std::optional<HandleRange> handlesWith(std::string_view prefix) {
    HandleRange range;
    range.most.fill(0xff);
    std::size_t place = 0;
    for (const char letter : prefix) {
        const auto digit = digitOf(letter);
        if (!digit || place >= kBits) return std::nullopt;
        for (int bit = 4; bit >= 0; --bit, ++place) {
            const bool on = (*digit >> bit & 1U) != 0;
            if (place >= kBits && on) return std::nullopt; // the last letter says only three bits
            if (place >= kBits) continue;
            setBit(range.least, place, on);
            setBit(range.most, place, on);
        }
    }
    return range;
}

HandleBytes handleOf(const LogId& log, std::uint32_t sequence, std::uint32_t index) {
    Writer writer;
    writer.id(log.device);
    writer.u32(log.incarnation);
    writer.u32(sequence);
    writer.u32(index);
    const Hash hash = hashOf(Purpose::RecordHandle, writer.view());
    HandleBytes handle;
    std::copy_n(hash.bytes.begin(), handle.size(), handle.begin());
    return handle;
}

std::string recordHandle(const LogId& log, std::uint32_t sequence, std::uint32_t index) {
    return toBase32(handleOf(log, sequence, index));
}

} // namespace puente
