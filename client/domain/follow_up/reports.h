#pragma once

#include "client/domain/calendar.h"
#include "client/domain/follow_up/voice.h"

#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace puente {

/// What was reported about records, quarter by quarter. Reads the updates of a space once, when it is made.
class ReportBook {
public:
    ReportBook(const Catalogue& catalogue, const SpaceId& space, const OfficeDirectory& directory);

    /// By whoever it falls to: what an office of civil society writes about it does not count.
    bool isReported(const Dot& subject, const Quarter& quarter) const;
    /// The update with which an organisation, by whatever name of its own, reported on a record for a quarter.
    std::optional<Dot> findOwn(const Dot& subject, const Quarter& quarter, std::string_view organization) const;

private:
    struct Report {
        Dot update;
        std::string organization;
    };
    const Catalogue& m_catalogue;
    const OfficeDirectory& m_directory;
    std::map<std::pair<Dot, Quarter>, std::vector<Report>> m_reports;
};

} // namespace puente
