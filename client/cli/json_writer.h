#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace puente {

/// Writes JSON as it goes, so that a list of 20,000 records needs no tree in memory.
///
/// Keys keep the order they were given in. Text must be UTF-8.
class JsonWriter {
public:
    JsonWriter& beginObject();
    JsonWriter& endObject();
    JsonWriter& beginArray();
    JsonWriter& endArray();
    JsonWriter& key(std::string_view name);

    JsonWriter& value(std::string_view text);
    JsonWriter& value(const char* text) { return value(std::string_view(text)); }
    JsonWriter& value(const std::string& text) { return value(std::string_view(text)); }
    JsonWriter& value(bool truth);
    JsonWriter& value(std::int64_t number);
    JsonWriter& value(std::uint64_t number);
    JsonWriter& value(std::uint32_t number) { return value(std::uint64_t{number}); }
    JsonWriter& null();

    template <typename T>
    JsonWriter& member(std::string_view name, const T& content) {
        return key(name).value(content);
    }

    /// What was written so far, and forgets it: for streaming.
    std::string take() { return std::exchange(m_text, {}); }
    /// The same with a new line at its end: a whole document.
    std::string takeLine() { return take() + '\n'; }
    std::size_t size() const { return m_text.size(); }

private:
    void separate();
    void quoted(std::string_view text);
    void newLine();

    std::string m_text;
    std::vector<bool> m_isEmpty; // for each open object or array
    bool m_afterKey = false;
};

} // namespace puente
