#pragma once

#include "server/relay/event_names.h"

#include <map>
#include <vector>

namespace puente {

/// Where lines go.
class EventSink {
public:
    virtual ~EventSink() = default;
    /// Takes one whole line, its end included; false when it cannot now. It must not wait: who reads a log too slowly
    /// loses lines and holds up nobody.
    virtual bool take(std::string_view line) = 0;
};

/// What happens to the server, for its operator: one line an event, `TIME EVENT key=value ...`, time in UTC.
///
/// It cannot tell what it must not (event_value.h), and it cannot be made to fill a disk: lines of one kind, which is
/// the same event with the same words, are written so many times a minute; those beyond are counted, and the count is
/// said once a minute (`more`). Words are the program's own, so there are only so many kinds.
class EventLog {
public:
    static constexpr Duration kWindow = std::chrono::minutes(1);
    /// How many lines of one kind a minute.
    static std::uint64_t linesMax(Event event);

    /// Both must outlive it.
    EventLog(const Clock& clock, EventSink& sink) : m_clock(clock), m_sink(sink) {}

    void write(Event event, const std::vector<EventField>& fields = {});
    /// Says what was held back, once its minute is over. To be called every few seconds.
    void tick();
    /// Says what was held back, at the end.
    void flush();

private:
    /// A minute of one kind.
    struct Window {
        Instant since;
        std::uint64_t lines = 0;
        std::uint64_t held = 0;
    };
    static bool isOver(const Window& window, Instant now);
    void sayHeld(const std::string& kind, Window& window, Instant now);
    void say(Instant now, const std::string& text);
    bool hand(Instant now, const std::string& text);

    const Clock& m_clock;
    EventSink& m_sink;
    std::map<std::string, Window> m_windows; ///< by kind
    std::uint64_t m_lost = 0;                ///< lines since the last one that was taken
};

} // namespace puente
