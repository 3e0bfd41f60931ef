#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace puente {

/// A text that people read and that has one spelling only, since it is hashed or signed: a context line, then lines
/// "Label: value". A value of several lines goes on in lines that begin with kContinuation, so that no value can look
/// like a line of its own. Format: docs/formats/plan_approval.md.
class LabelledText {
public:
    explicit LabelledText(std::string_view contextLine);
    LabelledText() = default; ///< without one: for a block()

    /// One more value; nothing is written for an empty one.
    LabelledText& add(std::string_view label, std::string_view value, std::size_t indent = 0);
    /// A run of lines that was made by another one, set off by an empty line.
    LabelledText& block(std::string_view lines);
    std::string take() { return std::move(m_text); }

private:
    std::string m_text;
};

inline constexpr std::string_view kContinuation = "    | ";

/// A value as such a text can hold it: line breaks of every kind are one, other control characters are U+FFFD.
std::string signable(std::string_view value);

struct LabelledValue {
    std::string label;
    std::string value;
};
/// The lines below the context line; nothing if it begins with another one, or a line has no label. Indentation is left
/// out, so who needs the one spelling writes it again and compares.
std::optional<std::vector<LabelledValue>> readLabelled(std::string_view contextLine, std::string_view text);

} // namespace puente
