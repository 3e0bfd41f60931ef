#include "client/domain/follow_up/labelled_text.h"

#include <algorithm>
#include <utility>

namespace puente {

namespace {

constexpr std::string_view kReplacement = "\xef\xbf\xbd";
constexpr std::string_view kDivider = ": ";

bool isControl(char character) {
    const auto code = static_cast<unsigned char>(character);
    return (code < 0x20 && character != '\t' && character != '\n') || code == 0x7f;
}

} // namespace

std::string signable(std::string_view value) {
    std::string clean;
    clean.reserve(value.size());
    for (std::size_t i = 0; i < value.size(); ++i) {
        const bool isPair = value[i] == '\r' && i + 1 < value.size() && value[i + 1] == '\n';
        if (isPair) continue;
        const char character = value[i] == '\r' ? '\n' : value[i];
        if (isControl(character))
            clean += kReplacement;
        else
            clean += character;
    }
    return clean;
}

LabelledText::LabelledText(std::string_view contextLine) : m_text(contextLine) {
    m_text += '\n';
}

LabelledText& LabelledText::add(std::string_view label, std::string_view value, std::size_t indent) {
    if (value.empty()) return *this;
    m_text.append(indent, ' ').append(label).append(kDivider);
    for (const char character : signable(value)) {
        m_text += character;
        if (character == '\n') m_text += kContinuation;
    }
    m_text += '\n';
    return *this;
}

LabelledText& LabelledText::block(std::string_view lines) {
    m_text.append("\n").append(lines);
    return *this;
}

std::optional<std::vector<LabelledValue>> readLabelled(std::string_view contextLine, std::string_view text) {
    std::vector<LabelledValue> values;
    bool isFirst = true;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        if (end == std::string_view::npos) return std::nullopt;
        std::string_view line = text.substr(0, end);
        text.remove_prefix(end + 1);
        if (std::exchange(isFirst, false)) {
            if (line != contextLine) return std::nullopt;
            continue;
        }
        if (line.starts_with(kContinuation) && !values.empty()) {
            values.back().value.append("\n").append(line.substr(kContinuation.size()));
            continue;
        }
        if (line.empty()) continue;
        line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
        const std::size_t divider = line.find(kDivider);
        if (divider == std::string_view::npos) return std::nullopt;
        values.push_back({std::string(line.substr(0, divider)), std::string(line.substr(divider + kDivider.size()))});
    }
    if (isFirst) return std::nullopt;
    return values;
}

} // namespace puente
