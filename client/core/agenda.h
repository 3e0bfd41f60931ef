#pragma once

#include "client/core/records.h"
#include "client/domain/follow_up/agenda.h"

#include <optional>
#include <string>
#include <vector>

namespace puente {

/// "Past decisions", "Overdue"… for people.
std::string sectionText(AgendaSection section);
/// What a proposed point is called on the agenda.
std::string pointTitle(const AgendaPoint& point);

/// The day that a meeting's agenda and readiness are judged by unless another one is said: when it begins, else today.
Outcome<Day> meetingDay(const Records& records, const Dot& meeting);

/// Puts on the agenda what is missing, in one change set; how many points that was.
Outcome<std::size_t> makeAgenda(Records& records, const Dot& meeting, Day day);

struct NewAgendaItem {
    std::string title;
    AgendaSection section = AgendaSection::New;
    std::vector<Dot> records = {};
};
/// Puts one point at the end of its section.
Outcome<Dot> addAgendaItem(Records& records, const Dot& meeting, const NewAgendaItem& item);

/// An agreement that an outcome becomes. What is empty is not said, but for the title: then it is the outcome's text.
struct ResultingAgreement {
    std::string reference, title, due, responsible;
};
struct OutcomeWritten {
    std::optional<Dot> agreement;
    bool changed = false;
    std::vector<std::string> remarks;
};
/// Notes what came of a point; with an agreement enters that too, of the same meeting, derived from what the point is
/// about, all in one change set. A reference that exists is refused.
Outcome<OutcomeWritten> writeOutcome(Records& records, const Dot& item, const std::string& text,
                                     const std::optional<ResultingAgreement>& agreement);

} // namespace puente
