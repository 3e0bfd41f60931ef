#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace puente {

/// A line that only one of two texts has.
struct LineChange {
    enum class Kind : std::uint8_t { Removed, Added };
    Kind kind = Kind::Removed;
    std::string line;

    friend bool operator==(const LineChange&, const LineChange&) = default;
};

/// What it takes to make `after` of `before`, line by line, in the order of the text. Of texts that have very little in
/// common and are very long: all of the one, then all of the other.
std::vector<LineChange> diffLines(std::string_view before, std::string_view after);

} // namespace puente
