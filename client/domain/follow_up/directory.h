#pragma once

#include "client/domain/follow_up/organizations.h"
#include "client/domain/follow_up/terms.h"

#include <optional>
#include <string>
#include <vector>

namespace puente {

/// Whom one asks in an organisation.
struct FocalPoint {
    std::string organization; ///< as people call it
    std::string country;
    std::string name, position, contact;
    std::string standing; ///< main, alternate; empty for none
    std::optional<Day> from, to;
};

/// Where the CRM and the RROCM meet in one country.
struct NationalSpace {
    std::string name, country, calendar, contact;
    std::string side; ///< crm, rrocm, joint; empty for none
    std::vector<std::string> members;
};

/// Who follows up on each side, as it stands on one day.
struct Directory {
    std::vector<OrganizationRecord> organizations; ///< by country and name
    std::vector<FocalPoint> focalPoints;           ///< by organisation, the main one first
    std::vector<TermSpan> terms;
    std::vector<NationalSpace> spaces; ///< by country and name
};

struct DirectoryQuery {
    Day day;
    Language language = Language::Spanish;
    std::string country = {}; ///< only what belongs to it; empty for everything
};

/// What is valid on the day; what says nothing of since when and until when is always valid.
Result<Directory, ReplicaFault> directoryOf(const Catalogue& catalogue, const SpaceId& space,
                                            const DirectoryQuery& query);

} // namespace puente
