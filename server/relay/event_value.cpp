#include "server/relay/event_value.h"

#include <algorithm>

namespace puente {

namespace {

/// Seconds, to the millisecond.
std::string secondsOf(Duration duration) {
    const std::int64_t milliseconds = std::max<std::int64_t>(duration.count(), 0);
    const std::string rest = std::to_string(milliseconds % 1000);
    return std::to_string(milliseconds / 1000) + '.' + std::string(3 - rest.size(), '0') + rest;
}

struct Printer {
    std::string operator()(EventWord word) const { return std::string(word.text()); }
    std::string operator()(std::uint64_t number) const { return std::to_string(number); }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(Duration duration) const { return secondsOf(duration); }
    std::string operator()(const ShortId& id) const { return toHex(id.view()); }
    std::string operator()(Withheld withheld) const { return "withheld:" + std::to_string(withheld.size()); }
};

} // namespace

std::string EventValue::text() const {
    return std::visit(Printer{}, m_value);
}

} // namespace puente
