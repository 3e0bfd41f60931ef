#include "client/domain/meeting_match.h"

#include "client/domain/day_text.h"
#include "client/domain/fold.h"

#include <algorithm>

namespace puente {

namespace {

std::optional<Day> dayIn(const Component& meeting, const Field* field) {
    if (!field) return std::nullopt;
    const FieldState state = meeting.field(field->number);
    const LiveValue* shown = meeting.displayedIn(state);
    const Day* day = shown ? std::get_if<Day>(&shown->value) : nullptr;
    return day ? std::optional(*day) : std::nullopt;
}

/// "GRCM" or "RCGM", a month and a year.
bool namesTechnicalGroup(std::string_view name) {
    const std::string folded = fold(name);
    const bool begins = folded.starts_with("grcm ") || folded.starts_with("rcgm ");
    return begins && std::count(folded.begin(), folded.end(), ' ') == 2;
}

} // namespace

MeetingMatch::MeetingMatch(const Catalogue& catalogue, const SpaceId& space) {
    const RecordType* type = catalogue.schema().type("meeting");
    const Field* kind = type ? type->field("kind") : nullptr;
    if (!kind) return;
    const auto visited = catalogue.forEach(space, *type, [&](const Component& meeting) {
        const FieldState state = meeting.field(kind->number);
        const LiveValue* shown = meeting.displayedIn(state);
        const Symbol* symbol = shown ? std::get_if<Symbol>(&shown->value) : nullptr;
        const Enumerator* enumerator = symbol ? kind->enumerator(symbol->number) : nullptr;
        if (enumerator && enumerator->name == "rcgm")
            m_meetings.push_back(
                {meeting.id(), dayIn(meeting, type->field("start")), dayIn(meeting, type->field("end"))});
        return true;
    });
    if (!visited) m_meetings.clear(); // Without them, names stay text; the import itself will meet the fault.
}

std::optional<Dot> MeetingMatch::find(std::string_view name, std::string_view day) const {
    const auto date = parseDay(trimmed(day));
    if (!date || !namesTechnicalGroup(name)) return std::nullopt;
    std::optional<Dot> found;
    for (const Held& held : m_meetings) {
        if (held.start != date && held.end != date) continue;
        if (found) return std::nullopt;
        found = held.meeting;
    }
    return found;
}

} // namespace puente
