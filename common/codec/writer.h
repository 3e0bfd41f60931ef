#pragma once

#include "common/base/bytes.h"

namespace puente {

/// Appends values in the encodings of docs/formats/encoding.md. One value has one encoding.
class Writer {
public:
    void u8(std::uint8_t value) { m_bytes.push_back(value); }
    /// Fixed width, least significant byte first.
    void u16(std::uint16_t value) { fixed(value, 2); }
    void u32(std::uint32_t value) { fixed(value, 4); }
    void u64(std::uint64_t value) { fixed(value, 8); }

    /// Unsigned LEB128, shortest form: 1 byte below 128.
    void varint(std::uint64_t value) {
        for (; value >= 0x80; value >>= 7)
            u8(static_cast<std::uint8_t>(value | 0x80));
        u8(static_cast<std::uint8_t>(value));
    }
    /// A signed number, zigzag mapped: 0, -1, 1, -2 … become 0, 1, 2, 3 …
    void zigzag(std::int64_t value) {
        varint(static_cast<std::uint64_t>(value) << 1 ^ static_cast<std::uint64_t>(value >> 63));
    }

    /// Bytes whose length the reader knows.
    void raw(ByteView bytes) { append(m_bytes, bytes); }
    template <typename Tag, std::size_t Size>
    void id(const Id<Tag, Size>& value) {
        raw(value.view());
    }
    /// A varint length, then the bytes.
    void blob(ByteView bytes) {
        varint(bytes.size());
        raw(bytes);
    }
    void text(std::string_view text) { blob(bytesOf(text)); }

    std::size_t size() const { return m_bytes.size(); }
    ByteView view() const { return m_bytes; }
    Bytes take() { return std::move(m_bytes); }

private:
    void fixed(std::uint64_t value, int width) {
        for (int i = 0; i < width; ++i)
            u8(static_cast<std::uint8_t>(value >> (8 * i)));
    }

    Bytes m_bytes;
};

} // namespace puente
