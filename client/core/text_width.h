#pragma once

#include <string>
#include <string_view>

namespace puente {

/// How many columns a text takes: its characters, not its bytes.
std::size_t widthOf(std::string_view text);

/// At most so many characters of a text, on one line; "…" where something was left out.
std::string shortened(std::string_view text, std::size_t widthMax);

} // namespace puente
