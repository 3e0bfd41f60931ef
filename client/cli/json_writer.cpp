#include "client/cli/json_writer.h"

#include "common/base/expects.h"

namespace puente {

JsonWriter& JsonWriter::beginObject() {
    separate();
    m_text += '{';
    m_isEmpty.push_back(true);
    return *this;
}

JsonWriter& JsonWriter::endObject() {
    expects(!m_isEmpty.empty());
    const bool empty = m_isEmpty.back();
    m_isEmpty.pop_back();
    if (!empty) newLine();
    m_text += '}';
    return *this;
}

JsonWriter& JsonWriter::beginArray() {
    separate();
    m_text += '[';
    m_isEmpty.push_back(true);
    return *this;
}

JsonWriter& JsonWriter::endArray() {
    expects(!m_isEmpty.empty());
    const bool empty = m_isEmpty.back();
    m_isEmpty.pop_back();
    if (!empty) newLine();
    m_text += ']';
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    separate();
    quoted(name);
    m_text += ": ";
    m_afterKey = true;
    return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
    separate();
    quoted(text);
    return *this;
}

JsonWriter& JsonWriter::value(bool truth) {
    separate();
    m_text += truth ? "true" : "false";
    return *this;
}

JsonWriter& JsonWriter::value(std::int64_t number) {
    separate();
    m_text += std::to_string(number);
    return *this;
}

JsonWriter& JsonWriter::value(std::uint64_t number) {
    separate();
    m_text += std::to_string(number);
    return *this;
}

JsonWriter& JsonWriter::null() {
    separate();
    m_text += "null";
    return *this;
}

void JsonWriter::separate() {
    if (std::exchange(m_afterKey, false) || m_isEmpty.empty()) return;
    if (!m_isEmpty.back()) m_text += ',';
    m_isEmpty.back() = false;
    newLine();
}

void JsonWriter::newLine() {
    m_text += '\n';
    m_text.append(2 * m_isEmpty.size(), ' ');
}

void JsonWriter::quoted(std::string_view text) {
    static constexpr char kDigits[] = "0123456789abcdef";
    m_text += '"';
    for (const char character : text) {
        const auto byte = static_cast<unsigned char>(character);
        switch (character) {
        case '"': m_text += "\\\""; break;
        case '\\': m_text += "\\\\"; break;
        case '\n': m_text += "\\n"; break;
        case '\r': m_text += "\\r"; break;
        case '\t': m_text += "\\t"; break;
        default:
            if (byte >= 0x20 && byte != 0x7f)
                m_text += character;
            else
                ((m_text += "\\u00") += kDigits[byte >> 4]) += kDigits[byte & 0xfU];
        }
    }
    m_text += '"';
}

} // namespace puente
