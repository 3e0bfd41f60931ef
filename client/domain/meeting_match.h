#pragma once

#include "client/domain/catalogue.h"

#include <optional>
#include <string_view>
#include <vector>

namespace puente {

/// Finds the meeting of the technical group that a source calls "GRCM mayo 2010", by the day the source gives beside
/// it. Names with more in them ("Red de Enlace / GRCM ...") may mean something else and are left as text.
class MeetingMatch {
public:
    MeetingMatch(const Catalogue& catalogue, const SpaceId& space);

    /// The one meeting that began or ended on that day; nothing if `name` is no such name, or none or several did.
    std::optional<Dot> find(std::string_view name, std::string_view day) const;

private:
    struct Held {
        Dot meeting;
        std::optional<Day> start, end;
    };
    std::vector<Held> m_meetings;
};

} // namespace puente
