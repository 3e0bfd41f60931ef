#include "client/domain/follow_up/reports.h"

#include <algorithm>

namespace puente {

Result<Reports, ReplicaFault> Reports::read(const Catalogue& catalogue, const SpaceId& space,
                                            const Organizations& organizations) {
    Reports reports(organizations);
    const auto done = scan(catalogue, space, "update", [&](const RecordReader& update) {
        const auto subject = target(catalogue, update, "subject");
        const auto quarter = readQuarter(update.text("quarter"));
        if (!subject || !quarter) return;
        const OrganizationRecord* author = organizations.in(catalogue, update, "organization");
        reports.m_reports[{*subject, *quarter}].push_back(
            {update.id(), author ? author->name : update.text("organization"), author});
    });
    if (!done) return Failure{done.fault()};
    return reports;
}

const std::vector<Reports::Report>& Reports::on(const Dot& subject, const Quarter& quarter) const {
    static const std::vector<Report> kNone;
    const auto found = m_reports.find({subject, quarter});
    return found == m_reports.end() ? kNone : found->second;
}

bool Reports::isCivilSocietys(const Report& report) const {
    const std::string kind =
        report.organization ? report.organization->kind : m_organizations.profileOf(report.author).kind;
    return kind == "civil_society";
}

bool Reports::isReportedBy(const Duty& duty, const Quarter& quarter, const OrganizationRecord& organization) const {
    for (const Report& report : on(duty.record, quarter))
        if (!report.organization || report.organization->record == organization.record) return true;
    if (!duty.agreement) return false;
    const std::vector<Report>& whole = on(*duty.agreement, quarter);
    return std::any_of(whole.begin(), whole.end(), [&](const Report& report) {
        return report.organization && report.organization->record == organization.record;
    });
}

bool Reports::isReported(const Duty& duty, const Quarter& quarter) const {
    const auto isTheirs = [&](const Report& report) {
        return report.organization && fallsTo(duty, *report.organization, m_organizations);
    };
    for (const Report& report : on(duty.record, quarter))
        if (!isCivilSocietys(report) || isTheirs(report)) return true;
    if (!duty.agreement) return false;
    const std::vector<Report>& whole = on(*duty.agreement, quarter);
    return std::any_of(whole.begin(), whole.end(), isTheirs);
}

std::optional<Dot> Reports::findOwn(const Dot& subject, const Quarter& quarter, std::string_view office) const {
    for (const Report& report : on(subject, quarter))
        if (m_organizations.areSame(report.author, office)) return report.update;
    return std::nullopt;
}

} // namespace puente
