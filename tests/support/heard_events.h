#pragma once

#include "server/relay/event_log.h"

#include <algorithm>
#include <string>
#include <vector>

namespace puente::test {

/// Keeps the lines of an event log.
class HeardEvents final : public EventSink {
public:
    bool take(std::string_view line) override {
        if (takes) lines.emplace_back(line);
        return takes;
    }
    /// How many lines begin so, after their time.
    std::size_t count(std::string_view begin) const {
        return static_cast<std::size_t>(std::ranges::count_if(
            lines, [&](std::string_view line) { return line.substr(line.find(' ') + 1).starts_with(begin); }));
    }
    bool hold(std::string_view text) const {
        return std::ranges::any_of(lines, [&](const std::string& line) { return line.find(text) != line.npos; });
    }

    std::vector<std::string> lines;
    bool takes = true;
};

} // namespace puente::test
