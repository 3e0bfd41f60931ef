#pragma once

#include <string>
#include <string_view>

namespace puente {

inline constexpr std::size_t kFileNameMax = 200; ///< bytes: what every file system takes, and room for a number

/// A name under which a file can be put into a folder of any system, made of one that somebody else wrote: no path, no
/// control or direction marks, no name that a system keeps for itself, nothing hidden. Readable as far as possible;
/// never empty. Its ending stays.
std::string safeFileName(std::string_view name);

/// The same name with a number before its ending: "acta (2).pdf".
std::string numberedFileName(std::string_view safeName, unsigned number);

} // namespace puente
