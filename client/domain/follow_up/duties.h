#pragma once

#include "client/domain/calendar.h"
#include "client/domain/follow_up/deadline.h"
#include "client/domain/follow_up/organizations.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace puente {

/// Something that somebody has to do, and what is on record about it: what readiness and the indicators count.
struct Duty {
    Dot record;
    std::optional<Dot> agreement = {}; ///< of a commitment
    std::string country = {};          ///< of a commitment; empty for none
    std::string responsible = {};
    std::vector<std::string> coResponsible = {};
    Deadline deadline = {};
    std::string status = {};        ///< the enumerator's name; empty for none
    std::optional<Day> begun = {};  ///< since when it is a duty; nothing if that is not on record
    std::optional<Day> closed = {}; ///< when the status that closes it was entered, unless it came with the record
    bool isSplit = false;           ///< an agreement whose commitments stand for it
};

/// Agreements, commitments and lines of action that are more than said, whether open or closed.
Result<std::vector<Duty>, ReplicaFault> dutiesOf(const Catalogue& catalogue, const SpaceId& space,
                                                 const Deadlines& deadlines);

/// Whether a duty falls to an organisation: its responsible names it; or nobody on record is named, and it is the
/// commitment of the organisation's country, which a government has to keep.
bool fallsTo(const Duty& duty, const OrganizationRecord& organization, const Organizations& organizations);

/// Which quarters were reported on, and by whom.
class Reports {
public:
    static Result<Reports, ReplicaFault> read(const Catalogue& catalogue, const SpaceId& space,
                                              const Organizations& organizations);
    /// True when there is a report on the duty for that quarter by this organisation, or by one that is not on record;
    /// a report of another organisation is its own word, not this one's.
    bool cover(const Duty& duty, const Quarter& quarter, const OrganizationRecord* organization) const;

private:
    std::map<std::pair<Dot, Quarter>, std::set<std::optional<Dot>>> m_authors; // nothing: not on record
};

} // namespace puente
