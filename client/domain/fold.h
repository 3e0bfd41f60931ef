#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace puente {

/// Text as people compare it: lower case, without accents or other marks on Latin letters, white space trimmed and
/// runs of it one space. Other scripts stay as they are. "  MÉXICO " and "mexico" fold to the same.
std::string fold(std::string_view text);

/// The same for names of fields, enumerators and columns: `_`, `-` and `.` count as spaces too, so that
/// "Vice-Ministerial", "vice_ministerial" and "vice ministerial" are one name.
std::string foldName(std::string_view text);

/// The words of a folded text: what stands between its spaces.
std::vector<std::string> splitWords(std::string_view folded);

/// Without white space at either end.
std::string_view trimmed(std::string_view text);

/// Cuts `text` to whole characters that fit into `sizeMax` bytes.
std::string_view clipped(std::string_view text, std::size_t sizeMax);

} // namespace puente
