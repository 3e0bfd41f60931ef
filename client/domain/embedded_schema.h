#pragma once

#include <span>
#include <string_view>

namespace puente {

/// The text of every file in client/domain/schema/, put into the program when it is built.
std::span<const std::string_view> embeddedSchema();

} // namespace puente
