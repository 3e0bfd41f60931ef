#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace puente {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

/// The bytes of a text, without its terminating zero.
inline ByteView bytesOf(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

/// The text whose UTF-8 these bytes are claimed to be; nothing is checked here.
inline std::string_view textOf(ByteView bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

inline void append(Bytes& target, ByteView more) {
    target.insert(target.end(), more.begin(), more.end());
}

/// True when both hold the same bytes.
bool equal(ByteView a, ByteView b);

/// Lower-case hexadecimal, two digits a byte.
std::string toHex(ByteView bytes);
/// The bytes behind lower- or upper-case hexadecimal; nothing if a digit is odd one out.
std::optional<Bytes> fromHex(std::string_view text);

/// URL-safe base64 without padding (RFC 4648 section 5).
std::string toBase64Url(ByteView bytes);
/// The bytes behind URL-safe base64; nothing unless the text is exactly what toBase64Url() writes.
std::optional<Bytes> fromBase64Url(std::string_view text);

/// Lower-case Crockford base32 (digits and letters without i, l, o, u), most significant bit first.
std::string toBase32(ByteView bytes);

/// True when `text` is well-formed UTF-8 (no surrogates, no overlong forms, no NUL).
bool isUtf8(std::string_view text);

/// A fixed number of bytes that names one kind of thing. Two kinds never compare or convert.
template <typename Tag, std::size_t Size>
struct Id {
    static constexpr std::size_t kSize = Size;

    std::array<std::uint8_t, Size> bytes{};

    /// The id in exactly `Size` bytes; nothing for any other length.
    static std::optional<Id> from(ByteView view) {
        if (view.size() != Size) return std::nullopt;
        Id id;
        std::memcpy(id.bytes.data(), view.data(), Size);
        return id;
    }

    ByteView view() const { return bytes; }
    bool isZero() const { return *this == Id{}; }

    friend auto operator<=>(const Id&, const Id&) = default;
};

/// A hash for unordered containers: ids are already uniformly random.
template <typename IdType>
struct IdHash {
    std::size_t operator()(const IdType& id) const {
        std::size_t hash = 0;
        std::memcpy(&hash, id.bytes.data(), sizeof hash);
        return hash;
    }
};

} // namespace puente
