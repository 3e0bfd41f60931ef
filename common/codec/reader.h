#pragma once

#include "common/base/bytes.h"

namespace puente {

/// Reads what Writer wrote, from bytes that anyone may have made up.
///
/// It never throws, never reads past the end and never allocates more than what is really there. After
/// the first byte out of order it fails for good and yields zeros, so that a caller may read a whole
/// structure and ask ok() once; loops must be bounded by remaining() or ok().
class Reader {
public:
    explicit Reader(ByteView bytes) : m_rest(bytes) {}

    std::uint8_t u8() { return static_cast<std::uint8_t>(fixed(1)); }
    std::uint16_t u16() { return static_cast<std::uint16_t>(fixed(2)); }
    std::uint32_t u32() { return static_cast<std::uint32_t>(fixed(4)); }
    std::uint64_t u64() { return fixed(8); }

    /// Refuses all but the shortest form.
    std::uint64_t varint() {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const std::uint8_t byte = u8();
            if (!m_ok) return 0;
            if (shift == 63 && byte > 1) return fail();
            value |= static_cast<std::uint64_t>(byte & 0x7fU) << shift;
            if (byte < 0x80) return shift > 0 && byte == 0 ? fail() : value;
        }
        return fail();
    }
    /// A varint no greater than `most`.
    std::uint64_t varintUpTo(std::uint64_t most) {
        const std::uint64_t value = varint();
        return value > most ? fail() : value;
    }
    /// How many of something follow, each at least `sizeLeast` bytes: so no more than can be there.
    std::size_t count(std::size_t most, std::size_t sizeLeast = 1) {
        const std::uint64_t value = varintUpTo(most);
        return value > m_rest.size() / sizeLeast ? fail() : static_cast<std::size_t>(value);
    }
    std::int64_t zigzag() {
        const std::uint64_t value = varint();
        return static_cast<std::int64_t>(value >> 1 ^ (~(value & 1) + 1));
    }

    ByteView raw(std::size_t size) {
        if (!m_ok || size > m_rest.size()) {
            fail();
            return {};
        }
        const ByteView taken = m_rest.first(size);
        m_rest = m_rest.subspan(size);
        return taken;
    }
    template <typename IdType>
    IdType id() {
        return IdType::from(raw(IdType::kSize)).value_or(IdType{});
    }
    /// A blob of at most `sizeMax` bytes.
    ByteView blob(std::size_t sizeMax) { return raw(static_cast<std::size_t>(varintUpTo(sizeMax))); }
    /// Text of at most `sizeMax` bytes; anything but well-formed UTF-8 is out of order.
    std::string_view text(std::size_t sizeMax) {
        const std::string_view text = textOf(blob(sizeMax));
        if (!isUtf8(text)) fail();
        return m_ok ? text : std::string_view{};
    }

    /// Declares what was read so far out of order; yields 0 for the caller to return.
    std::uint64_t fail() {
        m_ok = false;
        m_rest = {};
        return 0;
    }

    bool ok() const { return m_ok; }
    bool atEnd() const { return m_rest.empty(); }
    /// True when everything was in order and nothing is left over.
    bool finished() const { return m_ok && m_rest.empty(); }
    std::size_t remaining() const { return m_rest.size(); }
    ByteView rest() const { return m_rest; }

private:
    std::uint64_t fixed(std::size_t width) {
        const ByteView bytes = raw(width);
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < bytes.size(); ++i)
            value |= static_cast<std::uint64_t>(bytes[i]) << (8 * i);
        return value;
    }

    ByteView m_rest;
    bool m_ok = true;
};

} // namespace puente
