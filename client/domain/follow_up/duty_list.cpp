#include "client/domain/follow_up/duty_list.h"

#include "client/domain/follow_up/commitment_list.h"

#include <algorithm>
#include <set>

namespace puente {

namespace {

/// Finds what falls to one office.
class DutyFinder {
public:
    DutyFinder(const OfficeDirectory& directory, const OfficeProfile& office)
        : m_directory(directory), m_office(office) {}

    std::optional<OfficeDuty> commitment(const RecordReader& record) const {
        const std::string_view country = record.symbol("country");
        const bool isCountrys = isGovernment() || isCivilSociety();
        const bool isOurs = isCountrys && !m_office.country.empty() && country == m_office.country;
        if (!isOurs && !isNamed(record)) return std::nullopt;
        OfficeDuty duty{.record = record.id(), .type = &record.type()};
        duty.country = std::string(country);
        if (isGovernment()) duty.field = "status";
        if (isCivilSociety()) duty.field = "assessment";
        return duty;
    }
    std::optional<OfficeDuty> agreement(const RecordReader& record) const {
        const bool isOwn = isNamed(record), isCountrys = isGovernment() && concernsCountry(record);
        if (!isOwn && !isCountrys) return std::nullopt;
        OfficeDuty duty{.record = record.id(), .type = &record.type()};
        if (isOwn || record.elements("countries").size() == 1) duty.field = "status";
        return duty;
    }

private:
    bool isGovernment() const { return m_office.kind == "government"; }
    bool isCivilSociety() const { return m_office.kind == "civil_society"; }
    bool isCalled(const std::string& name) const {
        return !m_office.name.empty() && !name.empty() && m_directory.areSame(name, m_office.name);
    }
    bool isNamed(const RecordReader& record) const {
        if (isCalled(record.text("responsible"))) return true;
        const std::vector<Value> others = record.elements("co_responsible");
        return std::any_of(others.begin(), others.end(), [&](const Value& value) {
            const auto* text = std::get_if<std::string>(&value);
            return text && isCalled(*text);
        });
    }
    bool concernsCountry(const RecordReader& record) const {
        if (m_office.country.empty()) return false;
        const std::vector<Value> countries = record.elements("countries");
        const std::vector<std::string>& members = memberStates();
        const bool isMember = std::find(members.begin(), members.end(), m_office.country) != members.end();
        if (countries.empty()) return isMember && isCollective(record.text("responsible"));
        const Field& field = *record.type().field("countries");
        return std::any_of(countries.begin(), countries.end(), [&](const Value& value) {
            const auto* symbol = std::get_if<Symbol>(&value);
            const Enumerator* country = symbol ? field.enumerator(symbol->number) : nullptr;
            return country && country->name == m_office.country;
        });
    }

    const OfficeDirectory& m_directory;
    const OfficeProfile& m_office;
};

bool isOnlySaid(const RecordReader& record) {
    return record.symbol("force") == "noted" || record.symbol("kind") == "declaration" ||
           record.symbol("kind") == "proposal";
}

void complete(OfficeDuty& duty, const RecordReader& record, const Deadlines& deadlines) {
    duty.deadline = deadlines.of(record);
    duty.progress = record.number("progress");
    if (!duty.field.empty()) duty.status = record.symbol(duty.field);
    // For civil society nothing is closed by what the government says.
    if (duty.field == "assessment") duty.deadline.isClosed = record.isClosedBy("assessment");
}

} // namespace

Result<std::vector<OfficeDuty>, ReplicaFault> listDuties(const Catalogue& catalogue, const SpaceId& space,
                                                         const Deadlines& deadlines, const OfficeDirectory& directory,
                                                         const OfficeProfile& office) {
    std::vector<std::pair<std::string, OfficeDuty>> found;
    const RecordType* commitments = catalogue.schema().type("commitment");
    const RecordType* agreements = catalogue.schema().type("agreement");
    if (!commitments || !agreements) return std::vector<OfficeDuty>{};
    const DutyFinder finder(directory, office);
    const auto keep = [&](std::optional<OfficeDuty> duty, const RecordReader& record) {
        if (!duty) return;
        complete(*duty, record, deadlines);
        found.emplace_back(catalogue.keyText(record.id()), std::move(*duty));
    };
    std::set<Dot> split;
    auto read = catalogue.forEach(space, *commitments, [&](const Component& component) {
        const RecordReader record(component, *commitments);
        if (const auto agreement = record.reference("agreement")) split.insert(catalogue.canonical(*agreement));
        keep(finder.commitment(record), record);
        return true;
    });
    if (!read) return Failure{read.fault()};
    read = catalogue.forEach(space, *agreements, [&](const Component& component) {
        const RecordReader record(component, *agreements);
        if (!isOnlySaid(record) && !split.contains(component.id())) keep(finder.agreement(record), record);
        return true;
    });
    if (!read) return Failure{read.fault()};
    std::sort(found.begin(), found.end(), [&](const auto& a, const auto& b) {
        if (a.first != b.first) return a.first < b.first;
        return comesBefore(a.second.record, b.second.record, catalogue.replica().logs());
    });
    std::vector<OfficeDuty> duties;
    for (auto& [name, duty] : found)
        duties.push_back(std::move(duty));
    return duties;
}

} // namespace puente
