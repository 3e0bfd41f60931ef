#pragma once

#include "client/domain/follow_up/deadline.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace puente {

/// The parts of an agenda, in the order in which a meeting deals with them. Their numbers are those of the schema.
enum class AgendaSection : std::uint8_t { PastDecisions = 1, Overdue = 2, Undated = 3, New = 4 };

/// "past_decisions", "overdue", "undated", "new".
std::string_view wordOf(AgendaSection section);
std::optional<AgendaSection> sectionFromWord(std::string_view word);

/// Something that a meeting should deal with and that is not on its agenda yet.
struct AgendaPoint {
    AgendaSection section = AgendaSection::New;
    std::string name = {};         ///< what its first record is called; empty for a point that gathers the rest
    std::string title = {};        ///< of the first record; empty likewise
    std::vector<Dot> records = {}; ///< what it is about, an agreement before its commitments
};

/// Something that is on it.
struct AgendaItem {
    Dot record;
    AgendaSection section = AgendaSection::New; ///< of an item that names none: new
    std::int64_t order = 0;                     ///< 0 for none
    std::string title = {};
    std::string outcome = {};
    std::vector<Dot> records = {};
    std::vector<Dot> resulting = {};
};

struct AgendaQuery {
    Dot meeting;
    Day day; ///< what is overdue on it
    Language language = Language::Spanish;
    std::size_t pointsMax = 20; ///< of one section; what is beyond is gathered in one more point
};

/// The meeting of the same kind that began last before this one began.
Result<std::optional<Dot>, ReplicaFault> previousMeeting(const Catalogue& catalogue, const SpaceId& space,
                                                         const Dot& meeting);

/// What is on a meeting's agenda, section by section and in order.
Result<std::vector<AgendaItem>, ReplicaFault> agendaOf(const Catalogue& catalogue, const SpaceId& space,
                                                       const Dot& meeting);

/// What is missing on it: the decisions of the previous meeting of its kind, then what is overdue, what has no date
/// that is certain, and at last suggestions without a decision and proposals without an answer. Each record comes once,
/// in the first section that it belongs to, and together with the agreement that it is a part of.
Result<std::vector<AgendaPoint>, ReplicaFault> proposeAgenda(const Catalogue& catalogue, const SpaceId& space,
                                                             const Deadlines& deadlines, const AgendaQuery& query);

} // namespace puente
