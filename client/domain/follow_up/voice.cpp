#include "client/domain/follow_up/voice.h"

#include "client/domain/fold.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace puente {

OfficeDirectory::OfficeDirectory(const Catalogue& catalogue, const SpaceId& space) {
    const RecordType* type = catalogue.schema().type("organization");
    if (!type) return;
    // What cannot be read is not known, and then nobody is said to have spoken for another.
    (void)catalogue.forEach(space, *type, [&](const Component& component) {
        const RecordReader organization(component, *type);
        const OfficeProfile profile{organization.text("name"), std::string(organization.symbol("kind")),
                                    std::string(organization.symbol("country"))};
        std::set<std::string> names{fold(profile.name), fold(organization.text("name_en")),
                                    fold(organization.text("acronym"))};
        for (const std::vector<Value> aliases = organization.elements("aliases"); const Value& alias : aliases)
            if (const auto* text = std::get_if<std::string>(&alias)) names.insert(fold(*text));
        for (const std::string& name : names)
            if (!name.empty()) m_entries.emplace(name, Entry{component.id(), profile});
        return true;
    });
}

OfficeProfile OfficeDirectory::find(std::string_view name) const {
    OfficeProfile found{.name = std::string(name)};
    const auto [first, last] = m_entries.equal_range(fold(name));
    for (auto entry = first; entry != last; ++entry) {
        const OfficeProfile& profile = entry->second.profile;
        if (entry == first) {
            found = profile;
            continue;
        }
        if (profile.kind != found.kind) found.kind.clear();
        if (profile.country != found.country) found.country.clear();
    }
    return found;
}

std::optional<Dot> OfficeDirectory::recordOf(std::string_view name) const {
    const auto [first, last] = m_entries.equal_range(fold(name));
    if (first == last || std::next(first) != last) return std::nullopt;
    return first->second.record;
}

bool OfficeDirectory::areSame(std::string_view one, std::string_view other) const {
    if (fold(one) == fold(other)) return true;
    const auto own = m_entries.equal_range(fold(one)), theirs = m_entries.equal_range(fold(other));
    return std::any_of(own.first, own.second, [&](const auto& a) {
        return std::any_of(theirs.first, theirs.second,
                           [&](const auto& b) { return a.second.record == b.second.record; });
    });
}

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
                    const OfficeDirectory& directory) {
    if (voice == Voice::Anybody) return Standing::Own;
    if (voice == Voice::Answering)
        return directory.areSame(office.name, organization) ? Standing::Own : Standing::WrongOffice;
    if (office.kind.empty()) return Standing::Unknown;
    if (office.kind != (voice == Voice::Government ? "government" : "civil_society")) return Standing::WrongKind;
    if (voice == Voice::Government && !office.country.empty() && !country.empty() && office.country != country)
        return Standing::WrongCountry;
    return Standing::Own;
}

} // namespace puente
