#pragma once

#include <string_view>

namespace puente {

/// The program's version, as CMakeLists.txt gives it.
std::string_view programVersion();

} // namespace puente
