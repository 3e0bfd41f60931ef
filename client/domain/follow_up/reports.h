#pragma once

#include "client/domain/follow_up/duties.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace puente {

/// What was reported about records, quarter by quarter, and by whom. Reads the updates of a space once, when it is
/// made.
class Reports {
public:
    /// `organizations` must outlive it.
    static Result<Reports, ReplicaFault> read(const Catalogue& catalogue, const SpaceId& space,
                                              const Organizations& organizations);

    /// By this organisation, or by one that is not on record; a report of another organisation is its own word, not
    /// this one's. What it reports on the whole agreement is a report on its own share too.
    bool isReportedBy(const Duty& duty, const Quarter& quarter, const OrganizationRecord& organization) const;
    /// By whoever it falls to: what civil society writes about a duty of others does not count.
    bool isReported(const Duty& duty, const Quarter& quarter) const;
    /// The update with which an office, by whatever name of its own, reported on a record for a quarter.
    std::optional<Dot> findOwn(const Dot& subject, const Quarter& quarter, std::string_view office) const;

private:
    struct Report {
        Dot update;
        std::string author;
        const OrganizationRecord* organization = nullptr; ///< nothing: not on record
    };
    explicit Reports(const Organizations& organizations) : m_organizations(organizations) {}
    const std::vector<Report>& on(const Dot& subject, const Quarter& quarter) const;
    bool isCivilSocietys(const Report& report) const;

    const Organizations& m_organizations;
    std::map<std::pair<Dot, Quarter>, std::vector<Report>> m_reports;
};

} // namespace puente
