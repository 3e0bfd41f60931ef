#include "client/domain/follow_up/reports.h"

#include <algorithm>

namespace puente {

namespace {

std::string reporterOf(const Catalogue& catalogue, const RecordReader& update) {
    const auto reference = update.reference("organization");
    if (!reference) return update.text("organization");
    const RecordType* type = catalogue.schema().type("organization");
    const auto component = catalogue.component(*reference);
    if (!type || !component.ok() || !component->has_value()) return {};
    return RecordReader(**component, *type).text("name");
}

} // namespace

ReportBook::ReportBook(const Catalogue& catalogue, const SpaceId& space, const OfficeDirectory& directory)
    : m_catalogue(catalogue), m_directory(directory) {
    const RecordType* type = catalogue.schema().type("update");
    if (!type) return;
    // What cannot be read counts as not reported; who writes next meets the fault itself.
    (void)catalogue.forEach(space, *type, [&](const Component& component) {
        const RecordReader update(component, *type);
        const auto subject = update.reference("subject");
        const auto quarter = readQuarter(update.text("quarter"));
        if (subject && quarter)
            m_reports[{catalogue.canonical(*subject), *quarter}].push_back(
                {component.id(), reporterOf(catalogue, update)});
        return true;
    });
}

bool ReportBook::isReported(const Dot& subject, const Quarter& quarter) const {
    const auto found = m_reports.find({m_catalogue.canonical(subject), quarter});
    return found != m_reports.end() &&
           std::any_of(found->second.begin(), found->second.end(), [&](const Report& report) {
               return m_directory.find(report.organization).kind != "civil_society";
           });
}

std::optional<Dot> ReportBook::findOwn(const Dot& subject, const Quarter& quarter,
                                       std::string_view organization) const {
    const auto found = m_reports.find({m_catalogue.canonical(subject), quarter});
    if (found == m_reports.end()) return std::nullopt;
    for (const Report& report : found->second)
        if (m_directory.areSame(report.organization, organization)) return report.update;
    return std::nullopt;
}

} // namespace puente
