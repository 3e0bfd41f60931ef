#pragma once

#include "client/domain/csv.h"

#include <string>
#include <string_view>

namespace puente {

/// UTF-8 if the bytes are, or if damage to them is the exception; Windows-1252 if they make sense as nothing else.
/// (Text in Windows-1252 has next to no sequences that are UTF-8 by chance.)
TextEncoding guessEncoding(std::string_view bytes);

/// The UTF-8 of a text in Windows-1252. The five bytes that it leaves undefined become U+FFFD.
std::string fromWindows1252(std::string_view bytes);

} // namespace puente
