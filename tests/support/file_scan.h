#pragma once

#include "common/base/bytes.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace puente::test {

/// True when a file of this folder, whatever it is, holds these bytes.
inline bool anyFileHolds(const std::string& folder, ByteView wanted) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string content(std::istreambuf_iterator<char>(file), {});
        if (content.find(textOf(wanted)) != std::string::npos) return true;
    }
    return false;
}

} // namespace puente::test
