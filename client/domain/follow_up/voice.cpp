#include "client/domain/follow_up/voice.h"

namespace puente {

Voice voiceOf(const RecordType& type, std::string_view field) {
    if (type.name == "commitment") {
        if (field == "status") return Voice::Government;
        if (field == "assessment" || field == "assessment_reason") return Voice::CivilSociety;
    }
    if (type.name == "proposal_response" && (field == "acknowledged" || field == "answer" || field == "reason" ||
                                             field == "answered" || field == "resulting"))
        return Voice::Answering;
    return Voice::Anybody;
}

Standing standingOf(const OfficeProfile& office, Voice voice, std::string_view country, std::string_view organization,
                    const Organizations& organizations) {
    if (voice == Voice::Anybody) return Standing::Own;
    if (voice == Voice::Answering)
        return organizations.areSame(office.name, organization) ? Standing::Own : Standing::WrongOffice;
    if (office.kind.empty()) return Standing::Unknown;
    if (office.kind != (voice == Voice::Government ? "government" : "civil_society")) return Standing::WrongKind;
    if (voice == Voice::Government && !office.country.empty() && !country.empty() && office.country != country)
        return Standing::WrongCountry;
    return Standing::Own;
}

} // namespace puente
