#include "client/domain/follow_up/duty_list.h"

namespace puente {

namespace {

std::string_view fieldOf(const Duty& duty, const OfficeProfile& office, const Organizations& organizations) {
    if (duty.isCommitment())
        return office.isGovernment() ? "status" : office.isCivilSociety() ? "assessment" : std::string_view();
    const bool isItsAlone = names(duty, office.name, organizations) || duty.countries.size() == 1;
    return isItsAlone ? "status" : std::string_view();
}

} // namespace

std::string_view OfficeDuty::word() const {
    return field == "status" ? duty.status : field == "assessment" ? duty.assessment : std::string_view();
}

bool OfficeDuty::isClosed() const {
    return field == "assessment" ? duty.isAssessedClosed : duty.deadline.isClosed;
}

Result<std::vector<OfficeDuty>, ReplicaFault> listDuties(const Catalogue& catalogue, const SpaceId& space,
                                                         const Deadlines& deadlines, const Organizations& organizations,
                                                         const OfficeProfile& office) {
    auto duties = dutiesOf(catalogue, space, deadlines);
    if (!duties) return Failure{duties.fault()};
    std::vector<OfficeDuty> found;
    for (Duty& duty : *duties) {
        if (duty.type->name == "line_of_action" || !concerns(duty, office, organizations)) continue;
        const std::string_view field = fieldOf(duty, office, organizations);
        found.push_back({std::move(duty), field});
    }
    return found;
}

} // namespace puente
