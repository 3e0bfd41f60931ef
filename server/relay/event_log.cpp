#include "server/relay/event_log.h"

#include <cstdio>

namespace puente {

namespace {

std::string timeText(Instant now) {
    const auto day = std::chrono::floor<std::chrono::days>(now);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(now - day));
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()));
    return text.data();
}

std::string textOf(const EventField& field) {
    return ' ' + std::string(field.key.text()) + '=' + field.value.text();
}

std::string textOf(Event event, const std::vector<EventField>& fields) {
    std::string text(eventWord(event).text());
    for (const EventField& field : fields)
        text += textOf(field);
    return text;
}

/// Event and words, without what differs from line to line.
std::string kindOf(Event event, const std::vector<EventField>& fields) {
    std::string kind(eventWord(event).text());
    for (const EventField& field : fields)
        if (field.value.isWord()) kind += textOf(field);
    return kind;
}

} // namespace

std::uint64_t EventLog::linesMax(Event event) {
    switch (event) {
    case Event::ConversationEnded: return 20; // a server of many offices at work
    case Event::Refused: return 5;
    case Event::Started:
    case Event::Stopping:
    case Event::Stopped:
    case Event::BackupMade:
    case Event::BackupFailed: return 5; // the operator's own doing
    case Event::HandshakeFailed:
    case Event::TurnedAway:
    case Event::AcceptFailed:
    case Event::StoreFault:
    case Event::StoreFailed:
    case Event::ControlRefused:
    case Event::LibraryMessage: return 1; // the first one tells what a second would
    case Event::More:
    case Event::Lost: break; // not written as events
    }
    contractBroken();
}

/// A clock that was put back ends it as well, or its kind would be silent for as long.
bool EventLog::isOver(const Window& window, Instant now) {
    return now < window.since || now - window.since >= kWindow;
}

void EventLog::write(Event event, const std::vector<EventField>& fields) {
    const Instant now = m_clock.now();
    const std::string kind = kindOf(event, fields);
    Window& window = m_windows.try_emplace(kind, Window{.since = now}).first->second;
    if (isOver(window, now)) sayHeld(kind, window, now);
    if (window.lines >= linesMax(event)) {
        ++window.held;
        return;
    }
    ++window.lines;
    say(now, textOf(event, fields));
}

void EventLog::tick() {
    const Instant now = m_clock.now();
    for (auto it = m_windows.begin(); it != m_windows.end();) {
        const bool wasQuiet = it->second.held == 0;
        const bool ends = isOver(it->second, now);
        if (ends && !wasQuiet) sayHeld(it->first, it->second, now);
        it = ends && wasQuiet ? m_windows.erase(it) : std::next(it);
    }
}

void EventLog::flush() {
    const Instant now = m_clock.now();
    for (auto& [kind, window] : m_windows)
        sayHeld(kind, window, now);
}

/// Begins another minute. The count is one of its lines, so that a kind of one line a minute stays one.
void EventLog::sayHeld(const std::string& kind, Window& window, Instant now) {
    const Window ended = std::exchange(window, Window{.since = now});
    if (ended.held == 0) return;
    window.lines = 1;
    const EventField count{"count", ended.held}, seconds{"seconds", now - ended.since};
    say(now, std::string(eventWord(Event::More).text()) + " event=" + kind + textOf(count) + textOf(seconds));
}

void EventLog::say(Instant now, const std::string& text) {
    const EventField lost{"count", m_lost};
    const bool isCaughtUp = m_lost == 0 || hand(now, textOf(Event::Lost, {lost}));
    if (isCaughtUp) m_lost = 0;
    if (!isCaughtUp || !hand(now, text)) ++m_lost;
}

bool EventLog::hand(Instant now, const std::string& text) {
    return m_sink.take(timeText(now) + ' ' + text + '\n');
}

} // namespace puente
