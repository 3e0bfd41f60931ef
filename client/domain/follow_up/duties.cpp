#include "client/domain/follow_up/duties.h"

#include "client/domain/follow_up/commitment_list.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace puente {

namespace {

constexpr std::array<const char*, 3> kDuties{"agreement", "commitment", "line_of_action"};

/// A status that was entered together with its record says nothing of when it came to be: an import brings the past.
std::optional<Day> closedOn(const RecordReader& record) {
    const auto status = record.live("status");
    if (!status || !record.isClosedBy("status")) return std::nullopt;
    const Dot& id = record.id();
    if (status->dot.log == id.log && status->dot.sequence == id.sequence) return std::nullopt;
    return dayOf(instantOf(static_cast<std::int64_t>(status->stamp.time)));
}

std::optional<Day> beginOf(const Catalogue& catalogue, const Dot& meeting) {
    std::optional<Day> start;
    (void)readOne(catalogue, meeting, [&](const RecordReader& record) { start = record.day("start"); });
    return start;
}

/// Since when an agreement is one: it was notified, or the meeting that adopted it took place.
std::optional<Day> begunOn(const Catalogue& catalogue, const RecordReader& record) {
    for (const char* field : {"notified", "meeting_date"})
        if (const auto day = record.day(field)) return day;
    for (const char* field : {"meeting", "agreement", "plan"}) {
        const auto referred = target(catalogue, record, field);
        if (!referred) continue;
        if (std::string_view(field) == "meeting") return beginOf(catalogue, *referred);
        std::optional<Day> begun;
        (void)readOne(catalogue, *referred, [&](const RecordReader& other) {
            begun = std::string_view(field) == "plan" ? other.day("start") : begunOn(catalogue, other);
        });
        return begun;
    }
    return std::nullopt;
}

Duty dutyFrom(const Catalogue& catalogue, const Deadlines& deadlines, const RecordReader& record) {
    Duty duty{.record = record.id(),
              .type = &record.type(),
              .agreement = target(catalogue, record, "agreement"),
              .countries = symbols(record, "countries"),
              .responsible = record.text("responsible"),
              .coResponsible = texts(record, "co_responsible"),
              .deadline = deadlines.of(record),
              .status = record.symbol("status"),
              .assessment = record.symbol("assessment"),
              .isAssessedClosed = record.isClosedBy("assessment"),
              .progress = record.number("progress"),
              .begun = begunOn(catalogue, record),
              .closed = closedOn(record)};
    if (const std::string_view country = record.symbol("country"); !country.empty())
        duty.countries.emplace_back(country);
    return duty;
}

bool isOf(const Duty& duty, const std::string& country) {
    return std::find(duty.countries.begin(), duty.countries.end(), country) != duty.countries.end();
}

bool isMemberState(const std::string& country) {
    const std::vector<std::string>& members = memberStates();
    return std::find(members.begin(), members.end(), country) != members.end();
}

void sortByName(std::vector<Duty>& duties, const Catalogue& catalogue) {
    std::map<Dot, std::string> names;
    for (const Duty& duty : duties)
        names[duty.record] = catalogue.keyText(duty.record);
    std::sort(duties.begin(), duties.end(), [&](const Duty& a, const Duty& b) {
        const std::string &one = names[a.record], &other = names[b.record];
        return one != other ? one < other : comesBefore(a.record, b.record, catalogue.replica().logs());
    });
}

} // namespace

bool isOnlySaid(const RecordReader& record) {
    return record.symbol("force") == "noted" || record.symbol("kind") == "declaration" ||
           record.symbol("kind") == "proposal";
}

Result<std::vector<Duty>, ReplicaFault> dutiesOf(const Catalogue& catalogue, const SpaceId& space,
                                                 const Deadlines& deadlines) {
    std::vector<Duty> duties;
    std::set<Dot> split;
    for (const char* type : kDuties) {
        const auto done = scan(catalogue, space, type, [&](const RecordReader& record) {
            if (isOnlySaid(record)) return;
            duties.push_back(dutyFrom(catalogue, deadlines, record));
            if (duties.back().agreement) split.insert(*duties.back().agreement);
        });
        if (!done) return Failure{done.fault()};
    }
    for (Duty& duty : duties)
        duty.isSplit = split.contains(duty.record);
    sortByName(duties, catalogue);
    return duties;
}

bool fallsTo(const Duty& duty, const OrganizationRecord& organization, const Organizations& organizations) {
    if (duty.isSplit) return false;
    if (organizations.names(duty.responsible, organization)) return true;
    for (const std::string& name : duty.coResponsible)
        if (organizations.names(name, organization)) return true;
    return duty.isCommitment() && isOf(duty, organization.country) && organization.isGovernment() &&
           !organizations.namesAny(duty.responsible);
}

bool names(const Duty& duty, std::string_view office, const Organizations& organizations) {
    return organizations.namesOffice(duty.responsible, office) ||
           std::any_of(duty.coResponsible.begin(), duty.coResponsible.end(),
                       [&](const std::string& name) { return organizations.namesOffice(name, office); });
}

bool concerns(const Duty& duty, const OfficeProfile& office, const Organizations& organizations) {
    if (duty.isSplit) return false;
    if (names(duty, office.name, organizations)) return true;
    if (office.country.empty()) return false;
    if (duty.isCommitment()) return (office.isGovernment() || office.isCivilSociety()) && isOf(duty, office.country);
    if (!office.isGovernment()) return false;
    return duty.countries.empty() ? isMemberState(office.country) && isCollective(duty.responsible)
                                  : isOf(duty, office.country);
}

} // namespace puente
