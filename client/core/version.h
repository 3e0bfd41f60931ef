#pragma once

#include <string_view>

namespace puente {

/// The program's version; CMakeLists.txt says the same, and a test compares them.
inline constexpr std::string_view kVersion = "0.1.0";

} // namespace puente
