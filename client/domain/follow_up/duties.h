#pragma once

#include "client/domain/calendar.h"
#include "client/domain/follow_up/deadline.h"
#include "client/domain/follow_up/organizations.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace puente {

/// Something that somebody has to do, and what is on record about it.
struct Duty {
    Dot record;
    const RecordType* type = nullptr;
    std::optional<Dot> agreement = {};       ///< of a commitment
    std::vector<std::string> countries = {}; ///< the one of a commitment; those that an agreement names
    std::string responsible = {};
    std::vector<std::string> coResponsible = {};
    Deadline deadline = {};
    std::string_view status = {};     ///< the enumerator's name; empty for none
    std::string_view assessment = {}; ///< the same of civil society's word on a commitment
    bool isAssessedClosed = false;    ///< that word closes it
    std::optional<std::int64_t> progress = {};
    std::optional<Day> begun = {};  ///< since when it is a duty; nothing if that is not on record
    std::optional<Day> closed = {}; ///< when the status that closes it was entered, unless it came with the record
    bool isSplit = false;           ///< an agreement whose commitments stand for it

    bool isCommitment() const { return type->name == "commitment"; }
    /// Of a commitment; empty for none.
    std::string country() const { return isCommitment() && !countries.empty() ? countries.front() : std::string(); }
};

/// A point that nobody has to do anything about: noted, declared or only proposed.
bool isOnlySaid(const RecordReader& record);

/// Agreements, commitments and lines of action that are more than said, whether open or closed; by what they are
/// called.
Result<std::vector<Duty>, ReplicaFault> dutiesOf(const Catalogue& catalogue, const SpaceId& space,
                                                 const Deadlines& deadlines);

/// Whether a duty falls to an organisation, which is asked about it and counted: its responsible names it; or nobody on
/// record is named, and it is the commitment of the organisation's country, which a government has to keep.
bool fallsTo(const Duty& duty, const OrganizationRecord& organization, const Organizations& organizations);

/// Whether the office that is called so is named as responsible, alone or with others.
bool names(const Duty& duty, std::string_view office, const Organizations& organizations);
/// Whether an office may have something to say of a duty, which is more than what falls to it: those that name it; the
/// commitments of its country, for governments and civil society; and for governments the agreements that name its
/// country, or everybody.
bool concerns(const Duty& duty, const OfficeProfile& office, const Organizations& organizations);

} // namespace puente
