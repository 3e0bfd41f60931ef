#pragma once

#include "common/codec/reader.h"
#include "common/codec/writer.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

namespace puente {

/// A run of numbers of one meaning: their smallest, then how far each lies above it, in byte planes.
///
/// A column of one number is just the number; one of none is nothing. Every further number takes at least one byte, so
/// that whoever reads a column never makes more numbers than there are bytes. Layout: docs/formats/change_set.md.
template <typename Number>
class Column {
    static_assert(sizeof(Number) == 8);

public:
    static void write(Writer& writer, std::span<const Number> numbers) {
        if (numbers.empty()) return;
        const auto [least, most] = std::minmax_element(numbers.begin(), numbers.end());
        writeNumber(writer, *least);
        if (numbers.size() == 1) return;
        const unsigned width = widthOf(distance(*least, *most));
        writer.u8(static_cast<std::uint8_t>(width));
        for (unsigned plane = 0; plane < width; ++plane)
            for (const Number number : numbers)
                writer.u8(static_cast<std::uint8_t>(distance(*least, number) >> (8 * plane)));
    }

    /// Exactly `count` numbers, none beyond these bounds; a reader that failed and zeros otherwise.
    static std::vector<Number> read(Reader& reader, std::size_t count, Number lowest, Number highest) {
        if (count == 0) return {};
        const Number least = readNumber(reader);
        if (count == 1) return inBounds(reader, {least}, lowest, highest);
        const unsigned width = reader.u8();
        if (width < 1 || width > 8 || count > reader.remaining() / width) {
            reader.fail();
            return {};
        }
        std::vector<std::uint64_t> offsets(count);
        for (unsigned plane = 0; plane < width; ++plane) {
            const ByteView bytes = reader.raw(count);
            for (std::size_t i = 0; i < count; ++i)
                offsets[i] |= static_cast<std::uint64_t>(bytes[i]) << (8 * plane);
        }
        const auto [smallest, greatest] = std::minmax_element(offsets.begin(), offsets.end());
        const bool fits = *greatest <= distance(least, highest) && least <= highest;
        if (*smallest != 0 || widthOf(*greatest) != width || !fits) reader.fail();
        std::vector<Number> numbers(count);
        for (std::size_t i = 0; i < count; ++i)
            numbers[i] = static_cast<Number>(static_cast<std::uint64_t>(least) + offsets[i]);
        return inBounds(reader, std::move(numbers), lowest, highest);
    }

private:
    static std::uint64_t distance(Number from, Number to) {
        return static_cast<std::uint64_t>(to) - static_cast<std::uint64_t>(from);
    }
    static unsigned widthOf(std::uint64_t range) {
        return std::max(1U, (static_cast<unsigned>(std::bit_width(range)) + 7) / 8);
    }
    static void writeNumber(Writer& writer, Number number) {
        if constexpr (std::is_signed_v<Number>)
            writer.zigzag(number);
        else
            writer.varint(number);
    }
    static Number readNumber(Reader& reader) {
        if constexpr (std::is_signed_v<Number>)
            return reader.zigzag();
        else
            return reader.varint();
    }
    static std::vector<Number> inBounds(Reader& reader, std::vector<Number> numbers, Number lowest, Number highest) {
        const bool within = std::all_of(numbers.begin(), numbers.end(),
                                        [&](Number number) { return number >= lowest && number <= highest; });
        if (!within) reader.fail();
        if (!reader.ok()) return {};
        return numbers;
    }
};

using UnsignedColumn = Column<std::uint64_t>;
using SignedColumn = Column<std::int64_t>;

} // namespace puente
