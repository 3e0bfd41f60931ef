#pragma once

#include "common/base/expects.h"
#include "common/base/ids.h"
#include "common/time/clock.h"

#include <algorithm>
#include <array>
#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

namespace puente {

/// A word that stands in the program's own text. Only a literal becomes one, when the program is compiled: nothing that
/// came over a wire, from a file or from a person can.
class EventWord {
public:
    template <std::size_t Size>
    consteval EventWord(const char (&literal)[Size]) : m_text(literal, Size - 1) {
        if (m_text.empty()) contractBroken(); // which the compiler cannot run, and so refuses
        for (const char letter : m_text)
            if (!isAllowed(letter)) contractBroken();
    }
    template <std::size_t Size>
    EventWord(char (&buffer)[Size]) = delete;

    constexpr std::string_view text() const { return m_text; }

private:
    static constexpr bool isAllowed(char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') || letter == '_' || letter == '-' || letter == '.';
    }

    std::string_view m_text; // of a literal, which lives as long as the program
};

/// Enums whose values have a word each (server/relay/event_names.h).
template <typename Enum>
concept NamedEnum = std::is_enum_v<Enum> && requires(Enum value) {
    { eventWord(value) } -> std::same_as<EventWord>;
};

/// Numbers that count or measure. Neither bool nor any kind of character or byte, out of which texts are made.
template <typename Number>
concept EventNumber = std::integral<Number> && sizeof(Number) > 1 && !std::same_as<Number, wchar_t> &&
                      !std::same_as<Number, char16_t> && !std::same_as<Number, char32_t>;

/// Ids that are pseudonyms and which an operator must be able to tell apart.
template <typename IdType>
concept PseudonymousId = std::same_as<IdType, DeviceId> || std::same_as<IdType, SpaceId>;

/// The beginning of an id: enough to see that two lines speak of the same, too little to be it.
class ShortId {
public:
    static constexpr std::size_t kShownSize = 4;

    ByteView view() const { return m_bytes; }

private:
    template <PseudonymousId IdType>
    friend ShortId shortened(const IdType& id);
    explicit ShortId(ByteView whole) { std::copy_n(whole.begin(), kShownSize, m_bytes.begin()); }

    std::array<std::uint8_t, kShownSize> m_bytes{};
};

template <PseudonymousId IdType>
ShortId shortened(const IdType& id) {
    return ShortId(id.view());
}

/// What may not be shown, of which only the size is kept.
class Withheld {
public:
    std::size_t size() const { return m_size; }

private:
    friend Withheld withheld(ByteView bytes);
    explicit Withheld(std::size_t size) : m_size(size) {}

    std::size_t m_size = 0;
};

inline Withheld withheld(ByteView bytes) {
    return Withheld(bytes.size());
}

/// What a line of the event log may say. There is no way to make one from a text or from bytes, whole ids included:
/// what is not listed here does not compile.
class EventValue {
public:
    template <std::size_t Size>
    consteval EventValue(const char (&literal)[Size]) : m_value(EventWord(literal)) {}
    template <std::size_t Size>
    EventValue(char (&buffer)[Size]) = delete;
    EventValue(EventWord word) : m_value(word) {}
    template <NamedEnum Enum>
    EventValue(Enum value) : m_value(eventWord(value)) {}
    template <EventNumber Number>
    EventValue(Number number) {
        if constexpr (std::unsigned_integral<Number>)
            m_value = static_cast<std::uint64_t>(number);
        else
            m_value = static_cast<std::int64_t>(number);
    }
    EventValue(Duration duration) : m_value(duration) {}
    EventValue(ShortId id) : m_value(id) {}
    EventValue(Withheld withheld) : m_value(withheld) {}

    /// True for what the program's text limits to a few.
    bool isWord() const { return std::holds_alternative<EventWord>(m_value); }
    /// As it stands in a line: without a space, a line's end or an equals sign.
    std::string text() const;

private:
    std::variant<EventWord, std::uint64_t, std::int64_t, Duration, ShortId, Withheld> m_value{std::uint64_t{0}};
};

struct EventField {
    EventWord key;
    EventValue value;
};

} // namespace puente
